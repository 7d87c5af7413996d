// Undo and redo of what the page wrote.
import { $ } from "./dom.js";
import { desk, on } from "./state.js";
import { post } from "./connection.js";
import { say } from "./notice.js";
import { t } from "./words.js";

async function ask(which) {
  try {
    const answer = await post(`/api/${which}`, {});
    if (answer.outcome === "conflict") say("conflict", answer.message || t("conflict"));
    else if (answer.outcome === "nothing") say("info", answer.message || t(`${which}.nothing`));
  } catch (failure) {
    say("error", failure.message);
  }
}
export const undo = () => ask("undo");
export const redo = () => ask("redo");

function redraw() {
  for (const which of ["undo", "redo"]) {
    const label = desk.server?.history[which] ?? null;
    const button = $(which);
    button.disabled = label === null;
    const text = label === null ? t(which) : t(`${which}.what`, { what: label });
    button.setAttribute("aria-label", text);
    button.title = `${text}  (${which === "undo" ? "Ctrl Z" : "Ctrl Shift Z"})`;
  }
}

$("undo").addEventListener("click", undo);
$("redo").addEventListener("click", redo);
on("state language", redraw);
