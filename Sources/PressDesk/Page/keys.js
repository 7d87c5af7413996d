// What the keys do, in one table that also is the help.
import { $, make, isTyping } from "./dom.js";
import { desk, select, turnTo, pages, on } from "./state.js";
import { fit, trueSize, zoomBy } from "./view.js";
import { shown, toggle } from "./overlay.js";
import { step } from "./select.js";
import { nudgeBy, cancel } from "./drag.js";
import { undo, redo } from "./history.js";
import { print } from "./print.js";
import { tool, toggleTool, take } from "./tools.js";
import * as magnifier from "./magnifier.js";
import { t } from "./words.js";

const overlays = { g: "grid", a: "area", b: "boxes" };

const mouse = { "⤢": "keys.pointer", "⊙": "keys.wheel" };  // what is no key, but is held with one
const help = [
  ["sheet", [
    ["0", "zoom.fit"], ["1", "zoom.true"], ["+ −", "zoom.keys"], ["Ctrl ⊙", "zoom.wheel"], ["Space ⤢", "pan"], ["PageUp PageDown", "page.turn"],
  ]],
  ["overlays", [["G", "grid"], ["A", "area"], ["B", "boxes"], ["M", "measure"], ["Z", "magnifier"]]],
  ["select", [["Tab", "select.next"], ["⇧ Tab", "select.before"], ["Alt ⊙", "select.below"], ["Esc", "select.none"]]],
  ["drag", [["← → ↑ ↓", "nudge"], ["⇧ ←", "nudge.far"], ["Alt ←", "nudge.fine"], ["⇧ ⤢", "drag.axis"], ["Alt ⤢", "drag.free"]]],
  ["history", [["Ctrl Z", "undo"], ["Ctrl ⇧ Z", "redo"], ["Ctrl Y", "redo"]]],
  ["other", [["Ctrl P", "print"], ["?", "help"]]],
];

function drawHelp() {
  $("keys").replaceChildren(...help.map(([group, rows]) => make("section", {}, make("h3", {}, t(`keys.${group}`)),
    make("dl", {}, ...rows.flatMap(([keys, word]) => [
      make("dt", {}, ...keys.split(" ").flatMap((key, index) => [index ? " " : "", make("kbd", {}, key in mouse ? t(mouse[key]) : key)])),
      make("dd", {}, t(word)),
    ])))));
}

function openHelp() {
  drawHelp();
  $("help").showModal();
}

function showOverlays() {
  for (const name of ["grid", "area", "boxes"]) $(name).setAttribute("aria-pressed", String(shown[name]));
  $("grid-step").value = shown.step;
}
for (const name of ["grid", "area", "boxes"]) $(name).addEventListener("click", () => { toggle(name); showOverlays(); });
$("grid-step").addEventListener("change", () => {
  toggle("step", Number($("grid-step").value));
  toggle("grid", true);
  showOverlays();
});
showOverlays();

$("zoom-in").addEventListener("click", () => zoomBy(1.25));
$("zoom-out").addEventListener("click", () => zoomBy(0.8));
$("zoom-fit").addEventListener("click", fit);
$("zoom-level").addEventListener("click", trueSize);
$("measure").addEventListener("click", () => toggleTool("measure"));
$("magnifier").addEventListener("click", () => toggleTool("magnifier"));
$("help-open").addEventListener("click", openHelp);
$("page-before").addEventListener("click", () => turnTo(desk.page - 1));
$("page-after").addEventListener("click", () => turnTo(desk.page + 1));

on("state page language", () => {
  $("pages").hidden = pages().length < 2;
  $("page-number").textContent = `${desk.page + 1} / ${pages().length}`;
  $("page-before").disabled = desk.page === 0;
  $("page-after").disabled = desk.page >= pages().length - 1;
});

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Whether the sheet has the keys: it has the focus, or nothing has. Elsewhere Tab and the arrows belong to the controls. */
const isOnSheet = () => document.activeElement === $("stage") || document.activeElement === document.body;

function command(event) {
  const key = event.key.toLowerCase();
  if (event.altKey) return false;
  if (key === "z") event.shiftKey ? redo() : undo();
  else if (key === "y") redo();
  else if (key === "p") print();
  else return false;
  return true;
}

function plain(event) {
  const key = event.key.toLowerCase();
  if (key in overlays) {
    toggle(overlays[key]);
    showOverlays();
  } else if (key === "m") toggleTool("measure");
  else if (key === "z") magnifier.keyDown(event.repeat);
  else if (key === "0") fit();
  else if (key === "1") trueSize();
  else if (key === "+" || key === "=") zoomBy(1.25);
  else if (key === "-" || key === "−") zoomBy(0.8);
  else if (key === "?") openHelp();
  else if (key === "pageup") turnTo(desk.page - 1);
  else if (key === "pagedown") turnTo(desk.page + 1);
  else if (key === "escape") {
    if (cancel()) return true;
    if (tool()) take(null);
    else if (desk.selected !== null) select(null);
    else $("stage").blur();  // from here Tab goes on to the other controls
  } else return false;
  return true;
}

function onSheet(event) {
  // Past the last item Tab leaves the sheet, or nobody could get out of it by keyboard.
  if (event.key === "Tab" && !event.altKey) {
    return (desk.selected !== null || (document.activeElement === $("stage") && !event.shiftKey)) && step(event.shiftKey ? -1 : 1);
  }
  if (event.key in arrows && desk.selected !== null) {
    const reach = event.shiftKey ? 5 : event.altKey ? 0.1 : 0.5;
    nudgeBy(arrows[event.key][0] * reach, arrows[event.key][1] * reach);
  } else return false;
  return true;
}

// The sheet shows its focus to those who came by keyboard; clicking on it needs no frame around it.
addEventListener("pointerdown", () => { document.documentElement.dataset.by = "pointer"; }, true);
addEventListener("keydown", (event) => { if (event.key === "Tab") document.documentElement.dataset.by = "keys"; }, true);

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || document.querySelector("dialog[open]") || event.isComposing) return;
  // In a field, Ctrl Z is that field's own.
  if (isTyping(event.target)) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const isDone = event.ctrlKey || event.metaKey ? command(event) : (isOnSheet() && onSheet(event)) || (!event.altKey && plain(event));
  if (isDone) event.preventDefault();
});
