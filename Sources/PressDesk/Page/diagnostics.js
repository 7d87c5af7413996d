// The problems: each with its sentence, the line with a caret, what to do, and a button for each cure.
import { $, make } from "./dom.js";
import { desk, items, select, on, emit } from "./state.js";
import { post } from "./connection.js";
import { cells } from "./highlight.js";
import { goTo } from "./source.js";
import { say } from "./notice.js";
import { t } from "./words.js";

const host = $("problems");
let last = "";

function redraw() {
  const { diagnostics, stale } = desk.server ?? { diagnostics: [], stale: false };
  const errors = diagnostics.filter((one) => one.severity === "error").length;
  const count = $("problem-count");
  count.hidden = !diagnostics.length;
  count.textContent = diagnostics.length;
  count.dataset.severity = errors ? "error" : "warning";
  $("stale").hidden = !stale;
  $("stale").textContent = t(desk.server?.pages.length ? "stale" : "no.picture");
  const now = JSON.stringify([diagnostics, t("problems")]);
  if (now === last) return;
  const was = last;
  last = now;
  host.replaceChildren(...(diagnostics.length ? diagnostics.map(problem)
    : [make("div", { class: "empty" }, make("b", {}, t("no.problems")), t("no.problems.more"))]));
  // The first errors show themselves; later ones do not take the pane from somebody who is at work in it.
  if (!errors && was.includes('"severity":"error"')) emit("calm");
  if (errors && !was.includes('"severity":"error"') && !$("form").contains(document.activeElement)) emit("tab", "problems");
}

function problem(one, index) {
  return make("article", { class: "problem", "data-severity": one.severity, "data-test": `problem-${index}` },
    make("div", { class: "head" },
      make("span", { class: "severity", "data-severity": one.severity }, t(one.severity)),
      make("button", { type: "button", class: "message", click: () => go(one) }, one.message)),
    one.line || one.isRecord ? make("p", { class: "place" }, place(one)) : null,
    excerpt(one),
    one.hint ? make("p", { class: "hint" }, one.hint) : null,
    one.notes.length ? make("ul", { class: "notes" }, ...one.notes.map((note) => make("li", {},
      desk.server.files[note.file] ? make("button", { type: "button", class: "link", click: () => goTo(note.file, note.line) },
        `${note.message} (${t("line", { line: note.line })})`) : note.message))) : null,
    one.fixIts.length ? make("div", { class: "fixes" }, ...one.fixIts.map((fixIt, number) => make("button",
      { type: "button", class: "quiet", "data-test": `fix-${index}-${number}`, click: () => fix(index, number) }, fixIt.message))) : null);
}

const place = (one) => (one.isRecord ? `${t("in.record")}${one.field ? ` · ${one.field}` : ""}`
  : `${desk.server.files[one.file]?.name ?? ""} · ${t("line.column", { line: one.line, column: one.column })}`);

/** The line, and carets under the columns that it is about. Columns count Unicode scalars; what they are wide is another thing. */
function excerpt(one) {
  if (one.isRecord || one.file === undefined) return null;
  const text = desk.server.files[one.file]?.text.split("\n")[one.line - 1];
  if (text === undefined) return null;
  const scalars = [...text.replaceAll("\t", " ")];
  const indent = Math.max(Math.min(scalars.findIndex((scalar) => scalar !== " "), one.column - 1), 0);
  const start = one.column - 1;
  const end = one.endLine === one.line ? Math.max(one.endColumn - 1, start + 1) : Math.max(scalars.length, start + 1);
  // Of a long line what stands far before is left out, so that the carets are in sight.
  const room = Math.max(16, Math.floor((host.clientWidth || 300) / 7.3) - 12);
  let from = indent;
  if (cells(scalars.slice(indent, end).join("")) > room) {
    from = start;
    while (from > indent && cells(scalars.slice(from - 1, start).join("")) < room / 3) from--;
  }
  const cut = from > indent ? "… " : "";
  const pad = " ".repeat(cells(scalars.slice(from, start).join("")) + cut.length);
  const carets = "^".repeat(Math.max(1, cells(scalars.slice(start, end).join(""))));
  const number = String(one.line);
  const above = `${number} │ ${cut}${scalars.slice(from).join("")}\n`;
  return make("pre", {}, `${above}${" ".repeat(number.length)} │ ${pad}`, make("span", { class: "caret" }, carets));
}

function go(one) {
  if (one.isRecord) {
    emit("tab", "form");
    document.querySelector(`#form [data-path="${CSS.escape(one.field ?? "")}"]`)?.focus();
  } else if (one.file !== undefined) {
    goTo(one.file, one.line);
    // What the place is in: of the statements around it the tightest.
    const made = items().filter((info) => info.file === one.file && info.offset <= one.offset && one.endOffset <= info.endOffset)
      .sort((a, b) => (a.endOffset - a.offset) - (b.endOffset - b.offset))[0];
    if (made) select(made.id);
    emit("tab", "problems");  // selecting brought the item to the front
  }
}

async function fix(diagnostic, fixIt) {
  try {
    const answer = await post("/api/fix", { version: desk.server.version, diagnostic, fixIt });
    if (answer.outcome === "conflict") say("conflict", t("conflict"));
  } catch (failure) {
    say("error", failure.message);
  }
}

on("state language", redraw);
