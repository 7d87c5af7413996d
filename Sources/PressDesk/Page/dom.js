// Small tools for making nodes. Whatever comes from the server may be hostile: it becomes text nodes and attribute values,
// never markup.

export const $ = (id) => document.getElementById(id);

/** An HTML element; attributes that are functions are listeners, null and false are left out. */
export function make(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

const namespace = "http://www.w3.org/2000/svg";

/** An SVG element, for what is drawn over the sheet. */
export function draw(tag, attributes = {}, ...children) {
  return dress(document.createElementNS(namespace, tag), attributes, children);
}

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name.startsWith("aria-") && value != null) element.setAttribute(name, String(value));  // "false" says something there
    else if (value != null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== false));
  return element;
}

/** A patch of a colour beside its name; none of what is no colour. */
export function swatch(text) {
  if (!/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text)) return null;
  const patch = make("i", { class: "swatch", "aria-hidden": "true" });
  patch.style.background = text;
  return patch;
}

export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** A length for people: at most so many decimals, a true minus sign, no "-0". */
export function figure(value, decimals = 2) {
  const rounded = Number(value.toFixed(decimals));
  return String(rounded === 0 ? 0 : rounded).replace("-", "−");
}
export const signed = (value, decimals = 2) => (Number(value.toFixed(decimals)) > 0 ? "+" : "") + figure(value, decimals);

/** Tells a person who cannot see the screen. */
export const announce = (text) => { $("announcer").textContent = text; };

/** Whether a press is on something that lies over the sheet, and not on the sheet. */
export const isBeside = (event) => event.target.closest(".notice, #hint") !== null;

/** Whether keys belong to what has the focus, and not to the sheet. */
export const isTyping = (target) => target instanceof Element
  && target.closest("input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable], dialog[open]") !== null;

/** Remembers choices in this browser; a browser that forbids it only forgets. */
export const memory = {
  get(key, otherwise) {
    try {
      const text = localStorage.getItem(`desk.${key}`);
      return text === null ? otherwise : JSON.parse(text);
    } catch { return otherwise; }
  },
  set(key, value) {
    try { localStorage.setItem(`desk.${key}`, JSON.stringify(value)); } catch { /* it will be asked again */ }
  },
};
