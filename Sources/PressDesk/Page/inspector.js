// What an item is, where it is, how it was fitted, and which rule set each of its values.
import { $, make, swatch, figure } from "./dom.js";
import { desk, page, item, holder, selected, select, on } from "./state.js";
import { post } from "./connection.js";
import { goTo, openInEditor } from "./source.js";
import { say } from "./notice.js";
import { t } from "./words.js";

const host = $("inspector");

let isPostponed = false;

function redraw() {
  const chosen = selected();
  // A value that is being written is not torn from under the hands; it is drawn when the hands are gone.
  const hand = host.contains(document.activeElement) ? document.activeElement : null;
  isPostponed = hand !== null && hand.matches("input") && hand.dataset.item === chosen?.id && hand.value !== hand.defaultValue;
  if (isPostponed) return;
  const focused = host.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  host.replaceChildren(...(chosen ? about(chosen) : [nothing()]));
  if (focused) [...host.querySelectorAll("[data-key]")].find((node) => node.dataset.key === focused)?.focus();
}

const nothing = () => make("div", { class: "empty" }, make("b", {}, t("nothing.selected")), t("nothing.selected.more"));

const lines = (one) => (one.line === one.endLine ? t("line", { line: one.line }) : t("lines", { from: one.line, to: one.endLine }));
const link = (text, act, key) => make("button", { type: "button", class: "link", "data-key": key, click: act }, text);

function about(one) {
  const where = desk.server.files[one.file]?.name.split("/").pop() ?? "";
  return [
    make("div", { class: "item-head" }, make("span", { class: "word" }, one.word), make("h3", { id: "item-title" }, one.title || one.id)),
    make("code", { class: "item-id", "data-test": "item-id" }, one.id),
    make("div", { class: "row actions" },
      link(`${where} ${lines(one)}`, () => goTo(one.file, one.line), "lines"),
      make("button", { type: "button", class: "quiet", id: "open-editor", "data-key": "open", click: () => openInEditor(one.file, one.line, one.column) },
        t("open.editor"))),
    make("dl", { class: "facts", "data-test": "facts" }, ...facts(one).flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])),
    one.hangs ? make("div", { class: "hangs" }, one.hangs,
      holder(one) ? link(t("select.it", { what: holder(one).id }), () => select(holder(one).id), "parent") : null) : null,
    one.properties.length ? make("h4", {}, t("properties")) : null,
    make("div", { class: "properties" }, ...sorted(one.properties).map((property) => row(one, property))),
  ].filter(Boolean);
}

function facts(one) {
  const [ax, ay] = page().area;
  const [x, y, width, height] = one.box;
  const result = [
    [t("position"), `${figure(x - ax)}, ${figure(y - ay)} mm`],
    [t("size"), `${figure(width)} × ${figure(height)} mm`],
  ];
  const value = (name) => one.properties.find((property) => property.name === name)?.value;
  const font = [value("font.family")?.replaceAll("\"", ""), value("font.size")].filter(Boolean).join(" ");
  if (font) result.push([t("font"), font]);
  if (one.baselines.length) result.push([t("baseline"), `${one.baselines.map(([, at]) => figure(at - ay)).join(", ")} mm`]);
  if (one.fit) result.push([t("fit"), fitted(one.fit)]);
  if (one.fields.length) result.push([t("fields"), one.fields.join(", ")]);
  return result;
}

function fitted(fit) {
  const parts = [];
  if (fit.used < fit.asked - 0.001) parts.push(t("fit.shrunk", { used: figure(fit.used, 1), asked: figure(fit.asked, 1) }));
  else parts.push(t("fit.asked", { asked: figure(fit.asked, 1) }));
  if (fit.lines > 1) parts.push(t("fit.lines", { lines: fit.lines }));
  if (fit.allowed != null && fit.measured != null) {
    parts.push(t("fit.width", { measured: figure(fit.measured, 1), allowed: figure(fit.allowed, 1) }));
  }
  const isTight = fit.used < fit.asked - 0.001 || fit.lines > 1 && fit.step;
  return make("span", { "data-test": "fit" }, make("span", isTight ? { class: "fit-note" } : {}, parts[0]),
    parts.slice(1).map((part) => make("div", {}, part)));
}

/** What a person wrote comes first, what nobody wrote last. */
function sorted(properties) {
  const rank = { literal: 0, style: 1, derived: 2, default: 3 };
  return [...properties].sort((a, b) => rank[a.origin] - rank[b.origin]);
}

function row(one, property) {
  return make("div", { class: "property", "data-origin": property.origin, "data-test": `property-${property.name}` },
    make("code", {}, property.name, swatch(property.value)), make("div", {}, value(one, property), make("div", { class: "origin" }, origin(property))));
}

/** Whether the computed value says what is not written: 4em do, 16pt and 28mm do not. */
const saysMore = ({ value, written }) => !value.startsWith(written) && !value.endsWith(`(${written})`);

const canEdit = (property) => property.written !== null && property.offset != null && property.endOffset > property.offset
  && (property.origin === "literal" || property.origin === "style");

function value(one, property) {
  if (!canEdit(property)) return make("div", { class: "value" }, property.value || "–");
  const { version } = desk.server;  // of the text that the offsets count in, also if newer ones arrive while somebody types
  const input = make("input", {
    value: property.written, title: t(property.origin === "style" ? "write.style" : "write", { style: property.from ?? "" }),
    spellcheck: "false", autocomplete: "off", "data-item": one.id, "data-key": `value ${property.name}`,
    "aria-label": t("value.of", { name: property.name }), "data-test": `value-${property.name}`,
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") write(one, property, input, version);
    else if (event.key === "Escape") input.value = input.defaultValue;
    else return;
    event.stopPropagation();
  });
  input.addEventListener("blur", () => { input.value = input.defaultValue; });
  return make("div", { class: "value" }, input, saysMore(property) ? make("div", { class: "origin" }, `= ${property.value}`) : null);
}

async function write(one, property, input, version) {
  const replacement = input.value.trim();
  if (replacement === property.written || !replacement) return;
  input.defaultValue = input.value = replacement;
  $("stage").focus({ preventScroll: true });
  try {
    const answer = await post("/api/edit", {
      version, label: `${property.name} of ${one.title || one.id}`,
      edits: [{ file: property.file, offset: property.offset, endOffset: property.endOffset, replacement }],
    });
    if (answer.outcome !== "conflict") return;
    say("conflict", t("conflict"));
  } catch (failure) {
    say("error", failure.message);
  }
  redraw();
}

function origin(property) {
  const at = property.line != null && property.file != null;
  const place = () => link(t("line", { line: property.line }), () => goTo(property.file, property.line), `origin ${property.name}`);
  switch (property.origin) {
  case "literal": return [t("origin.literal"), " ", at ? place() : ""];
  case "style": return [t("origin.style", { style: property.from ?? "" }), " ", at ? place() : ""];
  case "derived": return [t("origin.derived"), " ", property.from !== null && item(property.from)
    ? link(property.from, () => select(property.from), `origin ${property.name}`) : property.from ?? ""];
  default: return t("origin.default");
  }
}

on("state select page language", redraw);
host.addEventListener("focusout", () => queueMicrotask(() => { if (isPostponed && !host.contains(document.activeElement)) redraw(); }));
