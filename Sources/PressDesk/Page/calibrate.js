// True size: browsers do not know how large a pixel is, so a person lays a bank card on the screen.
import { $, clamp } from "./dom.js";
import { calibrate, truthScale } from "./view.js";

const dialog = $("calibrate");
const card = $("card");
const slider = $("card-width");
const width = 85.6;  // mm, ISO/IEC 7810 ID-1
const usual = 96 / 25.4;

function show(pixels) {
  card.style.width = `${pixels}px`;
  slider.value = pixels;
}

export function open() {
  show(truthScale() * width);
  dialog.returnValue = "";
  dialog.showModal();
}

$("calibrate-open").addEventListener("click", open);
slider.addEventListener("input", () => show(Number(slider.value)));
$("card-reset").addEventListener("click", () => show(usual * width));
card.addEventListener("pointerdown", (event) => {
  card.setPointerCapture(event.pointerId);
  const from = card.getBoundingClientRect().left;
  const move = (moved) => show(clamp(moved.clientX - from, Number(slider.min), Number(slider.max)));
  card.addEventListener("pointermove", move);
  card.addEventListener("lostpointercapture", () => card.removeEventListener("pointermove", move), { once: true });
});
dialog.addEventListener("close", () => {
  if (dialog.returnValue === "keep") calibrate(Number(slider.value) / width);
});
