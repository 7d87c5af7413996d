// The strip of the ten samples that try the layout hardest.
import { $, make, memory } from "./dom.js";
import { desk, on } from "./state.js";
import { post } from "./connection.js";
import { say } from "./notice.js";
import { t } from "./words.js";

const host = $("samples");
const toggle = $("strip-toggle");
let current = null;
const drawn = [];

function redraw() {
  const samples = desk.strip?.samples ?? [];
  $("strip").hidden = !desk.strip;
  samples.forEach((sample, index) => {
    const now = JSON.stringify([sample, t("samples"), index === current]);
    if (drawn[index] === now) return;
    drawn[index] = now;
    const node = make("li", { style: "display: contents" }, card(sample, index));
    if (host.children[index]) {
      const hadFocus = host.children[index].contains(document.activeElement);
      host.children[index].replaceWith(node);
      if (hadFocus) node.firstChild.focus();
    } else host.append(node);
  });
  while (host.children.length > samples.length) {
    host.lastChild.remove();
    drawn.pop();
  }
  const isWorking = !samples.length || samples.some((one) => one.picture === null && one.status !== "error");
  const count = (status) => samples.filter((one) => one.status === status).length;
  const parts = ["error", "warning"].filter(count).map((status) => t(`samples.${status}`, { count: count(status) }));
  $("strip-about").textContent = isWorking ? t("samples.working") : parts.length ? parts.join(t("comma")) : t("samples.good");
}

function card(sample, index) {
  const flags = sample.flags.length ? sample.flags : [sample.origin];
  return make("button", {
    type: "button", class: "sample", "data-status": sample.status, "data-test": `sample-${index}`, "aria-current": index === current,
    title: [sample.name, sample.origin, ...sample.flags].join("\n"),
    "aria-label": `${sample.name}: ${t(`status.${sample.status}`)}. ${sample.flags.join(". ")}`,
    click: () => choose(index),
  },
  make("span", { class: "picture" }, sample.picture ? make("img", { src: `data:image/png;base64,${sample.picture}`, alt: "" })
    : sample.status === "error" ? "✕" : "…"),
  make("span", { class: "words" },
    make("span", { class: "name" }, make("span", {}, sample.name)),
    make("span", { class: "flag" }, flags[0], flags.length > 1 ? ` +${flags.length - 1}` : "")));
}

async function choose(index) {
  current = index;
  redraw();
  try {
    await post("/api/sample", { index });
  } catch (failure) {
    say("error", failure.message);
  }
}

/** Another record was chosen. */
export function forget() {
  if (current === null) return;
  current = null;
  redraw();
}

function open(isOpen) {
  toggle.setAttribute("aria-expanded", String(isOpen));
  host.hidden = !isOpen;
  memory.set("strip", isOpen);
}
toggle.addEventListener("click", () => open(host.hidden));
open(memory.get("strip", true));
redraw();
on("strip language", redraw);
