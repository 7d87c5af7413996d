// Light and dark, Chinese and English.
import { $, memory } from "./dom.js";
import { desk, emit } from "./state.js";
import { language, speak, t } from "./words.js";

const themes = ["system", "light", "dark"];
let theme = memory.get("theme", "system");

function wear() {
  document.documentElement.style.colorScheme = theme === "system" ? "light dark" : theme;
  const label = `${t("theme")}: ${t(`theme.${theme}`)}`;
  $("theme").title = label;
  $("theme").setAttribute("aria-label", label);
  emit("theme");
}

$("theme").addEventListener("click", () => {
  // From the system's choice the first step is to the other one, or the button would seem to do nothing.
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const order = isDark ? ["system", "light", "dark"] : ["system", "dark", "light"];
  theme = order[(order.indexOf(themes.includes(theme) ? theme : "system") + 1) % order.length];
  memory.set("theme", theme);
  wear();
});

/** Writes all words that stand in the page itself. */
function translate() {
  document.documentElement.lang = language() === "zh" ? "zh-CN" : "en";
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-title]")) {
    const text = t(node.dataset.tTitle);
    node.setAttribute("aria-label", text);
    node.title = node.dataset.keys ? `${text}  (${node.dataset.keys})` : text;
  }
  const other = language() === "zh" ? "en" : "zh";
  $("language").textContent = other === "zh" ? "中文" : "English";
  $("language").lang = other;
  if (document.documentElement.dataset.connection) $("connection").textContent = t(document.documentElement.dataset.connection);
  if (desk.server) emit("language");
}

$("language").addEventListener("click", () => {
  speak(language() === "zh" ? "en" : "zh");
  translate();
  wear();
});

export function start() {
  translate();
  wear();
}
