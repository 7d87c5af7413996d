// The pane that governs the scan.
import { $, make, figure, isTyping } from "./dom.js";
import { on } from "./state.js";
import { redraw as redrawOverlay } from "./overlay.js";
import { scan, open, turn, remove, nudge, lieFlat, update } from "./scan.js";
import { start as register } from "./register.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const host = $("compare");
const chooser = make("input", {
  type: "file", accept: "image/png,image/jpeg,application/pdf", class: "unseen", tabindex: "-1", "aria-hidden": "true", "data-test": "scan-file",
});
chooser.addEventListener("change", () => {
  if (chooser.files[0]) open(chooser.files[0]);
  chooser.value = "";
});
const panel = make("div");
host.append(chooser, panel);

const button = (text, act, attributes = {}) => make("button", { type: "button", class: "quiet", click: act, ...attributes }, text);

function redraw() {
  const focused = panel.contains(document.activeElement) ? document.activeElement.id : "";
  // A slider in use is not torn from under the hand.
  if (focused === "scan-opacity" && scan.name !== null && $("lie-facts")) return tellLie();
  panel.replaceChildren(...(scan.name === null ? nothing() : controls()));
  if (focused) $(focused)?.focus();
}

const nothing = () => [make("div", { class: "drop" }, make("p", {}, t("scan.drop")), button(t("scan.choose"), () => chooser.click(), { id: "scan-choose" })),
  make("p", { class: "soft", style: "margin-top: 0.8rem" }, t("scan.more"))];

function controls() {
  const modes = ["onion", "difference", "blink"];
  return [
    make("div", { class: "block" }, make("strong", {}, scan.name),
      scan.pdf ? make("label", { class: "row" }, t("scan.page"), make("input", {
        type: "number", id: "scan-page", min: 1, value: scan.pdfPage, style: "width: 4.5rem",
        change: (event) => turn(Number(event.target.value) || 1),
      })) : null,
      make("div", { class: "row" },
        button(t(scan.isShown ? "scan.hide" : "scan.show"), () => { scan.isShown = !scan.isShown; update(); }, { id: "scan-show" }),
        button(t("scan.other"), () => chooser.click(), { id: "scan-other" }),
        button(t("scan.remove"), remove, { id: "scan-remove" }))),
    make("div", { class: "block" },
      make("div", { class: "segments", role: "group", "aria-label": t("scan.mode") }, ...modes.map((mode) => button(t(`scan.${mode}`),
        () => { scan.mode = mode; scan.isShown = true; update(); }, { id: `scan-${mode}`, "aria-pressed": String(scan.mode === mode) }))),
      scan.mode === "onion" ? make("label", {}, make("span", { class: "unseen" }, t("scan.opacity")), make("input", {
        type: "range", id: "scan-opacity", min: 0, max: 1, step: 0.01, value: scan.opacity, "aria-label": t("scan.opacity"),
        input: (event) => { scan.opacity = Number(event.target.value); scan.isShown = true; update(); },
      })) : null),
    make("h4", {}, t("scan.lie")),
    make("div", { class: "block" },
      make("div", { class: "row" },
        button(t("scan.register"), register, { id: "scan-register", class: "solid" }), button(t("scan.flat"), lieFlat, { id: "scan-flat" })),
      make("dl", { class: "facts", id: "lie-facts", "data-test": "scan-lie" }, ...facts())),
    make("h4", {}, t("scan.nudge")),
    make("div", { class: "nudge", role: "group", "aria-label": t("scan.nudge") },
      ...[["up", 0, -1], ["left", -1, 0], ["down", 0, 1], ["right", 1, 0]].map(([way, dx, dy]) => {
        const reach = (event) => (event.shiftKey ? 1 : 0.1);
        const node = make("button", { type: "button", class: "icon", id: `scan-${way}`, "aria-label": t(`way.${way}`),
          click: (event) => nudge(dx * reach(event), dy * reach(event)) }, icon(way));
        return node;
      })),
    make("p", { class: "soft" }, t("scan.nudge.more")),
  ];
}

function facts() {
  const { a, b, x, y } = scan.lie;
  const size = Math.hypot(a, b);
  const rows = [
    [t("scan.scale"), `${figure(size, 4)} mm/px (${figure(25.4 / size, 1)} dpi)`],
    [t("scan.turn"), `${figure((Math.atan2(b, a) * 180) / Math.PI, 3)}°`],
    [t("scan.shift"), `${figure(x)}, ${figure(y)} mm`],
  ];
  return rows.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]);
}
const tellLie = () => $("lie-facts")?.replaceChildren(...facts());

// The arrow keys nudge while one of the four buttons has the focus.
panel.addEventListener("keydown", (event) => {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (!way || isTyping(event.target) || !event.target.closest(".nudge")) return;
  event.preventDefault();
  event.stopPropagation();
  const reach = event.shiftKey ? 1 : 0.1;
  nudge(way[0] * reach, way[1] * reach);
});

on("scan language", () => { redraw(); redrawOverlay(); });
redraw();
