// Short messages beside the sheet: what a person should be told once, with what can be done about it.
import { $, make, announce, clamp } from "./dom.js";
import { on } from "./state.js";
import { toScreen } from "./view.js";
import { t } from "./words.js";

const calm = 6000;  // milliseconds; messages with a choice stay until they are closed

/** kind: info, error, conflict or external. actions: [{label, act}]. beside: the box in mm of the item that it is about. */
export function say(kind, text, actions = [], beside = null) {
  const card = make("div", { class: "notice", "data-kind": kind, "data-test": "notice", role: kind === "info" ? "status" : "alert" },
    make("p", {}, text),
    make("div", { class: "row" },
      ...actions.map(({ label, act }) => make("button", { type: "button", class: "quiet", click: () => { card.remove(); act(); } }, label)),
      make("button", { type: "button", class: "close", "aria-label": t("close"), click: () => card.remove() }, "×")));
  const all = $("notices");
  for (const old of all.children) if (old.firstChild.textContent === text) old.remove();
  all.append(card);
  if (beside) stand(card, beside);
  while (all.children.length > 3) all.firstChild.remove();
  announce(text);
  if (!actions.length && (kind === "info" || kind === "external")) setTimeout(() => card.remove(), calm);
}

/** Puts a card under an item, or above it where there is no room below. */
function stand(card, [x, y, width, height]) {
  const stage = $("stage");
  stage.append(card);
  const [left, top] = toScreen(x + width / 2, y);
  const bottom = toScreen(x, y + height)[1];
  card.classList.add("beside");
  const [w, h] = [card.offsetWidth, card.offsetHeight];
  const below = bottom + 30 + h < stage.clientHeight;
  card.style.left = `${clamp(left - w / 2, 28, stage.clientWidth - w - 8)}px`;
  card.style.top = `${clamp(below ? bottom + 14 : top - h - 14, 28, stage.clientHeight - h - 8)}px`;
}

// It belongs to where the item was in the window; gone are item or place, gone is the card.
on("select view page state", () => { for (const card of document.querySelectorAll(".notice.beside")) card.remove(); });

let told = "";
on("state", ({ version, notice }) => {
  const key = notice ? `${notice.kind} ${notice.text}` : "";
  if (notice && key !== told) say(notice.kind ?? "external", notice.text);
  told = key;
});
