// The panes: which tab is in front, how broad they are.
import { $, clamp, memory } from "./dom.js";
import { on, emit } from "./state.js";

const names = ["inspector", "form", "problems", "compare"];
let front = "inspector";
let before = null;  // the pane that the problems took the place of

function show(name) {
  front = name;
  for (const one of names) {
    const tab = $(`tab-${one}`);
    tab.setAttribute("aria-selected", String(one === name));
    tab.tabIndex = one === name ? 0 : -1;
    $(one).hidden = one !== name;
  }
}

for (const name of names) {
  $(`tab-${name}`).addEventListener("click", () => {
    before = null;
    show(name);
  });
}

// Arrow keys go along every row of tabs, as readers of the screen expect.
for (const list of document.querySelectorAll("[role=tablist]")) {
  list.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tabs = [...list.querySelectorAll("[role=tab]")];
    const at = tabs.indexOf(document.activeElement);
    if (!by || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (at + by + tabs.length) % tabs.length;
    tabs[next].click();
    list.querySelectorAll("[role=tab]")[next]?.focus();
  });
}

// Errors bring their pane to the front; when the last is gone, what was there before comes back, unless somebody chose.
on("tab", (name) => {
  if (name !== front) before = front;
  show(name);
});
on("calm", () => {
  if (before !== null && front === "problems") show(before);
  before = null;
});
on("select", ({ id }) => { if (id !== null && (front === "problems" || front === "form")) show("inspector"); });

const limits = { left: [160, 760], right: [200, 620] };

function spread(side, pixels) {
  const width = Math.round(clamp(pixels, ...limits[side]));
  document.documentElement.style.setProperty(`--${side}`, `${width}px`);
  $(`split-${side}`).setAttribute("aria-valuenow", width);
  memory.set(`pane-${side}`, width);
  emit("view");
}
const breadth = (side) => (side === "left" ? $("source") : $("side")).getBoundingClientRect().width;

for (const side of ["left", "right"]) {
  const splitter = $(`split-${side}`);
  const sign = side === "left" ? 1 : -1;
  const kept = memory.get(`pane-${side}`, null);
  if (typeof kept === "number") spread(side, kept);
  splitter.setAttribute("aria-valuemin", limits[side][0]);
  splitter.setAttribute("aria-valuemax", limits[side][1]);
  splitter.setAttribute("aria-valuenow", Math.round(breadth(side)));
  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    const [start, width] = [event.clientX, breadth(side)];
    const move = (moved) => spread(side, width + sign * (moved.clientX - start));
    splitter.addEventListener("pointermove", move);
    splitter.addEventListener("lostpointercapture", () => splitter.removeEventListener("pointermove", move), { once: true });
  });
  splitter.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    spread(side, breadth(side) + sign * by);
  });
}
