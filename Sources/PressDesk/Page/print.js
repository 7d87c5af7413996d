// Print: all pages of the sheet at their true size, as the vectors that they are, and nothing else of this page.
import { $, make } from "./dom.js";
import { pages } from "./state.js";
import { copy, countOfPages } from "./sheet.js";

const rules = new CSSStyleSheet();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];

function prepare() {
  const all = pages().slice(0, countOfPages());
  // A named page for each: pages of one layout may differ in size.
  rules.replaceSync(all.map(({ width, height }, number) => `@page sheet${number} { size: ${width}mm ${height}mm; margin: 0; }`).join("\n"));
  $("paper").replaceChildren(...all.map(({ width, height }, number) => {
    const holder = make("div");
    holder.style.cssText = `page: sheet${number}; width: ${width}mm; height: ${height}mm;`;
    const root = holder.attachShadow({ mode: "open" });
    const svg = copy(number);
    svg.setAttribute("width", `${width}mm`);
    svg.setAttribute("height", `${height}mm`);
    svg.style.display = "block";
    root.append(svg);
    return holder;
  }));
}

addEventListener("beforeprint", prepare);
addEventListener("afterprint", () => $("paper").replaceChildren());

export const print = () => window.print();
$("print").addEventListener("click", print);
