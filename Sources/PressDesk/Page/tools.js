// Which tool the pointer is: none (select and drag), or one that takes over its clicks: measure, magnifier, register.
import { $ } from "./dom.js";
import { emit } from "./state.js";

let current = null;
export const tool = () => current;

export function take(name) {
  if (current === name) return;
  current = name;
  $("stage").dataset.tool = name ?? "";
  emit("tool", name);
}
export const toggleTool = (name) => take(current === name ? null : name);
