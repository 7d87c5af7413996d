// The toolbar's pictures, 18 units square, drawn in the text's colour.
import { draw } from "./dom.js";

const shapes = {
  undo: "M6.5 4 3 7.5 6.5 11M3.5 7.5H11a4 4 0 0 1 0 8H8",
  redo: "M11.5 4 15 7.5 11.5 11M14.5 7.5H7a4 4 0 0 0 0 8h3",
  minus: "M4 9h10",
  plus: "M4 9h10M9 4v10",
  fit: "M3 6.5V3h3.5M11.5 3H15v3.5M15 11.5V15h-3.5M6.5 15H3v-3.5M6.5 6.5h5v5h-5z",
  card: "M2.5 4.5h13v9h-13zM2.5 7.5h13M5 11h3",
  grid: "M3 3h12v12H3zM7 3v12M11 3v12M3 7h12M3 11h12",
  area: "M2.5 2.5h13v13h-13zM5 5.5h2M9 5.5h2M12.5 5.5v2M12.5 9.5v2M12.5 12.5h-2M8.5 12.5h-2M5.5 12.5v-2M5.5 8.5v-1",
  boxes: "M2.5 3.5h6v4h-6zM10.5 3.5h5v4h-5zM2.5 10.5h13v4h-13z",
  measure: "M2.5 12 12 2.5 15.5 6 6 15.5zM5 9.5l1.7 1.7M7.4 7.1l1.2 1.2M9.8 4.7l1.7 1.7",
  lens: "M7.8 3a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6zM11.4 11.4 15.5 15.5",
  left: "M11 4 6 9l5 5",
  right: "M7 4l5 5-5 5",
  up: "M4 11l5-5 5 5",
  down: "M4 7l5 5 5-5",
  print: "M5 6.5V2.5h8v4M5 12.5H3v-6h12v6h-2M5 10.5h8v5H5z",
  theme: "M9 2.5a6.5 6.5 0 1 0 0 13zM9 2.5a6.5 6.5 0 0 1 0 13M11 5.5h2M11 9h3.5M11 12.5h2",
  help: "M6.5 6.6C6.6 5 7.6 4 9.1 4c1.6 0 2.6 1 2.6 2.4 0 2-2.6 2.1-2.6 4.1M9.1 13.6v.1",
};

export const icon = (name) => draw("svg", { viewBox: "0 0 18 18", "aria-hidden": "true" }, draw("path", { d: shapes[name] }));

for (const button of document.querySelectorAll("[data-icon]")) button.append(icon(button.dataset.icon));
