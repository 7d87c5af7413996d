// Registering the scan by two points: one on the scan, where it belongs, and the same again.
import { $, draw, announce, isBeside } from "./dom.js";
import { page, on } from "./state.js";
import { place, toScreen, isPanning } from "./view.js";
import { layer, badge, redraw } from "./overlay.js";
import { snapPoint } from "./snap.js";
import { scan, toScan, similarity, lay, update } from "./scan.js";
import { tool, take } from "./tools.js";
import { hintAt } from "./hint.js";
import { say } from "./notice.js";
import { t } from "./words.js";

const stage = $("stage");
let marks = [];     // on the scan, in its pixels
let goals = [];     // on the paper, in mm
let cursor = null;

const step = () => marks.length + goals.length;  // 0 and 2: on the scan; 1 and 3: on the paper

/** The corner that a goal is unless another place is clicked. */
function corner(number) {
  const [x, y, width, height] = page().area;
  return number === 0 ? [x, y] : [x + width, y + height];
}

export function start() {
  marks = [];
  goals = [];
  take("register");
  tell();
}

function tell() {
  scan.registering = step() % 2 === 0 ? "scan" : "sheet";
  const words = t(`register.${step()}`);
  const number = goals.length;
  const offer = { label: t(number === 0 ? "corner.first" : "corner.last"), act: () => add(corner(number)), test: "register-corner" };
  hintAt("register", words, step() % 2 === 0 ? [] : [offer]);
  announce(words);
  update();
  redraw();
}

function add(point) {
  if (step() % 2 === 0) marks.push(toScan(...point));
  else goals.push(point);
  if (goals.length < 2) return tell();
  const lie = similarity(marks, goals);
  take(null);
  if (lie) lay(lie);
  else say("error", t("register.same"));
}

on("tool", (name) => {
  if (name === "register" || !scan.registering) return;
  scan.registering = null;
  hintAt("register", null);
  update();
  redraw();
});

const target = (event) => (step() % 2 === 0 || event.shiftKey ? place(event) : snapPoint(...place(event)));
stage.addEventListener("pointerdown", (event) => {
  if (tool() === "register" && event.button === 0 && !isPanning() && !isBeside(event)) add(target(event));
});
stage.addEventListener("pointermove", (event) => {
  if (tool() !== "register") return;
  cursor = target(event);
  redraw();
});
// Enter takes the corner that is offered.
addEventListener("keydown", (event) => {
  if (tool() !== "register" || event.key !== "Enter" || step() % 2 === 0 || event.target.closest?.("button, input, select")) return;
  event.preventDefault();
  add(corner(goals.length));
});

const cross = ([x, y], name) => {
  const [sx, sy] = toScreen(x, y);
  return [draw("path", { class: "cross", d: `M${sx - 9} ${sy}h18M${sx} ${sy - 9}v18` }), name ? badge(name, sx + 14, sy - 14, "cross") : null];
};
layer("register", () => {
  if (tool() !== "register") return [];
  const { a, b, x, y } = scan.lie;
  const nodes = step() % 2 === 0 ? marks.map(([px, py], index) => cross([a * px - b * py + x, b * px + a * py + y], String(index + 1)))
    : goals.map((goal, index) => cross(goal, String(index + 1)));
  if (cursor) nodes.push(cross(cursor, null));
  return nodes.flat();
});
