// Where the sheet stands in the window: zoom, pan, true size. Other modules draw in pixels of the stage and ask here for the way
// from millimetres and back.
import { $, clamp, memory } from "./dom.js";
import { page, selected, on, emit } from "./state.js";

const stage = $("stage");
const ruler = 20;         // its breadth in pixels, as in desk.css
const cssPixel = 96 / 25.4;

export const view = { scale: cssPixel, x: 0, y: 0, isFit: true };  // pixels a millimetre; the page's corner in the stage
let truth = memory.get("true-size", cssPixel);                     // pixels of this screen to a true millimetre

export const toScreen = (x, y) => [view.x + x * view.scale, view.y + y * view.scale];
export const toPage = (x, y) => [(x - view.x) / view.scale, (y - view.y) / view.scale];

/** The place of a pointer event, in millimetres of the page. */
export function place(event) {
  const frame = stage.getBoundingClientRect();
  return toPage(event.clientX - frame.left, event.clientY - frame.top);
}

const size = () => [stage.clientWidth, stage.clientHeight];

function apply() {
  const shown = page();
  if (!shown) return;
  const host = $("sheet");
  host.style.width = `${shown.width * view.scale}px`;
  host.style.height = `${shown.height * view.scale}px`;
  host.style.transform = `translate(${view.x}px, ${view.y}px)`;
  $("zoom-level").textContent = `${Math.round((view.scale / truth) * 100)}%`;
  emit("view");
}

export function fit() {
  const shown = page();
  if (!shown) return;
  const [width, height] = size();
  const margin = 24;
  view.isFit = true;
  view.scale = Math.max(0.2, Math.min((width - ruler - 2 * margin) / shown.width, (height - ruler - 2 * margin) / shown.height));
  view.x = Math.round(ruler + (width - ruler - shown.width * view.scale) / 2);
  view.y = Math.round(ruler + (height - ruler - shown.height * view.scale) / 2);
  apply();
}

/** What a zoom without a pointer leaves in its place: the selected item if it is in sight, else the middle. */
function pivot() {
  const [width, height] = size();
  const box = selected()?.box;
  const [x, y] = box ? toScreen(box[0] + box[2] / 2, box[1] + box[3] / 2) : [0, 0];
  return x > ruler && y > ruler && x < width && y < height ? [x, y] : [(width + ruler) / 2, (height + ruler) / 2];
}

/** Zooms so that what lies under a point of the stage stays there. */
function zoomTo(scale, x, y) {
  if (x === undefined) [x, y] = pivot();
  const next = clamp(scale, 0.3, 200);
  const [px, py] = toPage(x, y);
  view.isFit = false;
  view.scale = next;
  view.x = x - px * next;
  view.y = y - py * next;
  keepInSight();
  apply();
}
export const zoomBy = (factor, x, y) => zoomTo(view.scale * factor, x, y);
export const trueSize = () => zoomTo(truth);
export const truthScale = () => truth;

export function calibrate(scale) {
  truth = scale;
  memory.set("true-size", scale);
  trueSize();
}

export function pan(dx, dy) {
  view.isFit = false;
  view.x += dx;
  view.y += dy;
  keepInSight();
  apply();
}

function keepInSight() {
  const shown = page();
  const [width, height] = size();
  const least = 60;
  if (!shown) return;
  view.x = clamp(view.x, ruler + least - shown.width * view.scale, width - least);
  view.y = clamp(view.y, ruler + least - shown.height * view.scale, height - least);
}

/** Brings a box into sight without changing the zoom. */
export function reveal([x, y, width, height]) {
  const [left, top] = toScreen(x, y);
  const [right, bottom] = toScreen(x + width, y + height);
  const [w, h] = size();
  if (right > ruler && left < w && bottom > ruler && top < h) return;
  pan((w + ruler) / 2 - (left + right) / 2, (h + ruler) / 2 - (top + bottom) / 2);
}

stage.addEventListener("wheel", (event) => {
  event.preventDefault();
  const frame = stage.getBoundingClientRect();
  const unit = event.deltaMode === 1 ? 16 : 1;
  if (event.ctrlKey || event.metaKey) {
    zoomBy(Math.exp(clamp(-event.deltaY * unit, -200, 200) * (event.deltaMode === 0 && Math.abs(event.deltaY) < 40 ? 0.01 : 0.0025)),
      event.clientX - frame.left, event.clientY - frame.top);
  } else if (event.shiftKey && !event.deltaX) pan(-event.deltaY * unit, 0);
  else pan(-event.deltaX * unit, -event.deltaY * unit);
}, { passive: false });

// Space and drag, or the middle button: what every drawing program does.
let isSpace = false;
export const isPanning = () => isSpace;
addEventListener("keydown", (event) => {
  if (event.code !== "Space" || event.target.closest?.("input, select, textarea, button, summary, a, [role=tab], dialog")) return;
  event.preventDefault();
  isSpace = true;
  stage.classList.add("panning");
});
addEventListener("keyup", (event) => {
  if (event.code !== "Space") return;
  isSpace = false;
  stage.classList.remove("panning");
});
stage.addEventListener("pointerdown", (event) => {
  if (!(event.button === 1 || (event.button === 0 && isSpace))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  stage.setPointerCapture(event.pointerId);
  const move = (moved) => pan(moved.movementX, moved.movementY);
  stage.addEventListener("pointermove", move);
  stage.addEventListener("lostpointercapture", () => stage.removeEventListener("pointermove", move), { once: true });
});

let paper = "";
on("state page", () => {
  const shown = page();
  const now = shown ? `${shown.width} ${shown.height}` : "";
  if (now !== paper && (view.isFit || !paper)) fit();
  else if (now !== paper) apply();
  paper = now;
});
new ResizeObserver(() => (view.isFit ? fit() : apply())).observe(stage);
