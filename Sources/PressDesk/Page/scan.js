// Comparing with a scan: the picture, how it lies on the sheet, and how it is shown. PNG and JPEG never leave this page; a page of a
// PDF is drawn by the program.
import { $, clamp } from "./dom.js";
import { page, on, emit } from "./state.js";
import { view } from "./view.js";
import { picture } from "./connection.js";
import { say } from "./notice.js";
import { t } from "./words.js";

const host = $("scan");
const stage = $("stage");
const image = new Image();
image.alt = "";

/** A place of the scan, in its pixels, lies on the paper at x = a·px − b·py + x, y = b·px + a·py + y, in mm. */
export const scan = {
  name: null, isShown: true, mode: "onion", opacity: 0.5, blinkFront: true, lie: { a: 1, b: 0, x: 0, y: 0 },
  pdf: null, pdfPage: 1, registering: null,
};
export const width = () => image.naturalWidth;
export const height = () => image.naturalHeight;

/** The scan as large as the paper allows, in its middle. */
export function lieFlat() {
  const { width: w, height: h } = page();
  const a = Math.min(w / width(), h / height());
  scan.lie = { a, b: 0, x: (w - a * width()) / 2, y: (h - a * height()) / 2 };
  update();
}

export const toScan = (x, y) => {
  const { a, b, x: x0, y: y0 } = scan.lie;
  const square = a * a + b * b;
  return [(a * (x - x0) + b * (y - y0)) / square, (a * (y - y0) - b * (x - x0)) / square];
};

/** The similarity that takes two points of the scan to two of the paper; null if the points are one. */
export function similarity([p, q], [m, n]) {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const [ex, ey] = [n[0] - m[0], n[1] - m[1]];
  const square = dx * dx + dy * dy;
  if (square < 1 || ex * ex + ey * ey < 0.01) return null;
  const a = (dx * ex + dy * ey) / square;
  const b = (dx * ey - dy * ex) / square;
  return { a, b, x: m[0] - a * p[0] + b * p[1], y: m[1] - b * p[0] - a * p[1] };
}

export function lay(lie) {
  scan.lie = lie;
  update();
}
export const nudge = (dx, dy) => lay({ ...scan.lie, x: scan.lie.x + dx, y: scan.lie.y + dy });

/** Draws it as it lies now; the panel hears of it. */
export function update() {
  place();
  emit("scan");
}

let blinking = 0;
function place() {
  const shown = page();
  const isThere = scan.name !== null && scan.isShown && shown;
  host.hidden = !isThere;
  const isBlink = isThere && scan.mode === "blink" && !scan.registering;
  if (isBlink && !blinking) blinking = setInterval(() => { scan.blinkFront = !scan.blinkFront; place(); }, 700);
  if (!isBlink && blinking) {
    clearInterval(blinking);
    blinking = 0;
    scan.blinkFront = true;
  }
  if (!isThere) return;
  const s = view.scale;
  const { a, b, x, y } = scan.lie;
  host.style.transform = `translate(${view.x}px, ${view.y}px)`;
  host.style.width = `${shown.width * s}px`;
  host.style.height = `${shown.height * s}px`;
  image.style.transform = `matrix(${a * s}, ${b * s}, ${-b * s}, ${a * s}, ${x * s}, ${y * s})`;
  // While points are clicked on it the scan must be seen, and while it is told where they belong, the sheet.
  const mode = scan.registering ? "onion" : scan.mode;
  host.dataset.mode = mode;
  host.style.background = scan.registering === "scan" ? "#fff" : "none";
  host.style.opacity = scan.registering ? (scan.registering === "scan" ? 1 : 0.3)
    : mode === "onion" ? scan.opacity : mode === "blink" ? Number(scan.blinkFront) : 1;
}
on("view state page", place);

/** Takes a PNG, JPEG or PDF. */
export async function open(file) {
  if (!page()) return;
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  const isPDF = new TextDecoder("latin1").decode(head).includes("%PDF-");
  const isPicture = (head[0] === 0x89 && head[1] === 0x50) || (head[0] === 0xff && head[1] === 0xd8);
  if (!isPDF && !isPicture) return say("error", t("scan.unknown"));
  scan.pdf = isPDF ? file : null;
  scan.pdfPage = 1;
  await load(isPDF ? null : file, file.name);
  emit("tab", "compare");
}

/** Another page of the PDF. */
export async function turn(number) {
  const before = scan.pdfPage;
  scan.pdfPage = clamp(number, 1, 999);
  if (!(await load(null, scan.name, true))) scan.pdfPage = before;
  update();
}

async function load(blob, name, keepsLie = false) {
  try {
    const bytes = blob ?? await picture(scan.pdf, scan.pdfPage);
    const address = URL.createObjectURL(bytes);
    const [w, h] = [width(), height()];
    const old = image.src;
    image.src = address;
    await image.decode();
    if (old) URL.revokeObjectURL(old);
    host.replaceChildren(image);
    scan.name = name;
    scan.isShown = true;
    if (keepsLie && w === width() && h === height()) update();
    else lieFlat();
    return true;
  } catch (failure) {
    say("error", failure.name === "EncodingError" ? t("scan.unknown") : failure.message);
    return false;
  }
}

export function remove() {
  URL.revokeObjectURL(image.src);
  image.removeAttribute("src");
  host.replaceChildren();
  scan.name = scan.pdf = scan.registering = null;
  update();
}

// A file dropped beside the sheet must not make the browser leave the page.
addEventListener("dragover", (event) => {
  event.preventDefault();
  stage.classList.toggle("dropping", event.target instanceof Element && event.target.closest("#stage, #compare") !== null);
});
addEventListener("dragleave", (event) => { if (event.relatedTarget === null) stage.classList.remove("dropping"); });
addEventListener("drop", (event) => {
  event.preventDefault();
  stage.classList.remove("dropping");
  const file = event.dataTransfer?.files[0];
  if (file) open(file);
});
