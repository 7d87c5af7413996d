// The page's words, in the language that was chosen. What the program says about a layout comes in English as it is.
import { memory } from "./dom.js";
import { english } from "./words-en.js";
import { chinese } from "./words-zh.js";

const browser = (navigator.languages?.[0] ?? navigator.language ?? "en").toLowerCase().startsWith("zh") ? "zh" : "en";
let current = memory.get("language", null) ?? browser;

export const language = () => current;
export function speak(next) {
  current = next;
  memory.set("language", next);
}

/** The words of a key, with {names} filled in. */
export function t(key, values = {}) {
  const words = (current === "zh" ? chinese : english)[key] ?? english[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
