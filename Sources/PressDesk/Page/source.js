// The source pane: read-only text of the layout and of what it includes. A click on a line selects the item that it makes.
import { $, make, swatch } from "./dom.js";
import { desk, items, pages, item, selected, select, turnTo, on } from "./state.js";
import { tokens } from "./highlight.js";
import { post } from "./connection.js";
import { say } from "./notice.js";

const host = $("source-text");
let file = 0;
let lines = [];   // of the file shown, as drawn
let current = 0;  // the line that the keys are on, from 0
let tabs = "";

function drawLine(text, number) {
  const parts = tokens(text).map(([kind, part]) => {
    if (kind === null) return document.createTextNode(part);
    const span = make("span", { class: `t-${kind}` }, part);
    return kind === "color" ? [swatch(part), span] : span;
  });
  return make("div", { class: "line", role: "option", id: `line-${number + 1}`, "aria-selected": "false" },
    make("span", {}, parts.length ? parts.flat() : " "));
}

/** Draws the lines that changed, and leaves the others. */
function redraw() {
  const files = desk.server?.files ?? [];
  if (!files.length) return;
  file = Math.min(file, files.length - 1);
  drawTabs(files);
  const next = files[file].text.split("\n");
  if (next.length && next.at(-1) === "") next.pop();
  let head = 0;
  while (head < lines.length && head < next.length && lines[head] === next[head]) head++;
  let tail = 0;
  while (tail < lines.length - head && tail < next.length - head && lines.at(-1 - tail) === next.at(-1 - tail)) tail++;
  for (let number = lines.length - tail - 1; number >= head; number--) host.children[number].remove();
  const before = host.children[head] ?? null;
  for (let number = head; number < next.length - tail; number++) host.insertBefore(drawLine(next[number], number), before);
  if (next.length !== lines.length) [...host.children].forEach((line, number) => { line.id = `line-${number + 1}`; });
  lines = next;
  mark();
}

function drawTabs(files) {
  const now = `${file} ${files.map((one) => one.name).join("\n")}`;
  if (now === tabs) return;
  tabs = now;
  $("files").replaceChildren(...files.map((one, number) => make("button", {
    type: "button", role: "tab", "aria-selected": number === file, "aria-controls": "source-text", tabindex: number === file ? 0 : -1,
    title: one.name, "data-test": `file-${number}`, click: () => open(number),
  }, one.name.split("/").pop())));
}

function open(number) {
  if (number === file) return;
  file = number;
  lines = [];
  host.replaceChildren();
  redraw();
}

/** Lights the lines of the selected item, and marks those with problems. */
function mark() {
  const chosen = selected();
  const severities = new Map();
  for (const { severity, file: where, line, isRecord } of desk.server?.diagnostics ?? []) {
    if (!isRecord && where === file && severities.get(line) !== "error") severities.set(line, severity);
  }
  [...host.children].forEach((line, index) => {
    const number = index + 1;
    const isLit = chosen !== null && chosen.file === file && number >= chosen.line && number <= chosen.endLine;
    if (line.classList.contains("lit") !== isLit) {
      line.classList.toggle("lit", isLit);
      line.setAttribute("aria-selected", String(isLit));
    }
    const severity = severities.get(number);
    if (line.dataset.severity !== severity) severity ? (line.dataset.severity = severity) : delete line.dataset.severity;
  });
}

/** Shows a line, and lets it flash: where a problem or a rule stands. */
export function goTo(where, line) {
  open(where);
  current = line - 1;
  const node = host.children[current];
  if (!node) return;
  node.scrollIntoView({ block: "nearest" });
  node.classList.remove("flash");
  void node.offsetWidth;  // so that the animation begins again
  node.classList.add("flash");
}

/** Opens a place in the person's own editor. */
export async function openInEditor(where, line, column = 1) {
  try {
    say("info", (await post("/api/open", { file: where, line, column })).message);
  } catch (failure) {
    say("error", failure.message);
  }
}

/** The items whose statement takes in a line, the tightest statement first; those of other pages too. */
function madeBy(line) {
  const found = [];
  pages().forEach((page, number) => page.info.forEach((one) => {
    if (one.file === file && line >= one.line && line <= one.endLine) found.push({ one, number });
  }));
  const depth = ({ one }) => one.id.split("/").length;
  return found.sort((a, b) => (a.number !== desk.page) - (b.number !== desk.page)
    || (a.one.endLine - a.one.line) - (b.one.endLine - b.one.line) || depth(a) - depth(b));
}

/** Selects what a line makes; again: the next of several. */
function selectFrom(number) {
  const found = madeBy(number + 1);
  if (!found.length) return select(null);
  const at = found.findIndex(({ one, number: where }) => one.id === desk.selected && where === desk.page);
  const next = found[(at + 1) % found.length];
  turnTo(next.number);
  select(next.one.id);
}

const numberOf = (event) => [...host.children].indexOf(event.target.closest(".line"));
host.addEventListener("click", (event) => {
  const number = numberOf(event);
  if (number < 0 || (String(getSelection()) && host.contains(getSelection().anchorNode))) return;  // somebody copies
  moveTo(number);
  selectFrom(number);
});
host.addEventListener("dblclick", (event) => {
  const number = numberOf(event);
  if (number >= 0) openInEditor(file, number + 1);
});

function moveTo(number) {
  host.querySelector(".current")?.classList.remove("current");
  current = Math.min(Math.max(number, 0), lines.length - 1);
  const node = host.children[current];
  node?.classList.add("current");
  node?.scrollIntoView({ block: "nearest", inline: "nearest" });
  host.setAttribute("aria-activedescendant", node?.id ?? "");
}
host.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20, Home: -lines.length, End: lines.length }[event.key];
  if (by) moveTo(current + by);
  else if (event.key === "Enter") selectFrom(current);
  else return;
  event.preventDefault();
  event.stopPropagation();
});
host.addEventListener("blur", () => host.querySelector(".current")?.classList.remove("current"));

on("state", redraw);
on("select page", () => {
  const chosen = selected();
  if (chosen) open(chosen.file);
  mark();
  if (!chosen) return;
  const first = host.children[chosen.line - 1];
  first?.scrollIntoView({ block: "nearest", inline: "nearest" });
});
