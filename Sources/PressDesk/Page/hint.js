// One line at the sheet's head that says what the tool in hand waits for.
import { $, make } from "./dom.js";

let owner = null;

/** Shows a tool's line, or takes it away if it is still that tool's. actions: [{label, act, test}]. */
export function hintAt(name, text, actions = []) {
  if (text === null && owner !== name) return;
  owner = text === null ? null : name;
  const host = $("hint");
  host.hidden = text === null;
  host.replaceChildren(text ?? "", ...actions.map(({ label, act, test }) => make("button", { type: "button", "data-test": test, click: act }, label)));
}
