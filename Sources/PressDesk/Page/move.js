// Telling the program of a movement, and what it answers: written, a choice, what it hangs on, or a conflict.
import { $, make, announce } from "./dom.js";
import { desk, select, item } from "./state.js";
import { post } from "./connection.js";
import { unshift } from "./sheet.js";
import { drawAs } from "./select.js";
import { say } from "./notice.js";
import { t } from "./words.js";

let settled = Promise.resolve();  // when the page has what it wrote last

/** Waits for a state, though not for ever: the next movement would else name a version that is gone by our own doing. */
function arrival(version) {
  return new Promise((resolve) => {
    const end = performance.now() + 2000;
    const look = () => (desk.server.version >= version || performance.now() > end ? resolve() : setTimeout(look, 10));
    look();
  });
}

/** What the picture shows until a state arrives that has it; `move` puts it back if none will. */
function release() {
  unshift();
  drawAs(null);
}

/** Asks for a movement, in millimetres. `scope` answers an earlier question. */
export async function move(id, handle, dx, dy, scope = null) {
  await settled;
  const request = { version: desk.server.version, id, page: desk.page, handle, dx: tidy(dx), dy: tidy(dy), scope };
  let answer;
  try {
    answer = await post("/api/move", request);
  } catch (failure) {
    release();
    return say("error", failure.message);
  }
  switch (answer.outcome) {
  case "written":
    announce(t("written"));
    if (desk.server.version >= answer.version) release();
    else settled = arrival(answer.version);
    return;
  case "choose": return choose(request, answer);
  case "hangs":
    release();
    return say("info", answer.message, answer.on !== null && item(answer.on)
      ? [{ label: t("select.it", { what: answer.on }), act: () => select(answer.on) }] : [], item(id)?.box);
  case "conflict":
    release();
    return say("conflict", t("conflict"), [
      { label: t("move.again"), act: () => move(id, handle, dx, dy, scope) },
    ]);
  case "nothing":
    release();
    return say("info", t("moved.nothing"));
  default:
    release();
  }
}

const tidy = (value) => Number(value.toFixed(3));

function choose(request, answer) {
  const dialog = $("choose");
  const option = (scope) => {
    const sentence = answer[scope];
    const button = make("button", { type: "button", class: "option", "data-test": `choose-${scope}`, disabled: !sentence },
      make("strong", {}, t(`choose.${scope}`)), make("span", {}, sentence ?? answer[`${scope}Reason`] ?? t("choose.not")));
    button.addEventListener("click", () => dialog.close(scope));
    return button;
  };
  const options = ["here", "everywhere"].map(option);
  $("choose-options").replaceChildren(...options);
  $("choose-what").textContent = request.id;
  dialog.returnValue = "";
  dialog.onclose = () => {
    if (dialog.returnValue === "here" || dialog.returnValue === "everywhere") {
      move(request.id, request.handle, request.dx, request.dy, dialog.returnValue);
    } else release();
  };
  dialog.onkeydown = (event) => {
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const all = [...dialog.querySelectorAll("button:not(:disabled)")];
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length]?.focus();
  };
  dialog.showModal();
  options.find((button) => !button.disabled)?.focus();
}
