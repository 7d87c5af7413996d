// What is drawn over the sheet, in pixels of the stage so that lines stay thin at each zoom: a layer for each module that has
// something to show, and the layers of the sheet itself: grid, area, boxes.
import { $, draw, figure, memory } from "./dom.js";
import { desk, page, items, item, selected, on } from "./state.js";
import { view, toScreen } from "./view.js";

const overlay = $("overlay");
const layers = [];
let isAsked = false;

/** Adds a layer: a function that returns the nodes to show now. Layers that are added later lie above. */
export function layer(name, paint) {
  const group = draw("g", { "data-layer": name });
  overlay.append(group);
  layers.push({ name, group, paint });
}

/** Draws all layers before the next frame. */
export function redraw() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    for (const { group, paint } of layers) group.replaceChildren(...(page() ? paint() : []).flat().filter(Boolean));
  });
}
on("state select page view language", redraw);

/** Whether each overlay is on; the step of the grid in mm. */
export const shown = {
  grid: memory.get("grid", false), area: memory.get("area", false), boxes: memory.get("boxes", false), step: memory.get("step", 5),
};
export function toggle(name, to = !shown[name]) {
  shown[name] = to;
  memory.set(name, to);
  redraw();
}

// ---- Shapes that layers share

export function frame([x, y, width, height], name, extra = {}) {
  const [left, top] = toScreen(x, y);
  return draw("rect", {
    class: name, x: left, y: top, width: Math.max(width * view.scale, 0), height: Math.max(height * view.scale, 0), ...extra,
  });
}

export function stroke(x1, y1, x2, y2, name) {
  const [a, b] = toScreen(x1, y1);
  const [c, d] = toScreen(x2, y2);
  return draw("line", { class: name, x1: a, y1: b, x2: c, y2: d });
}

/** A word on a plate, its middle at a place of the stage. */
export function badge(text, x, y, name = "") {
  // Chinese characters are about twice as wide as digits.
  const width = [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 11.5 : 6.4), 12);
  return draw("g", { class: `badge ${name}`, transform: `translate(${x} ${y})` },
    draw("rect", { x: -width / 2, y: -9, width, height: 18, rx: 4 }),
    draw("text", { "text-anchor": "middle", y: 4 }, text));
}

/** A length with its measure in the middle; a is less than b. `across` for a horizontal one at y = at. */
export function dimension(a, b, at, across, name = "gap") {
  const from = across ? toScreen(a, at) : toScreen(at, a);
  const to = across ? toScreen(b, at) : toScreen(at, b);
  const label = badge(figure(b - a), (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, name);
  const tick = across ? [0, 4] : [4, 0];
  const bar = ([x, y]) => draw("line", { class: name, x1: x - tick[0], y1: y - tick[1], x2: x + tick[0], y2: y + tick[1] });
  return [draw("line", { class: name, x1: from[0], y1: from[1], x2: to[0], y2: to[1] }), bar(from), bar(to), label];
}

// ---- The sheet's own layers

layer("grid", () => {
  if (!shown.grid) return [];
  const { width, height, area } = page();
  // Lines closer than four pixels would be a grey plate.
  let step = shown.step;
  while (step * view.scale < 4) step *= step === 1 ? 5 : 2;
  const path = { fine: "", bold: "" };
  const line = (kind, x1, y1, x2, y2) => {
    const [a, b] = toScreen(x1, y1);
    const [c, d] = toScreen(x2, y2);
    path[kind] += `M${Math.round(a) + 0.5} ${Math.round(b) + 0.5}L${Math.round(c) + 0.5} ${Math.round(d) + 0.5}`;
  };
  const kind = (number) => (number % 10 === 0 || (step === 1 && number % 5 === 0) ? "bold" : "fine");
  for (let n = Math.ceil(-area[0] / step); area[0] + n * step <= width; n++) line(kind(n), area[0] + n * step, 0, area[0] + n * step, height);
  for (let n = Math.ceil(-area[1] / step); area[1] + n * step <= height; n++) line(kind(n), 0, area[1] + n * step, width, area[1] + n * step);
  return [draw("path", { class: "grid", d: path.fine }), draw("path", { class: "grid bold", d: path.bold })];
});

layer("area", () => {
  if (!shown.area) return [];
  const [x, y, width, height] = page().area;
  return [
    frame(page().area, "area"),
    stroke(x + width / 2, y, x + width / 2, y + height, "area middle"),
    stroke(x, y + height / 2, x + width, y + height / 2, "area middle"),
  ];
});

layer("boxes", () => {
  if (!shown.boxes) return [];
  const nodes = items().map((one) => [
    frame(one.box, one.handles.length || !one.parent ? "box" : "box placed"),
    ...one.baselines.map(([x1, y, x2]) => stroke(x1, y, x2, y, "baseline")),
  ]);
  const chosen = selected();
  return chosen ? [...nodes, margins(chosen)] : nodes;
});

/** What lies between an item and its next neighbour, or the area's edge, on each side. */
export function margins(chosen) {
  const [x, y, width, height] = chosen.box;
  const [ax, ay, aw, ah] = page().area;
  const isKin = (one) => one.id === chosen.id || isWithin(one, chosen) || isWithin(chosen, one);
  const others = items().filter((one) => !isKin(one) && one.box[2] * one.box[3] < 0.5 * aw * ah).map((one) => one.box);
  const beside = others.filter((box) => box[1] < y + height && box[1] + box[3] > y);
  const above = others.filter((box) => box[0] < x + width && box[0] + box[2] > x);
  const left = Math.max(ax, ...beside.map((box) => box[0] + box[2]).filter((edge) => edge <= x + 0.001));
  const right = Math.min(ax + aw, ...beside.map((box) => box[0]).filter((edge) => edge >= x + width - 0.001));
  const top = Math.max(ay, ...above.map((box) => box[1] + box[3]).filter((edge) => edge <= y + 0.001));
  const bottom = Math.min(ay + ah, ...above.map((box) => box[1]).filter((edge) => edge >= y + height - 0.001));
  const nodes = [];
  if (x - left > 0.01) nodes.push(dimension(left, x, y + height / 2, true));
  if (right - x - width > 0.01) nodes.push(dimension(x + width, right, y + height / 2, true));
  if (y - top > 0.01) nodes.push(dimension(top, y, x + width / 2, false));
  if (bottom - y - height > 0.01) nodes.push(dimension(y + height, bottom, x + width / 2, false));
  return nodes.flat();
}

function isWithin(one, other) {
  for (let parent = one.parent; parent !== null; parent = item(parent)?.parent ?? null) if (parent === other.id) return true;
  return false;
}

/** The page's edge, drawn here so that it stays a hair line. */
layer("paper", () => [frame([0, 0, page().width, page().height], desk.server.stale ? "paper stale" : "paper")]);
