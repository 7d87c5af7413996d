// Rulers in millimetres from the area's corner, and where the cursor is.
import { $, figure } from "./dom.js";
import { page, selected, on } from "./state.js";
import { view, place, toScreen } from "./view.js";
import { t } from "./words.js";

const stage = $("stage");
const across = $("ruler-across");
const down = $("ruler-down");
const breadth = 20;
const steps = [0.1, 0.5, 1, 5, 10, 50, 100];

let isAsked = false;
function ask() {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    paint(across, true);
    paint(down, false);
  });
}

function paint(canvas, isAcross) {
  const shown = page();
  const length = isAcross ? stage.clientWidth : stage.clientHeight;
  const ratio = devicePixelRatio;
  const [width, height] = isAcross ? [length, breadth] : [breadth, length];
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  if (!shown) return;
  const pen = canvas.getContext("2d");
  const style = getComputedStyle(canvas);
  pen.scale(ratio, ratio);
  pen.font = `10px ${style.fontFamily}`;
  pen.textBaseline = "top";
  // What is selected stands on the rulers as a band.
  const chosen = selected();
  if (chosen) {
    const at = isAcross ? 0 : 1;
    const from = toScreen(chosen.box[0], chosen.box[1])[at];
    pen.fillStyle = style.outlineColor;
    pen.fillRect(isAcross ? from : 0, isAcross ? 0 : from, isAcross ? chosen.box[2] * view.scale : breadth, isAcross ? breadth : chosen.box[3] * view.scale);
  }
  const origin = isAcross ? toScreen(shown.area[0], 0)[0] : toScreen(0, shown.area[1])[1];
  const minor = steps.find((step) => step * view.scale >= 5) ?? 100;
  const major = [...steps, 200, 500].find((step) => step * view.scale >= 44 && step > minor) ?? 500;
  pen.strokeStyle = pen.fillStyle = style.color;
  pen.beginPath();
  const first = Math.floor((breadth - origin) / (minor * view.scale));
  for (let n = first; origin + n * minor * view.scale <= length; n++) {
    const at = Math.round(origin + n * minor * view.scale) + 0.5;
    const value = n * minor;
    const isMajor = Math.abs(value / major - Math.round(value / major)) < 1e-6;
    const isMiddle = !isMajor && Math.abs((2 * value) / major - Math.round((2 * value) / major)) < 1e-6;
    const reach = isMajor ? breadth : isMiddle ? 7 : 4;
    if (isAcross) { pen.moveTo(at, breadth); pen.lineTo(at, breadth - reach); } else { pen.moveTo(breadth, at); pen.lineTo(breadth - reach, at); }
    if (!isMajor) continue;
    const word = figure(value, 1);
    if (isAcross) pen.fillText(word, at + 3, 2);
    else {
      pen.save();
      pen.translate(2, at - 3);
      pen.rotate(-Math.PI / 2);
      pen.fillText(word, 0, 0);
      pen.restore();
    }
  }
  pen.globalAlpha = 0.55;
  pen.stroke();
}

on("state select page view theme", ask);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", ask);

let last = null;
function follow(event) {
  const frame = stage.getBoundingClientRect();
  $("cursor-across").style.transform = `translateX(${event.clientX - frame.left}px)`;
  $("cursor-down").style.transform = `translateY(${event.clientY - frame.top}px)`;
  last = place(event);
  tell();
}

function tell() {
  const shown = page();
  if (!last || !shown) return;
  const [x, y] = last;
  $("position").textContent = `${figure(x - shown.area[0]).padStart(7)}  ${figure(y - shown.area[1]).padStart(7)} mm`;
  $("position-paper").textContent = `${t("from.paper")} ${figure(x)}  ${figure(y)}`;
}

stage.addEventListener("pointermove", follow);
stage.addEventListener("pointerenter", () => stage.classList.add("pointed"));
stage.addEventListener("pointerleave", () => {
  stage.classList.remove("pointed");
  last = null;
  $("position").textContent = $("position-paper").textContent = "";
});
