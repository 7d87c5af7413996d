// The designer's page: puts the modules together in the order in which they draw, and says when a state is wholly drawn.
import "./icons.js";
import { $ } from "./dom.js";
import { desk, on } from "./state.js";
import "./sheet.js";
import "./view.js";
import "./overlay.js";
import "./rulers.js";
import "./scan.js";
import "./compare.js";
import "./select.js";
import "./drag.js";
import "./measure.js";
import "./magnifier.js";
import "./source.js";
import "./inspector.js";
import "./diagnostics.js";
import "./form.js";
import "./samples.js";
import "./history.js";
import "./panes.js";
import "./calibrate.js";
import "./print.js";
import "./keys.js";
import * as theme from "./theme.js";
import * as connection from "./connection.js";

theme.start();

on("state", ({ version, layout }) => {
  // A broken layout has no title for the moment; the last one stands.
  if (layout.title) {
    $("title").textContent = layout.title;
    document.title = `${layout.title} · CertPress`;
  }
  $("path").textContent = layout.path;
  // All listeners before this one have drawn; asking for a size makes the browser lay it out now and not some time.
  void $("sheet").getBoundingClientRect();
  document.documentElement.dataset.version = version;
});

/** For tests, and for looking in the console: what the page knows, to be read only. */
Object.defineProperty(window, "desk", {
  value: Object.freeze({
    get state() { return structuredClone(desk.server); },
    get selected() { return desk.selected; },
    get page() { return desk.page; },
  }),
});

connection.start();
