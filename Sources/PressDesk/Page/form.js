// The record as a form, from the layout's own schema. Nothing of it is written to disk.
import { $, make } from "./dom.js";
import { desk, on } from "./state.js";
import { post } from "./connection.js";
import { forget } from "./samples.js";
import { say } from "./notice.js";
import { t } from "./words.js";

const host = $("form");
const chooser = make("div");
let record = {};
let drawnFor = "";    // schema and language of the form that stands there
let drawnChoice = "";
const sent = [];      // the records as the program was told them last: their states may arrive late
let timer = 0;

const kinds = { text: "text", number: "text", date: "text", url: "url", image: "text" };

/** A record as text in which the order of its fields does not count. */
const canonical = (value) => JSON.stringify(value, (_, inner) => (inner && typeof inner === "object" && !Array.isArray(inner)
  ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));

function change() {
  clearTimeout(timer);
  timer = setTimeout(async () => {
    timer = 0;
    sent.push(canonical(record));
    if (sent.length > 16) sent.shift();
    forget();
    try {
      await post("/api/record", { record });
    } catch (failure) {
      say("error", failure.message);
    }
  }, 150);
}

function redraw() {
  if (!desk.server) return;
  const { schema, records } = desk.server;
  const arrived = canonical(desk.server.record ?? {});
  const shape = JSON.stringify([schema, t("form")]);
  drawChoice(records);
  // What comes back is what was typed: the fields keep their cursor. Anything else is another record.
  const isOurs = timer !== 0 || sent.includes(arrived) || arrived === canonical(record);
  if (shape === drawnFor && isOurs) return;
  if (!isOurs || !drawnFor) {
    record = structuredClone(desk.server.record ?? {});
    sent.length = 0;
  }
  drawnFor = shape;
  const focused = host.contains(document.activeElement) ? document.activeElement.dataset.path : null;
  host.replaceChildren(
    chooser,
    make("form", { "data-test": "record", submit: (event) => event.preventDefault(), autocomplete: "off" },
      ...schema.map((field) => control(field, record, field.name))),
    make("p", { class: "soft" }, t("form.more")));
  if (focused) [...host.querySelectorAll("[data-path]")].find((node) => node.dataset.path === focused)?.focus();
}

function drawChoice(records) {
  const now = JSON.stringify([records, t("form")]);
  if (now === drawnChoice) return;
  drawnChoice = now;
  const focused = chooser.contains(document.activeElement) ? document.activeElement.id : "";
  chooser.replaceChildren(choice(records));
  if (focused) $(focused)?.focus();
}

function choice({ names, current, name }) {
  const go = async (index) => {
    forget();
    try {
      await post("/api/record", { index });
    } catch (failure) {
      say("error", failure.message);
    }
  };
  const choose = make("select", { id: "records", "aria-label": t("records"), change: () => go(Number(choose.value)) },
    current === null ? make("option", { value: "", selected: true, disabled: true }, name ?? t("record.edited")) : null,
    ...names.map((name, index) => make("option", { value: index, selected: index === current }, name)));
  const step = (label, id, by) => make("button", {
    type: "button", class: "quiet", id, "aria-label": label, title: label, disabled: names.length < 2 && current !== null,
    click: () => go(((current ?? (by > 0 ? -1 : 0)) + by + names.length) % names.length),
  }, by > 0 ? "›" : "‹");
  if (!names.length) return make("p", { class: "records soft" }, name ?? "");
  return make("div", { class: "records" }, step(t("record.before"), "record-before", -1), choose, step(t("record.after"), "record-after", 1));
}

