// A lens: the sheet six times as large around the pointer. It has a copy of the picture, made when it is taken up and no sooner.
import { $ } from "./dom.js";
import { desk, page, on } from "./state.js";
import { view, place } from "./view.js";
import { copy, points, countOfPages } from "./sheet.js";
import { tool, toggleTool, take } from "./tools.js";

const stage = $("stage");
const lens = $("lens");
const power = 6;
const breadth = 256;  // pixels inside the lens' rim, as in desk.css
const root = lens.attachShadow({ mode: "open" });
const style = new CSSStyleSheet();
style.replaceSync("svg { display: block; width: 100%; height: 100%; } .sheet { fill: #fff; }");
root.adoptedStyleSheets = [style];

let at = null;
let picture = null;

function renew() {
  if (tool() !== "magnifier" || desk.page >= countOfPages()) return;
  picture = copy(desk.page);
  // The paper's white belongs to the page and not to the picture.
  const { width, height } = page();
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  sheet.setAttribute("class", "sheet");
  sheet.setAttribute("width", width * points);
  sheet.setAttribute("height", height * points);
  picture.prepend(sheet);
  root.replaceChildren(picture);
  aim();
}

function aim() {
  lens.hidden = tool() !== "magnifier" || !at || !picture;
  if (lens.hidden) return;
  const frame = stage.getBoundingClientRect();
  const side = (breadth / view.scale / power) * points;
  picture.setAttribute("viewBox", `${at.page[0] * points - side / 2} ${at.page[1] * points - side / 2} ${side} ${side}`);
  lens.style.transform = `translate(${at.x - frame.left - breadth / 2 - 2}px, ${at.y - frame.top - breadth / 2 - 2}px)`;
}

stage.addEventListener("pointermove", (event) => {
  at = { x: event.clientX, y: event.clientY, page: place(event) };
  aim();
});
stage.addEventListener("pointerleave", () => { at = null; aim(); });

on("tool", (name) => {
  $("magnifier").setAttribute("aria-pressed", String(name === "magnifier"));
  if (name === "magnifier") renew();
  else {
    root.replaceChildren();
    picture = null;
    aim();
  }
});
on("state page", renew);
on("view", aim);

// Held, it is there as long as the key is down; a short press keeps it.
let since = 0;
export function keyDown(isRepeat) {
  if (isRepeat) return;
  since = performance.now();
  toggleTool("magnifier");
}
addEventListener("keyup", (event) => {
  if (event.key.toLowerCase() === "z" && since && performance.now() - since > 350 && tool() === "magnifier") take(null);
  if (event.key.toLowerCase() === "z") since = 0;
});
