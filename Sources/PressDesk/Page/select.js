// Selecting: by the pointer (with Alt at the same place: what lies below), by Tab, from the source.
import { $, draw, announce } from "./dom.js";
import { desk, items, item, selected, page, select, on } from "./state.js";
import { view, toScreen, toPage, reveal } from "./view.js";
import { layer, frame, redraw } from "./overlay.js";
import { hasInk } from "./sheet.js";
import { t } from "./words.js";

let hovered = null;

/** Whether a box takes up most of the sheet, as borders and grounds do. */
export const isGround = (box) => box[2] * box[3] > 0.5 * page().width * page().height;

/** The items under a point in millimetres, the topmost first. */
export function under(x, y) {
  const near = 3 / view.scale;
  const [left, top] = toScreen(x, y);
  const stage = $("stage").getBoundingClientRect();
  return items().filter(({ id, box }) => {
    const slackX = box[2] * view.scale < 6 ? near : 0;
    const slackY = box[3] * view.scale < 6 ? near : 0;
    if (x < box[0] - slackX || x > box[0] + box[2] + slackX || y < box[1] - slackY || y > box[1] + box[3] + slackY) return false;
    // A border is as large as the sheet; only its lines are it.
    return !isGround(box) || hasInk(id, left + stage.left, top + stage.top);
  }).reverse();
}

/** Selects what lies at a point; with `again`, what lies below the selected one. */
export function pick(x, y, again) {
  const found = under(x, y);
  const at = found.findIndex((one) => one.id === desk.selected);
  const next = again && at >= 0 ? found[(at + 1) % found.length] : found[0];
  choose(next?.id ?? null);
}

/** Selects, and says so. */
export function choose(id) {
  select(id, { reveal: false });
  const chosen = selected();
  announce(chosen ? t("announce.selected", { what: name(chosen) }) : t("announce.nothing"));
}

/** What people call an item: its text, or its path. */
export const name = (one) => (one.title && one.title !== one.id ? `${one.title} (${one.id})` : one.id);

/** Goes to the next item in painting order, or the one before; returns whether there is one. */
export function step(by) {
  const all = items();
  const at = all.findIndex((one) => one.id === desk.selected);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
  if (!next) return false;
  choose(next.id);
  reveal(next.box);
  return true;
}

export function hover(x, y) {
  const next = x === null ? null : under(x, y)[0]?.id ?? null;
  if (next === hovered) return;
  hovered = next;
  redraw();
}

const places = {  // of the handles, as parts of the box
  nw: [0, 0], n: [0.5, 0], ne: [1, 0], e: [1, 0.5], se: [1, 1], s: [0.5, 1], sw: [0, 1], w: [0, 0.5],
};

/** Where a handle stands, as parts of the item's box; null for the item as a whole. A line's ends are at two corners. */
export function anchor(one, handle) {
  if (handle !== "from" && handle !== "to") return places[handle] ?? null;
  const length = (name) => Number(/(-?[\d.]+) ?mm/.exec(one.properties.find((property) => property.name === name)?.value ?? "")?.[1]);
  return ["x", "y"].map((axis) => {
    const isBackwards = length(`from.${axis}`) > length(`to.${axis}`);
    return (handle === "to") === isBackwards ? 0 : 1;
  });
}

let live = null;  // the box while it is dragged
export function drawAs(box) {
  live = box;
  redraw();
}

layer("selection", () => {
  const nodes = [];
  const over = hovered !== null && hovered !== desk.selected ? item(hovered) : null;
  if (over) nodes.push(frame(over.box, "hovered"));
  const chosen = selected();
  if (!chosen) return nodes;
  const box = live ?? chosen.box;
  const parent = chosen.parent !== null ? item(chosen.parent) : null;
  if (parent) nodes.push(frame(parent.box, "parent"));
  nodes.push(frame(box, chosen.handles.length ? "selected" : "selected placed"));
  for (const [x1, y, x2] of live ? [] : chosen.baselines) {
    const [a, b] = toScreen(x1, y);
    nodes.push(draw("line", { class: "baseline", x1: a, x2: toScreen(x2, y)[0], y1: b, y2: b }));
  }
  for (const handle of chosen.handles) {
    const at = anchor(chosen, handle);
    if (!at) continue;
    const [x, y] = toScreen(box[0] + at[0] * box[2], box[1] + at[1] * box[3]);
    nodes.push(draw("rect", { class: "handle", "data-handle": handle, x: x - 4, y: y - 4, width: 8, height: 8, rx: 1.5 }));
  }
  return nodes;
});

/** The handle under a point of the stage, if the selected item has one there. */
export function handleAt(x, y) {
  const chosen = selected();
  if (!chosen) return null;
  const [px, py] = toPage(x, y);
  let best = null;
  let least = 9 / view.scale;
  for (const handle of chosen.handles) {
    const at = anchor(chosen, handle);
    if (!at) continue;
    const distance = Math.hypot(chosen.box[0] + at[0] * chosen.box[2] - px, chosen.box[1] + at[1] * chosen.box[3] - py);
    if (distance < least) [best, least] = [handle, distance];
  }
  // Of a small item the handles leave no room to take hold of it, so its inside wins.
  const isSmall = chosen.box[2] * view.scale < 24 && chosen.box[3] * view.scale < 24;
  const isInside = px > chosen.box[0] && px < chosen.box[0] + chosen.box[2] && py > chosen.box[1] && py < chosen.box[1] + chosen.box[3];
  return isSmall && isInside && chosen.handles.includes("move") ? null : best;
}

on("select", ({ reveal: isWanted }) => {
  const chosen = selected();
  if (chosen && isWanted) reveal(chosen.box);
});
