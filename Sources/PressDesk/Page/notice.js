// Short messages beside the sheet: what a person should be told once, with what can be done about it.
import { $, make, announce } from "./dom.js";
import { on } from "./state.js";
import { t } from "./words.js";

const calm = 6000;  // milliseconds; messages with a choice stay until they are closed

/** kind: info, error, conflict or external. actions: [{label, act}]. */
export function say(kind, text, actions = []) {
  const card = make("div", { class: "notice", "data-kind": kind, "data-test": "notice", role: kind === "info" ? "status" : "alert" },
    make("p", {}, text),
    make("div", { class: "row" },
      ...actions.map(({ label, act }) => make("button", { type: "button", class: "quiet", click: () => { card.remove(); act(); } }, label)),
      make("button", { type: "button", class: "close", "aria-label": t("close"), click: () => card.remove() }, "×")));
  const all = $("notices");
  for (const old of all.children) if (old.firstChild.textContent === text) old.remove();
  all.append(card);
  while (all.children.length > 3) all.firstChild.remove();
  announce(text);
  if (!actions.length && kind === "info") setTimeout(() => card.remove(), calm);
}

let told = "";
on("state", ({ version, notice }) => {
  const key = notice ? `${notice.kind} ${notice.text}` : "";
  if (notice && key !== told) say(notice.kind, notice.text);
  told = key;
});
