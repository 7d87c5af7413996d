// The sheet: each page is an SVG in a shadow root of its own, so that ids collide neither with the page's own nor with those of
// another sheet. The nodes of items whose text did not change stay; that, and not the parsing, is what keeps a save quick.
import { $, make, draw } from "./dom.js";
import { desk, pages, on, family, isInside } from "./state.js";
import { say } from "./notice.js";
import { t } from "./words.js";

export const points = 72 / 25.4;  // to a millimetre

const host = $("sheet");
const style = new CSSStyleSheet();
style.replaceSync("svg { display: block; width: 100%; height: 100%; }");

const drawn = [];  // one for each page: its svg, and what stands in it

/** Thrown for a part that is not only a picture. */
class Unsafe extends Error {}

const forbidden = new Set(("script foreignobject iframe object embed animate animatetransform animatemotion set handler listener").split(" "));

function inspect(element) {
  if (forbidden.has(element.localName.toLowerCase())) throw new Unsafe(`<${element.localName}>`);
  for (const attribute of element.attributes) {
    const name = attribute.localName.toLowerCase();
    if (name.startsWith("on")) throw new Unsafe(name);
    // Pictures are data, and uses point into the sheet: nothing may be fetched or run.
    if (name === "href" && !/^(#|data:image\/(png|jpeg);base64,)/.test(attribute.value)) throw new Unsafe("href");
  }
  for (const child of element.children) inspect(child);
}

const opening = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">';

function parse(texts) {
  const parsed = new DOMParser().parseFromString(opening + texts.join("") + "</svg>", "image/svg+xml").documentElement;
  if (parsed.localName === "parsererror" || parsed.querySelector("parsererror")) throw new Unsafe("no XML");
  const nodes = [...parsed.children];
  if (nodes.length !== texts.length) throw new Unsafe("more than one element");
  for (const node of nodes) inspect(node);
  return nodes;
}

/** Brings the children of `parent` to the wanted list of [id, text]; returns how many were made anew. */
function renew(parent, kept, wanted) {
  const next = new Map();
  const fresh = [];
  for (const [id, text] of wanted) {
    let key = id;
    for (let number = 2; next.has(key); number++) key = `${id} ${number}`;
    const old = kept.get(key);
    const entry = old?.text === text ? old : { id, text, node: null };
    if (!entry.node) fresh.push(entry);
    next.set(key, entry);
  }
  parse(fresh.map((entry) => entry.text)).forEach((node, index) => { fresh[index].node = document.adoptNode(node); });
  for (const [key, entry] of kept) if (next.get(key) !== entry) entry.node.remove();
  let before = parent.firstChild;
  for (const entry of next.values()) {
    if (entry.node === before) before = before.nextSibling;
    else parent.insertBefore(entry.node, before);
  }
  return { entries: next, made: fresh.length };
}

function build(number) {
  const definitions = draw("defs");
  const layer = draw("g");
  const svg = draw("svg", { "aria-hidden": "true" }, definitions, layer);
  const holder = make("div", { "data-page": number });
  const root = holder.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  root.append(svg);
  host.append(holder);
  return { holder, root, svg, definitions, layer, kept: new Map(), keptDefinitions: new Map() };
}

function redraw() {
  const wanted = pages();
  while (drawn.length > wanted.length) drawn.pop().holder.remove();
  let made = 0;
  wanted.forEach((page, number) => {
    drawn[number] ??= build(number);
    const one = drawn[number];
    one.svg.setAttribute("viewBox", `0 0 ${page.width * points} ${page.height * points}`);
    const definitions = renew(one.definitions, one.keptDefinitions, page.definitions);
    const layer = renew(one.layer, one.kept, page.items);
    one.keptDefinitions = definitions.entries;
    one.kept = layer.entries;
    made += layer.made;
  });
  host.dataset.made = made;
  show();
}

function show() {
  drawn.forEach((one, number) => one.holder.hidden = number !== desk.page);
}

on("state", () => {
  try {
    redraw();
    delete host.dataset.refused;
  } catch (failure) {
    if (!(failure instanceof Unsafe)) throw failure;
    host.dataset.refused = failure.message;
    say("error", t("refused", { why: failure.message }));
  }
  document.documentElement.toggleAttribute("data-stale", desk.server.stale);
});
on("page", show);

/** Moves what an item draws, until the next state; in millimetres. */
export function shift(id, dx, dy) {
  const owners = family(id);
  for (const entry of drawn[desk.page]?.kept.values() ?? []) {
    if (!isInside(entry.id, owners)) continue;
    entry.shifted ??= entry.node.getAttribute("transform") ?? "";
    entry.node.setAttribute("transform", `translate(${dx * points} ${dy * points}) ${entry.shifted}`);
  }
}

/** Puts back what `shift` moved. */
export function unshift() {
  for (const one of drawn) {
    for (const entry of one.kept.values()) {
      if (entry.shifted === undefined) continue;
      if (entry.shifted) entry.node.setAttribute("transform", entry.shifted);
      else entry.node.removeAttribute("transform");
      delete entry.shifted;
    }
  }
}

/** A copy of a page's picture, for the magnifier and for print. */
export const copy = (number) => drawn[number].svg.cloneNode(true);
export const countOfPages = () => drawn.length;

/** Whether an item's ink, and not only its box, lies under a point of the window. */
export function hasInk(id, x, y) {
  const owners = family(id);
  const nodes = drawn[desk.page]?.root.elementsFromPoint(x, y) ?? [];
  for (const entry of drawn[desk.page]?.kept.values() ?? []) {
    if (isInside(entry.id, owners) && nodes.some((node) => entry.node.contains(node))) return true;
  }
  return false;
}
