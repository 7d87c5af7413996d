// Measuring between two points, which snap to edges and middles, or between the boxes of two items.
import { $, draw, figure, isBeside } from "./dom.js";
import { desk, page, item, on } from "./state.js";
import { place, toScreen, isPanning, view } from "./view.js";
import { layer, badge, stroke, dimension, frame, redraw } from "./overlay.js";
import { snapPoint } from "./snap.js";
import { under } from "./select.js";
import { tool } from "./tools.js";
import { hintAt } from "./hint.js";
import { t } from "./words.js";

const stage = $("stage");
let from = null;    // [x, y] in mm
let to = null;
let isFixed = false;
let first = null;   // the item that was clicked first, and the second
let second = null;

const point = (event) => (event.shiftKey ? place(event) : snapPoint(...place(event)));

function clear() {
  from = to = first = second = null;
  isFixed = false;
}

let pressed = null;
stage.addEventListener("pointerdown", (event) => {
  if (tool() !== "measure" || event.button !== 0 || isPanning() || !page() || isBeside(event)) return;
  stage.setPointerCapture(event.pointerId);
  pressed = { at: point(event), x: event.clientX, y: event.clientY };
  if (isFixed || !from) {
    const before = first;
    const wasPair = second !== null;
    clear();
    from = to = pressed.at;
    // With Ctrl, the items count and not the points.
    if (event.ctrlKey || event.metaKey) {
      from = to = null;
      pressed = null;
      const hit = under(...place(event))[0]?.id ?? null;
      if (before !== null && !wasPair && hit !== before) [first, second] = [before, hit];
      else first = hit;
    }
  } else {
    to = pressed.at;
    isFixed = true;
    pressed = null;
  }
  redraw();
});
stage.addEventListener("pointermove", (event) => {
  if (tool() !== "measure" || !page()) return;
  if (from && !isFixed) to = point(event);
  else cursor = point(event);
  redraw();
});
stage.addEventListener("pointerup", (event) => {
  if (tool() !== "measure" || !pressed) return;
  // Drawn out in one go, or begun with a click and waiting for the second.
  if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 5) {
    to = point(event);
    isFixed = true;
  }
  pressed = null;
  redraw();
});
let cursor = null;

on("tool", (name) => {
  clear();
  cursor = null;
  $("measure").setAttribute("aria-pressed", String(name === "measure"));
  if (name === "measure") {
    // What is selected is the first of two items.
    first = desk.selected;
    hintAt("measure", t("measure.hint"));
  } else hintAt("measure", null);
  redraw();
});
on("page", clear);

/** The gaps between two boxes, across and down; for boxes that overlap, by how much. */
function gaps(a, b) {
  const nodes = [frame(a, "selected"), frame(b, "selected")];
  const lane = (one, other, at) => [Math.max(one[at], other[at]), Math.min(one[at] + one[at + 2], other[at] + other[at + 2])];
  const [left, right] = a[0] <= b[0] ? [a, b] : [b, a];
  const [upper, lower] = a[1] <= b[1] ? [a, b] : [b, a];
  const rows = lane(a, b, 1);
  const columns = lane(a, b, 0);
  const y = rows[0] < rows[1] ? (rows[0] + rows[1]) / 2 : left[1] + left[3] / 2;
  const x = columns[0] < columns[1] ? (columns[0] + columns[1]) / 2 : upper[0] + upper[2] / 2;
  if (right[0] > left[0] + left[2]) nodes.push(dimension(left[0] + left[2], right[0], y, true, "measure"));
  if (lower[1] > upper[1] + upper[3]) nodes.push(dimension(upper[1] + upper[3], lower[1], x, false, "measure"));
  // The middles' offset tells what the gaps do not: whether two things are centred on each other.
  const dx = b[0] + b[2] / 2 - a[0] - a[2] / 2;
  const dy = b[1] + b[3] / 2 - a[1] - a[3] / 2;
  const [sx, sy] = toScreen((a[0] + b[0] + (a[2] + b[2]) / 2) / 2, Math.max(a[1] + a[3], b[1] + b[3]));
  nodes.push(badge(`${t("middles")} ${figure(dx)}, ${figure(dy)} mm`, sx, sy + 18, "measure"));
  return nodes;
}

layer("measure", () => {
  if (tool() !== "measure") return [];
  if (second !== null && item(first) && item(second)) return gaps(item(first).box, item(second).box);
  const nodes = [];
  const cross = ([x, y]) => {
    const [sx, sy] = toScreen(x, y);
    return draw("path", { class: "cross", d: `M${sx - 6} ${sy}h12M${sx} ${sy - 6}v12` });
  };
  if (first !== null && item(first) && !from) nodes.push(frame(item(first).box, "selected"));
  if (from && to) {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    nodes.push(stroke(...from, ...to, "measure"), cross(from), cross(to));
    if (Math.abs(dx) > 0.005 && Math.abs(dy) > 0.005) {
      nodes.push(stroke(from[0], from[1], to[0], from[1], "measure leg"), stroke(to[0], from[1], to[0], to[1], "measure leg"));
    }
    const [x, y] = toScreen((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    if (length * view.scale > 1) nodes.push(badge(`${figure(length)} mm   ↔ ${figure(Math.abs(dx))}   ↕ ${figure(Math.abs(dy))}`, x, y - 16, "measure"));
  } else if (cursor) nodes.push(cross(cursor));
  return nodes;
});
