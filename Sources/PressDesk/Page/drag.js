// Moving and resizing with the pointer, and nudging with the arrow keys. While it lasts the drawing itself is moved; the file is
// written when the pointer is let go, or when the keys have been quiet for a moment.
import { $, figure, signed, isBeside } from "./dom.js";
import { desk, page, selected, on, item, holder, select } from "./state.js";
import { view, place, toScreen, isPanning } from "./view.js";
import { layer, badge, stroke, redraw } from "./overlay.js";
import { pick, under, hover, handleAt, isGround, anchor, drawAs } from "./select.js";
import { shift, unshift } from "./sheet.js";
import { snap } from "./snap.js";
import { move } from "./move.js";
import { say } from "./notice.js";
import { tool } from "./tools.js";
import { t } from "./words.js";

const stage = $("stage");
let drag = null;     // {id, handle, edges, box, start, dx, dy, guides, isMoving}
let nudge = null;    // {id, handle, edges, guides, dx, dy, timer}

/** Which edges of its box move with a handle, as parts of its width and its height: those are what snaps. */
function edgesOf(id, handle) {
  const at = handle === "move" ? null : anchor(item(id), handle);
  if (!at) return { x: [0, 0.5, 1], y: [0, 0.5, 1] };
  return { x: at[0] === 0.5 ? [] : [at[0]], y: at[1] === 0.5 ? [] : [at[1]] };
}

/** A box after one of its handles was moved. */
function moved([x, y, width, height], edges, dx, dy) {
  if (edges.x.length === 3) return [x + dx, y + dy, width, height];
  const left = edges.x[0] === 0 ? dx : 0;
  const top = edges.y[0] === 0 ? dy : 0;
  const right = edges.x[0] === 1 ? dx : 0;
  const bottom = edges.y[0] === 1 ? dy : 0;
  const [w, h] = [width + right - left, height + bottom - top];
  return [x + left + Math.min(w, 0), y + top + Math.min(h, 0), Math.abs(w), Math.abs(h)];
}

stage.addEventListener("pointerdown", (event) => {
  if (event.button !== 0 || isPanning() || tool() || !page() || isBeside(event)) return;
  stage.focus({ preventScroll: true });
  flush();
  const frame = stage.getBoundingClientRect();
  const at = place(event);
  let handle = handleAt(event.clientX - frame.left, event.clientY - frame.top);
  const before = desk.selected;
  if (!handle) {
    // The first press selects and may drag at once; what is selected already is taken hold of, wherever it lies in the pile.
    const pile = under(...at);
    const isHeld = pile.some((one) => one.id === desk.selected || one.id.startsWith(`${desk.selected}/`));
    if (!isHeld) pick(...at, false);
    handle = "move";
  }
  const chosen = selected();
  const edges = chosen ? edgesOf(chosen.id, handle) : null;
  drag = { id: chosen?.id ?? null, handle, edges, box: chosen?.box, start: at, dx: 0, dy: 0, guides: [], isMoving: false, before };
  stage.setPointerCapture(event.pointerId);
});

stage.addEventListener("pointermove", (event) => {
  if (!page() || tool()) return;
  const frame = stage.getBoundingClientRect();
  if (!drag) {
    const handle = handleAt(event.clientX - frame.left, event.clientY - frame.top);
    stage.dataset.cursor = handle ?? "";
    return hover(...place(event));
  }
  if (drag.id === null) return;
  const [x, y] = place(event);
  let [dx, dy] = [x - drag.start[0], y - drag.start[1]];
  if (!drag.isMoving && Math.hypot(dx, dy) * view.scale < 4) return;
  // A ground is under everything: only who has selected it before means to move it.
  if (drag.before !== drag.id && isGround(drag.box)) return;
  const chosen = item(drag.id);
  if (!chosen) return stop();
  if (!chosen.handles.includes(drag.handle)) return explain(chosen);
  if (!drag.isMoving) {
    drag.isMoving = true;
    stage.classList.add("dragging");
  }
  if (event.shiftKey && drag.handle === "move") Math.abs(dx) > Math.abs(dy) ? (dy = 0) : (dx = 0);
  const { edges } = drag;
  // Who drags along one axis means that axis: what is off the other by a tremble stays where it was, and so does its number.
  if (!edges.x.length || Math.abs(dx) * view.scale < 3) dx = 0;
  if (!edges.y.length || Math.abs(dy) * view.scale < 3) dy = 0;
  const hit = event.altKey ? { dx: null, dy: null, guides: [] }
    : snap(drag.id, moved(drag.box, edges, dx, dy), { x: dx === 0 ? [] : edges.x, y: dy === 0 ? [] : edges.y });
  // What is not snapped goes in steps that a pixel can tell apart, so that the file gets tidy numbers.
  const step = event.altKey ? 0.1 : [0.1, 0.5, 1, 5].find((one) => one * view.scale >= 1) ?? 5;
  const tidy = (value) => Number((Math.round(value / step) * step).toFixed(3));
  dx = hit.dx === null ? tidy(dx) : dx + hit.dx;
  dy = hit.dy === null ? tidy(dy) : dy + hit.dy;
  drag.guides = hit.guides;
  drag.dx = dx;
  drag.dy = dy;
  if (drag.handle === "move") shift(drag.id, dx, dy);
  drawAs(moved(drag.box, edges, dx, dy));
});