/** A field of the record, or of an entry: `owner` is the object that holds its value. */
function control(field, owner, path) {
  if (field.type === "list") return list(field, owner, path);
  const id = `field-${path}`;
  const complaint = make("p", { class: "complaint", id: `${id}-complaint` });
  const value = owner[field.name];
  const input = field.oneOf?.length
    ? make("select", { id, "data-path": path }, ...(field.oneOf.includes(value) ? [] : [make("option", { value: "" }, value ?? "")]),
      ...field.oneOf.map((one) => make("option", { value: one, selected: one === value }, one)))
    : make("input", {
      id, "data-path": path, type: kinds[field.type] ?? "text", value: value ?? "", spellcheck: "false", autocomplete: "off",
      inputmode: field.type === "number" ? "decimal" : null,
      placeholder: field.default ?? (field.type === "date" ? "2026-07-01" : field.type === "image" ? "photo.jpg" : null),
      "aria-describedby": `${id}-complaint`,
    });
  const box = make("div", { class: "field" });
  const judge = () => {
    const words = complain(field, owner[field.name]);
    complaint.textContent = words ?? "";
    box.classList.toggle("wrong", words !== null);
    input.setAttribute("aria-invalid", String(words !== null));
  };
  const read = () => {
    // Digits alone are a number; anything else stays text, so that the program can say what is wrong with it.
    const text = input.value;
    owner[field.name] = field.type === "number" && /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : text;
  };
  input.addEventListener("input", () => { read(); judge(); change(); });
  box.append(make("label", { for: id }, make("span", {}, field.label || field.name), make("small", {}, hint(field))), input);
  if (field.optional) {
    const without = make("input", { type: "checkbox", checked: value === undefined || value === null, "data-path": `${path}?` });
    const apply = () => {
      input.disabled = without.checked;
      if (without.checked) delete owner[field.name];
      else read();
      judge();
    };
    without.addEventListener("change", () => { apply(); change(); });
    input.disabled = without.checked;
    box.append(make("label", { class: "without" }, without, t("no.value")));
  }
  box.append(complaint);
  judge();
  return box;
}

const hint = (field) => [field.name, field.max ? `≤ ${field.max}` : "", field.min ? `≥ ${field.min}` : ""].filter(Boolean).join("  ");

function complain(field, value) {
  if (value === undefined || value === null || value === "") return field.optional || field.default !== undefined ? null : t("needed");
  const length = [...String(value)].length;
  if (field.max && field.type !== "list" && length > field.max) return t("too.long", { length, max: field.max });
  if (field.min && field.type !== "list" && length < field.min) return t("too.short", { length, min: field.min });
  return null;
}

function list(field, owner, path) {
  const rows = make("div", { class: "rows" });
  const values = () => (Array.isArray(owner[field.name]) ? owner[field.name] : []);
  const add = make("button", { type: "button", class: "quiet", "data-path": `${path}+` }, t("add.row"));
  const fill = () => {
    rows.replaceChildren(...values().map((value, index) => entry(field, values(), index, `${path}[${index + 1}]`, () => { fill(); change(); })));
    add.disabled = field.max !== undefined && values().length >= field.max;
  };
  add.addEventListener("click", () => {
    owner[field.name] = [...values(), field.fields ? {} : ""];
    fill();
    change();
    rows.lastChild?.querySelector("input, select")?.focus();
  });
  fill();
  return make("div", { class: "field", role: "group", "aria-label": field.label || field.name },
    make("div", { class: "label" }, make("span", {}, field.label || field.name), make("small", {}, hint(field))), rows, add);
}

function entry(field, values, index, path, changed) {
  const remove = make("button", {
    type: "button", class: "remove", "aria-label": t("remove.row", { number: index + 1 }), title: t("remove.row", { number: index + 1 }),
    click: () => { values.splice(index, 1); changed(); },
  }, "×");
  if (field.fields) return make("div", { class: "entry" }, ...field.fields.map((inner) => control(inner, values[index], `${path}.${inner.name}`)), remove);
  const input = make("input", {
    value: values[index] ?? "", "data-path": path, "aria-label": `${field.label || field.name} ${index + 1}`, spellcheck: "false", autocomplete: "off",
    input: () => { values[index] = input.value; change(); },
  });
  return make("div", { class: "entry plain" }, input, remove);
}

on("state language", redraw);