/** Something that cannot be dragged says why, once for each try. */
function explain(chosen) {
  const by = holder(chosen);
  if (chosen.hangs) {
    say("info", chosen.hangs, by ? [{ label: t("select.it", { what: by.id }), act: () => select(by.id) }] : [], chosen.box);
  }
  stop();
}

function stop() {
  drag = null;
  stage.classList.remove("dragging");
  redraw();
}

stage.addEventListener("pointerup", (event) => {
  if (!drag) return;
  const { id, handle, dx, dy, isMoving, before } = drag;
  stop();
  if (!isMoving) {
    // A click selects what is on top; with Alt, what lies below the selected one. It never does so on the way to a drag.
    if (event.button === 0 && handle === "move" && before !== null && before === id) pick(...place(event), event.altKey);
    return;
  }
  if (Math.abs(dx) < 0.0005 && Math.abs(dy) < 0.0005) return cancel();
  move(id, handle, dx, dy);
});
stage.addEventListener("pointercancel", cancel);
stage.addEventListener("pointerleave", () => { if (!drag) hover(null); });

/** Puts back what is being dragged; returns whether anything was. */
export function cancel() {
  const was = drag?.isMoving || nudge !== null;
  clearTimeout(nudge?.timer);
  nudge = null;
  stop();
  unshift();
  drawAs(null);
  return Boolean(was);
}

/** Moves the selected item by a key; steps within a quarter of a second are one change of the file. */
export function nudgeBy(dx, dy) {
  const chosen = selected();
  if (!chosen || drag) return;
  if (!chosen.handles.includes("move")) return explain(chosen);
  if (nudge && nudge.id !== chosen.id) flush();
  nudge ??= { id: chosen.id, handle: "move", edges: edgesOf(chosen.id, "move"), guides: [], dx: 0, dy: 0, timer: 0 };
  nudge.dx += dx;
  nudge.dy += dy;
  shift(nudge.id, nudge.dx, nudge.dy);
  drawAs(moved(chosen.box, nudge.edges, nudge.dx, nudge.dy));
  clearTimeout(nudge.timer);
  nudge.timer = setTimeout(flush, 250);
}

function flush() {
  if (!nudge) return;
  const { id, dx, dy, timer } = nudge;
  clearTimeout(timer);
  nudge = null;
  if (Math.abs(dx) < 0.0005 && Math.abs(dy) < 0.0005) return cancel();
  move(id, "move", dx, dy);
}

// A new state puts everything where it now is; a drag that is under way goes on from the item's new place.
on("state", () => {
  unshift();
  drawAs(null);
  if (nudge) {
    const chosen = item(nudge.id);
    if (!chosen) return cancel();
    shift(nudge.id, nudge.dx, nudge.dy);
    drawAs(moved(chosen.box, nudge.edges, nudge.dx, nudge.dy));
  }
  if (!drag?.isMoving) return;
  const chosen = item(drag.id);
  if (!chosen) return stop();
  drag.box = chosen.box;
});

layer("drag", () => {
  const active = drag?.isMoving ? drag : nudge ? { ...nudge, box: item(nudge.id)?.box } : null;
  if (!active?.box) return [];
  const box = moved(active.box, active.edges, active.dx, active.dy);
  const [ax, ay] = page().area;
  const size = active.handle === "move" ? `${figure(box[0] - ax)}, ${figure(box[1] - ay)}` : `${figure(box[2])} × ${figure(box[3])}`;
  const [x, y] = toScreen(box[0] + box[2] / 2, box[1] + box[3]);
  const text = `Δ ${signed(active.dx)}, ${signed(active.dy)}   →   ${size} mm`;
  return [
    ...active.guides.map((guide) => (guide.isAcross
      ? stroke(guide.from, guide.at, guide.to, guide.at, "guide") : stroke(guide.at, guide.from, guide.at, guide.to, "guide"))),
    badge(text, Math.min(Math.max(x, 150), stage.clientWidth - 130), Math.min(y + 20, stage.clientHeight - 20), "dragged"),
  ];
});
