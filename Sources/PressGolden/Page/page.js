"use strict";
// The page of `certpress golden report`. Whatever comes from the JSON in #data may be hostile: it becomes text nodes and
// attribute values, never markup. All lengths are millimetres from the page's top left corner, as in the data.
(() => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const cases = report.cases;
  const perMillimetre = report.dpi / 25.4;  // pixels of a picture
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  const modes = { side: "Side by side", blink: "Blink", slider: "Slider", onion: "Onion skin", difference: "Difference" };
  const layers = {
    render: "does not render, or with other warnings", geometry: "what each item is and where",
    pixels: "the picture", text: "what a reader extracts from the PDF", structure: "what the PDF is made of",
  };
  const statuses = {  // in the order of the chips
    differs: { mark: "≠", word: "differs" }, broken: { mark: "✕", word: "broken" },
    mended: { mark: "↺", word: "mended" }, "known-bad": { mark: "~", word: "known bad" },
    equal: { mark: "✓", word: "as recorded" },
  };
  const names = { expected: "Expected", actual: "Actual" };

  const state = {
    entry: null, page: null, difference: null, mode: "side", swapped: false,
    text: "", layers: new Set(), statuses: new Set(), opened: new Set(),
    split: 0.5, opacity: 0.5, front: 1, blinking: true,
  };
  let view = { fit: true, scale: 1, x: 0, y: 0 };  // screen pixels a millimetre; the point in the middle of each pane
  let sheet = null;                                // the loaded page

  const $ = (id) => document.getElementById(id);
  const stage = $("stage");

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value != null && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child != null && child !== false));
    return element;
  }
  const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
  const announce = (text) => { $("announcer").textContent = text; };

  // ---- The lead

  function verdict() {
    const number = (status) => cases.filter((c) => c.status === status).length;
    const [differs, broken, mended, known] = ["differs", "broken", "mended", "known-bad"].map(number);
    const all = count(cases.length, "golden");
    const of = (n) => (parts.length ? n : `${n} of ${all}`);  // only the first part says of how many
    const parts = [];
    if (differs) parts.push(`${of(differs)} ${differs === 1 ? "differs" : "differ"}`);
    if (broken) parts.push(`${of(broken)} ${broken === 1 ? "does" : "do"} not render`);
    if (mended) parts.push(`${of(mended)} marked known-bad ${mended === 1 ? "is" : "are"} as recorded now`);
    const isFine = !parts.length;
    if (!cases.length) parts.push("There are no goldens");
    else if (isFine) parts.push(known ? `${of(number("equal"))} are as recorded` : cases.length === 1 ? "The golden is as recorded" : `All ${all} are as recorded`);
    const problems = report.problems.length;
    if (isFine && problems) parts[0] += `, but there ${problems === 1 ? "is" : "are"} ${count(problems, "problem")}`;
    if (known) parts.push(`${known} ${known === 1 ? "is" : "are"} known to be bad`);
    if (!isFine && problems) parts.push(count(problems, "problem"));
    return { first: parts[0], rest: parts.slice(1).join(", "), bad: !isFine || problems > 0 };
  }

  function drawLead() {
    const { first, rest, bad } = verdict();
    document.title = first;
    $("verdict").replaceChildren(first, rest ? make("small", {}, rest) : "");
    $("verdict").dataset.outcome = bad ? "bad" : cases.length ? "good" : "";
    $("about").textContent = [report.golden, report.tool, `${report.dpi} dpi`].join("  ·  ");
    for (const id of ["environment", "problems"]) {
      $(id).hidden = report[id].length === 0;
      $(id).querySelector("ul").append(...report[id].map((line) => make("li", {}, line)));
    }
    // The tab shows the outcome, too.
    const dot = make("canvas", { width: 32, height: 32 });
    const context = dot.getContext("2d");
    context.fillStyle = bad ? "#c0261a" : "#24804a";
    context.arc(16, 16, 14, 0, 2 * Math.PI);
    context.fill();
    document.head.append(make("link", { rel: "icon", href: dot.toDataURL() }));
  }

  // ---- The list of cases

  function drawChips() {
    const draw = (place, chosen, titles, number) => {
      const present = Object.keys(titles).filter(number);
      if (present.length < 2) return;
      place.append(...present.map((key) => {
        const toggle = ({ currentTarget }) => {
          if (!chosen.delete(key)) chosen.add(key);
          currentTarget.setAttribute("aria-pressed", chosen.has(key));
          drawList();
        };
        const { word, title } = titles[key];
        return make("button", { type: "button", "aria-pressed": "false", "data-chip": key, title, click: toggle }, word, make("span", {}, number(key)));
      }));
    };
    const titled = (entries) => Object.fromEntries(entries.map(([key, word, title]) => [key, { word, title }]));
    const byStatus = titled(Object.entries(statuses).map(([key, { word }]) => [key, word, `Only cases: ${word}`]));
    const byLayer = titled(Object.entries(layers).map(([key, title]) => [key, key, title]));
    draw($("status-chips"), state.statuses, byStatus, (key) => cases.filter((c) => c.status === key).length);
    draw($("layer-chips"), state.layers, byLayer, (key) => cases.filter((c) => c.differences.some((d) => d.layer === key)).length);
  }

  function isListed(entry) {
    if (state.statuses.size && !state.statuses.has(entry.status)) return false;
    if (state.layers.size && !entry.differences.some((d) => state.layers.has(d.layer))) return false;
    const needle = state.text.trim().toLowerCase();
    return [entry.name, ...entry.differences.map((d) => d.sentence)].some((text) => text.toLowerCase().includes(needle));
  }

  const folder = (name) => name.slice(0, Math.max(name.lastIndexOf("/"), 0));
  const leaf = (name) => name.slice(name.lastIndexOf("/") + 1);

  function drawList() {
    const listed = cases.filter(isListed);
    const isFiltered = listed.length < cases.length;
    const folders = [...new Set(listed.map((c) => folder(c.name)))];
    $("cases").replaceChildren(...folders.flatMap((name) => {
      const members = listed.filter((c) => folder(c.name) === name);
      const equal = members.filter((c) => c.status === "equal");
      const others = members.filter((c) => c.status !== "equal");
      const details = equal.length > 0 && make("details", {
        open: isFiltered || state.opened.has(name) || equal.includes(state.entry), "data-folder": name,
      }, make("summary", {}, `${equal.length} as recorded`), equal.map(entryButton));
      details && details.addEventListener("toggle", () => details.open ? state.opened.add(name) : state.opened.delete(name));
      return [make("h3", {}, name || report.golden), ...others.map(entryButton), details].filter(Boolean);
    }));
    if (!listed.length) $("cases").append(make("p", { class: "none" }, cases.length ? "No case is like that." : "Nothing to list."));
    markEntry();
  }

  function entryButton(entry) {
    const { mark, word } = statuses[entry.status];
    const number = entry.differences.length;
    const attributes = { type: "button", class: "entry", "data-case": entry.name, "data-status": entry.status, title: entry.name };
    return make("button", { ...attributes, click: () => select(entry) },
      make("span", { class: "mark", "aria-hidden": "true" }, mark),
      make("span", { class: "head" }, make("span", { class: "name" }, leaf(entry.name)),
        entry.status !== "equal" && make("span", { class: "status" }, entry.status === "differs" ? count(number, "difference") : word)),
      number > 0 && make("span", { class: "first" }, entry.differences[0].sentence));
  }

  const entryButtons = () => [...$("cases").querySelectorAll(".entry")];

  function markEntry() {
    for (const button of entryButtons()) {
      const isCurrent = button.dataset.case === state.entry?.name;
      if (isCurrent) button.closest("details")?.setAttribute("open", "");
      button.setAttribute("aria-current", isCurrent);
    }
  }

  function step(by) {
    const reachable = entryButtons().filter((button) => !button.closest("details:not([open])"));
    const at = reachable.findIndex((button) => button.dataset.case === state.entry?.name);
    const next = reachable[at < 0 ? 0 : clamp(at + by, 0, reachable.length - 1)];
    if (!next) return;
    next.scrollIntoView({ block: "nearest" });
    select(cases.find((c) => c.name === next.dataset.case));
  }

  // ---- The selected case

  function select(entry) {
    if (entry === state.entry) return;
    Object.assign(state, { entry, difference: null });
    const withBoxes = entry.differences.find((d) => d.boxes.length)?.page;
    state.page = entry.pages.find((p) => p.number === withBoxes) ?? entry.pages[0] ?? null;
    markEntry();
    const drawn = drawCase();
    // The head of the case comes into sight again, if the reader was further down.
    if ($("case").getBoundingClientRect().top < 0) $("main").scrollIntoView();
    announce(`${entry.name}, ${statuses[entry.status].word}, ${count(entry.differences.length, "difference")}`);
    writeHash();
    return drawn;
  }

  function drawCase() {
    const { entry } = state;
    $("nothing").hidden = true;
    $("case").hidden = false;
    $("case-name").replaceChildren(make("span", {}, entry.name.slice(0, -leaf(entry.name).length)), leaf(entry.name));
    $("case-about").replaceChildren(
      make("span", { class: "badge", "data-status": entry.status }, statuses[entry.status].word),
      entry.differences.length ? make("span", {}, count(entry.differences.length, "difference")) : "",
      entry.layout ? make("code", {}, entry.layout) : "");
    const why = {
      "known-bad": `Known to be bad: ${entry.why ?? "no reason is given"}`,
      mended: `This case is marked known-bad${entry.why ? ` (${entry.why})` : ""}, but is as recorded now: take the mark out of its case.json.`,
    }[entry.status];
    $("why").textContent = why ?? "";
    $("why").hidden = !why;
    $("sentences").replaceChildren(...entry.differences.map(sentence));
    $("sentences").scrollTop = 0;
    fadeSentences();
    $("texts").replaceChildren(...entry.texts.map(textFile));
    $("pictures").hidden = entry.pages.length === 0;
    $("no-pictures").hidden = entry.pages.length > 0 || entry.status === "mended";
    $("no-pictures").textContent = entry.status === "equal"
      ? "Everything is as recorded; its pictures are not in this report." : "There are no pictures of this case.";
    return loadPage();
  }

  // Numbers with their unit stand out: "by how much" is what one looks for.
  function emphasized(text) {
    return text.split(/([−-]?\d+(?:\.\d+)?\s?(?:mm|pt|%|°))/).map((part, index) => index % 2 ? make("b", {}, part) : part);
  }

  function sentence(difference, index) {
    const [, line, column] = difference.place?.match(/:(\d+):(\d+)$/) ?? [];
    const place = difference.place && make("div", { class: "where" }, make("code", {}, difference.place),
      make("button", { type: "button", class: "copy", "aria-label": `Copy ${difference.place}`, click: copy }, "Copy"));
    return make("li", { "data-layer": difference.layer, "data-id": difference.id, "data-item": difference.item, click: (event) => {
      if (!event.target.closest(".where, .source")) selectDifference(difference);
    } },
      make("span", { class: "number", "aria-hidden": "true" }, index + 1),
      make("span", { class: "layer-tag", title: layers[difference.layer] }, difference.layer),
      make("div", { class: "what" },
        make("button", { type: "button", class: "pick", "aria-pressed": "false", title: difference.item }, emphasized(difference.sentence),
          state.entry.pages.length > 1 && make("small", {}, `page ${difference.page}`)),
        place, difference.source && make("pre", { class: "source" }, make("i", {}, line ?? ""), source(difference.source, column))));
  }

  // The line without its indentation; what the column points at is underlined, up to the end of its declaration.
  function source(text, column) {
    const scalars = [...text];  // columns count Unicode scalars
    const [before, after] = [scalars.slice(0, column - 1).join("").trimStart(), scalars.slice(column - 1).join("")];
    if (!column || !after) return text.trim();
    const value = after.match(/^(?:"[^"]*"|[^;{}"])*?(?=\s*(?:;|[{}]|\/\/|$))/)?.[0] ?? "";
    return [before, make("mark", {}, value), after.slice(value.length).trimEnd()];
  }

  function copy({ currentTarget }) {
    // Not the asynchronous clipboard: browsers differ in granting it to files.
    getSelection().selectAllChildren(currentTarget.parentElement.querySelector("code"));
    currentTarget.textContent = document.execCommand("copy") ? "Copied" : "Selected";
  }

  function fadeSentences() {
    for (const row of $("sentences").children) row.toggleAttribute("data-faded", state.layers.size > 0 && !state.layers.has(row.dataset.layer));
  }

  function selectDifference(difference) {
    state.difference = difference;
    [...$("sentences").children].forEach((row, index) => {
      const isCurrent = state.entry.differences[index] === difference;
      row.toggleAttribute("data-selected", isCurrent);
      row.querySelector(".pick").setAttribute("aria-pressed", isCurrent);
      if (isCurrent) row.scrollIntoView({ block: "nearest" });
    });
    if (!difference) return drawMarks();
    announce(difference.sentence);
    const page = state.entry.pages.find((p) => p.number === difference.page);
    if (!page) return drawMarks();
    const show = () => { drawMarks(true); zoomTo(difference.boxes); };
    if (page === state.page) show();
    else { state.page = page; loadPage().then(show); }
  }

  function stepDifference(by) {
    const all = state.entry?.differences ?? [];
    const at = all.indexOf(state.difference);
    if (all.length) selectDifference(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : clamp(at + by, 0, all.length - 1)]);
  }

  function textFile({ title, lines }) {
    const number = (kind) => lines.filter((line) => line.kind === kind).length;
    const classes = { "+": "line plus", "-": "line minus", "…": "line gap" };
    // Without pictures the texts are all there is to see.
    return make("details", { open: !state.entry.pages.length },
      make("summary", {}, make("code", {}, title),
        make("span", { class: "plus" }, `+${number("+")}`), make("span", { class: "minus" }, `−${number("-")}`)),
      make("pre", { tabindex: "0", "aria-label": `Differences of ${title}` },
        make("div", {}, lines.map(({ kind, text }) =>
          make("span", { class: classes[kind] ?? "line" }, `${kind === "-" ? "−" : kind} ${text}`)))));
  }

  // ---- The picture stage

  const order = () => state.swapped ? ["actual", "expected"] : ["expected", "actual"];
  const options = $("options");
  let loading = 0;
  let blinker = 0;

  async function loadPage() {
    const turn = ++loading;
    const { page } = state;
    if (!page) {
      clearInterval(blinker);
      stage.replaceChildren();
      sheet = null;
      return;
    }
    const load = async (url) => {
      if (!url) return null;
      const image = make("img", { src: url, alt: "", draggable: "false" });
      return image.decode().then(() => image, () => null);
    };
    const [expected, actual] = await Promise.all([load(page.expected), load(page.actual)]);
    if (turn !== loading) return;  // the reader is at another page already
    // A picture may be larger than the page it was promised to be: the sheet holds both.
    const extent = (side, length) => Math.max(length, ...[expected, actual].map((image) => image ? image[side] / perMillimetre : 0));
    const [width, height] = [extent("naturalWidth", page.width), extent("naturalHeight", page.height)];
    sheet = { page, expected, actual, width, height, comparison: null };
    view.fit = true;
    state.front = 1;
    drawPages();
    drawStage();
  }

  function drawPages() {
    const { entry } = state;
    $("page-choice").hidden = entry.pages.length < 2;
    $("page-choice").replaceChildren(...entry.pages.map((page) => make("button", {
      type: "button", "aria-pressed": String(page === state.page), "data-page": page.number, "aria-label": `Page ${page.number}`,
      "data-differs": entry.differences.some((d) => d.page === page.number && d.boxes.length),
      click: () => { state.page = page; selectDifference(null); loadPage(); },
    }, page.number)));
  }

  function absence(side) {
    const page = `page ${sheet.page.number}`;
    if (sheet.page[side]) return `The ${side} picture of ${page} cannot be read`;
    return side === "actual" ? `No actual picture: ${page} was not rendered` : `No expected picture: ${page} is new`;
  }

  function drawStage() {
    if (!sheet) return;
    clearInterval(blinker);
    const { mode } = state;
    const present = order().filter((side) => sheet[side]);
    stage.dataset.showing = mode;
    stage.dataset.case = state.entry.name;
    if (mode === "side") stage.replaceChildren(...order().map((side) => pane([side].filter((s) => sheet[s]), side)));
    else stage.replaceChildren(pane(present));
    options.replaceChildren();
    $("difference-count").hidden = mode !== "difference";
    if (mode === "difference") drawComparison();
    else if (mode !== "side" && present.length === 2) ({ blink: startBlink, slider: startSlider, onion: startOnion })[mode]();
    for (const tab of $("modes").children) {
      tab.setAttribute("aria-selected", tab.dataset.mode === mode);
      tab.tabIndex = tab.dataset.mode === mode ? 0 : -1;
    }
    $("swap").setAttribute("aria-pressed", state.swapped);
    place();
    drawMarks();
  }

  const tag = (side, text = names[side], isRight = false) => make("span", { class: isRight ? "side right" : "side", "data-side": side }, text);

  function pane(sides, only) {
    const element = make("div", { class: "pane", "data-side": only });
    for (const side of sides) {
      const image = sheet[side];
      image.style.width = `${100 * image.naturalWidth / perMillimetre / sheet.width}%`;
      element.append(make("div", { class: "layer", "data-side": side }, make("div", { class: "sheet" }, image)));
    }
    element.append(make("div", { class: "sheet marks" }));
    if (only) element.append(tag(only));
    else if (sides.length === 1) {
      element.append(tag(sides[0], `Only ${sides[0]}. ${absence(sides[0] === "actual" ? "expected" : "actual")}`));
    }
    if (!sides.length) element.append(make("p", { class: "absent" }, only ? absence(only) : "There is no picture of this page"));
    return element;
  }

  function startBlink() {
    const only = stage.firstChild;
    const label = tag();
    only.append(label);
    const show = () => {
      const side = order()[state.front];
      for (const layer of only.querySelectorAll(".layer")) layer.style.visibility = layer.dataset.side === side ? "visible" : "hidden";
      label.dataset.side = side;
      label.textContent = names[side];
    };
    const run = (isRunning) => {
      clearInterval(blinker);
      state.blinking = isRunning;
      // Below three flashes a second, which is where it gets dangerous; far slower for who wants little motion.
      if (isRunning) blinker = setInterval(() => { state.front = 1 - state.front; show(); }, calm.matches ? 2500 : 700);
      button.textContent = isRunning ? "Pause" : "Play";
    };
    const button = make("button", { type: "button", class: "quiet", click: () => run(!state.blinking) });
    options.append(button, make("span", {}, make("kbd", {}, "space"), " by hand"));
    startBlink.flip = () => { run(false); state.front = 1 - state.front; show(); };
    run(state.blinking);
    show();
  }

  function startSlider() {
    const only = stage.firstChild;
    const upper = only.querySelectorAll(".layer")[1];
    const divider = make("div", { class: "divider" });
    only.append(divider, tag(order()[0]), tag(order()[1], names[order()[1]], true));
    const input = make("input", { type: "range", min: 0, max: 1, step: 0.005, "aria-label": "Where the pictures meet" });
    const show = (split) => {
      input.value = state.split = clamp(split, 0, 1);
      upper.style.clipPath = `inset(0 0 0 ${100 * state.split}%)`;
      divider.style.left = `${100 * state.split}%`;
    };
    input.addEventListener("input", () => show(input.valueAsNumber));
    divider.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      divider.setPointerCapture(event.pointerId);
    });
    divider.addEventListener("pointermove", (event) => {
      const area = only.getBoundingClientRect();
      if (divider.hasPointerCapture(event.pointerId)) show((event.clientX - area.left) / area.width);
    });
    options.append(input);
    show(state.split);
  }

  function startOnion() {
    const upper = stage.firstChild.querySelectorAll(".layer")[1];
    const [below, above] = order();
    const label = tag("both");
    stage.firstChild.append(label);
    const input = make("input", { type: "range", min: 0, max: 1, step: 0.01, value: state.opacity });
    const show = () => {
      upper.style.opacity = state.opacity = input.valueAsNumber;
      const percent = Math.round(100 * state.opacity);
      label.textContent = `${names[below]} under ${percent} % of ${above}`;
    };
    input.addEventListener("input", show);
    options.append(make("label", {}, names[below], input, names[above]));
    show();
  }

  // ---- The difference, pixel by pixel

  function drawComparison() {
    const label = $("difference-count");
    label.dataset.count = "";
    if (!sheet.expected || !sheet.actual) {
      label.textContent = `Nothing to compare: ${absence(sheet.expected ? "actual" : "expected")}`;
      return;
    }
    sheet.comparison ??= compare(sheet.expected, sheet.actual, sheet.page.ignore);
    const { canvas, differing, single, ignored, all } = sheet.comparison;
    canvas.style.width = `${100 * canvas.width / perMillimetre / sheet.width}%`;
    stage.firstChild.querySelectorAll(".layer").forEach((layer) => layer.remove());
    stage.firstChild.prepend(make("div", { class: "layer" }, make("div", { class: "sheet" }, canvas)));
    const share = 100 * differing / all;
    const ofPage = `${share < 0.01 ? "less than 0.01" : share.toFixed(2)} % of the page`;
    const parts = [differing ? `${count(differing, "pixel")} differ${differing === 1 ? "s" : ""}, ${ofPage}` : "No pixel differs"];
    if (single) parts.push(`${single === differing ? "all" : single.toLocaleString("en")} by a single step of a channel`);
    if (ignored) parts.push(`${ignored.toLocaleString("en")} more where differences are ignored`);
    label.textContent = parts.join("; ");
    label.dataset.count = differing;
  }

  function compare(expected, actual, ignore) {
    const width = Math.max(expected.naturalWidth, actual.naturalWidth);
    const height = Math.max(expected.naturalHeight, actual.naturalHeight);
    const canvas = make("canvas", { width, height, role: "img", "aria-label": "Differing pixels" });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const read = (image) => {
      context.clearRect(0, 0, width, height);  // what is outside of the smaller picture stays transparent, so differs
      context.fillStyle = "#fff";
      context.fillRect(0, 0, image.naturalWidth, image.naturalHeight);
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, width, height).data;
    };
    const [a, b] = [read(expected), read(actual)];
    const isIgnored = new Uint8Array(width * height);
    for (const area of ignore) {
      const [left, right] = [area.x, area.x + area.width].map((x) => clamp(Math.round(x * perMillimetre), 0, width));
      const [top, bottom] = [area.y, area.y + area.height].map((y) => clamp(Math.round(y * perMillimetre), 0, height));
      for (let y = top; y < bottom; y++) isIgnored.fill(1, y * width + left, y * width + right);
    }
    const result = context.createImageData(width, height);
    const pixels = new Uint32Array(result.data.buffer);  // ABGR, as every machine with a browser is little-endian
    const [strong, faint, near] = [0xff7f00e0, 0xff008cf0, 0xffe8d0ff];
    const found = [];
    let single = 0;
    let ignored = 0;
    for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
      let most = 0;
      for (let channel = at; channel < at + 4; channel++) most = Math.max(most, Math.abs(a[channel] - b[channel]));
      if (most > 0 && !isIgnored[i]) {
        found.push(i);
        if (most === 1) single++;
        pixels[i] = most === 1 ? faint : strong;
      } else {
        if (most > 0) ignored++;
        const grey = 255 - Math.round((255 - (a[at] * 0.3 + a[at + 1] * 0.59 + a[at + 2] * 0.11)) * 0.28);
        pixels[i] = 0xff000000 | grey << 16 | grey << 8 | grey;
      }
    }
    // A pale surround keeps a lone pixel from vanishing when the page is shown small.
    const isFound = new Uint8Array(pixels.length);
    for (const i of found) isFound[i] = 1;
    for (const i of found) {
      const x = i % width;
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = Math.max(-2, -x); dx <= Math.min(2, width - 1 - x); dx++) {
          const j = i + dy * width + dx;
          if (j >= 0 && j < pixels.length && !isFound[j]) pixels[j] = near;
        }
      }
    }
    context.putImageData(result, 0, 0);
    return { canvas, differing: found.length, single, ignored, all: pixels.length };
  }

  // ---- Zoom and position, which all panes share

  function fitScale(width, height) {
    return Math.max(0.05, Math.min((width - 32) / sheet.width, (height - 64) / sheet.height));
  }

  function place() {
    if (!sheet || !stage.firstChild) return;
    // The arrangement that shows the page larger, and no higher than that needs.
    const [width, height] = [stage.clientWidth, clamp(0.72 * innerHeight, 340, 1000)];
    const isPair = stage.childElementCount === 2;
    const isStacked = isPair && fitScale(width, height / 2) > fitScale(width / 2, height);
    const needed = isStacked ? height : fitScale(isPair ? width / 2 : width, height) * sheet.height + 68;
    stage.classList.toggle("stacked", isStacked);
    stage.style.height = `${clamp(needed, 340, height)}px`;
    const { clientWidth: w, clientHeight: h } = stage.firstChild;
    if (view.fit) Object.assign(view, { scale: fitScale(w, h), x: sheet.width / 2, y: sheet.height / 2 });
    view.x = clamp(view.x, 0, sheet.width);
    view.y = clamp(view.y, 0, sheet.height);
    for (const { style } of stage.querySelectorAll(".sheet")) {
      style.width = `${sheet.width * view.scale}px`;
      style.height = `${sheet.height * view.scale}px`;
      style.transform = `translate(${w / 2 - view.x * view.scale}px, ${h / 2 - view.y * view.scale}px)`;
    }
    stage.classList.toggle("coarse", view.scale > 2 * perMillimetre);
    $("zoom-level").textContent = `${Math.round(100 * view.scale / perMillimetre)} %`;
  }

  let flight = 0;
  function fly(target) {
    cancelAnimationFrame(flight);
    dropTwins();
    const from = { ...view };
    const start = performance.now();
    const frame = (now) => {
      const t = calm.matches ? 1 : clamp((now - start) / 280, 0, 1);
      const eased = 1 - (1 - t) ** 3;
      view = t === 1 ? target : {
        fit: false, scale: from.scale * (target.scale / from.scale) ** eased,
        x: from.x + (target.x - from.x) * eased, y: from.y + (target.y - from.y) * eased,
      };
      place();
      if (t < 1) flight = requestAnimationFrame(frame);
    };
    frame(start);
  }

  function zoom(scale, anchor = view) {
    if (!sheet) return;
    cancelAnimationFrame(flight);
    scale = clamp(scale, 0.1 * perMillimetre, 16 * perMillimetre);
    const ratio = view.scale / scale;
    view = { fit: false, scale, x: anchor.x + (view.x - anchor.x) * ratio, y: anchor.y + (view.y - anchor.y) * ratio };
    place();
  }

  function zoomTo(boxes) {
    if (!sheet || !boxes.length) return;
    const [left, top] = [Math.min(...boxes.map((b) => b.x)), Math.min(...boxes.map((b) => b.y))];
    const [right, bottom] = [Math.max(...boxes.map((b) => b.x + b.width)), Math.max(...boxes.map((b) => b.y + b.height))];
    const { clientWidth: w, clientHeight: h } = stage.firstChild;
    // The box with its surroundings, so that one still knows where on the page one is.
    const scale = Math.min(0.5 * w / Math.max(right - left, 1), 0.5 * h / Math.max(bottom - top, 1), 3 * perMillimetre);
    fly({ fit: false, scale: Math.max(scale, fitScale(w, h)), x: (left + right) / 2, y: (top + bottom) / 2 });
    // With the top of the stage out of sight the flight would be for nothing.
    const area = stage.getBoundingClientRect();
    if (area.top < 0 || area.top + Math.min(area.height, 320) > innerHeight) {
      $("pictures").scrollIntoView({ block: area.height > innerHeight - 80 ? "start" : "end", behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  function millimetres(event) {
    const element = event.target.closest(".pane");
    if (!element || !sheet) return null;
    const area = element.getBoundingClientRect();
    return {
      pane: element, x: view.x + (event.clientX - area.left - area.width / 2) / view.scale,
      y: view.y + (event.clientY - area.top - area.height / 2) / view.scale,
    };
  }

  // ---- Boxes on the picture

  const isSeen = (box, element) => !element.dataset.side || box.side === "both" || box.side === element.dataset.side;

  function drawMarks(isPulsing = false) {
    if (!sheet) return;
    const onPage = state.entry.differences.filter((d) => d.page === sheet.page.number);
    const shown = state.difference ? onPage.filter((d) => d === state.difference) : onPage;
    const percent = (style, box) => {
      [style.left, style.width] = [box.x, box.width].map((length) => `${100 * length / sheet.width}%`);
      [style.top, style.height] = [box.y, box.height].map((length) => `${100 * length / sheet.height}%`);
    };
    const sides = new Set();
    for (const element of stage.querySelectorAll(".pane")) {
      const marks = element.querySelector(".marks");
      const corners = {};
      marks.replaceChildren(...sheet.page.ignore.map((area) => {
        const mark = make("div", { class: "ignored", title: area.why });
        percent(mark.style, area);
        return mark;
      }));
      for (const difference of shown) {
        const boxes = difference.boxes.filter((box) => isSeen(box, element));
        boxes.forEach((box) => {
          const mark = make("div", { class: "box", "data-side": box.side });
          sides.add(box.side);
          mark.classList.toggle("hinted", !state.difference);
          mark.classList.toggle("pulse", isPulsing);
          // Numbers, unless they would hide the page; one for a pair of before and after; beside each other at the same place.
          const isPaired = box.side === "expected" && boxes.some((other) => other.side === "actual");
          if (!isPaired && shown.length <= 30) {
            const corner = `${Math.round(box.x)} ${Math.round(box.y)}`;
            const number = make("span", { "data-number": state.entry.differences.indexOf(difference) + 1 });
            number.style.marginLeft = `${20 * (corners[corner] ??= 0)}px`;
            corners[corner]++;
            mark.append(number);
          }
          percent(mark.style, box);
          marks.append(mark);
        });
      }
    }
    const isComparing = state.mode === "difference" && sheet.comparison;
    const legend = [
      isComparing && ["differing", "differs"], isComparing && sheet.comparison.single > 0 && ["faint", "by a single step"],
      isComparing && ["near", "next to such a pixel"],
      sheet.page.ignore.length > 0 && ["hatched", `ignored: ${sheet.page.ignore.map((a) => a.why).join("; ")}`],
      sides.has("expected") && ["expected", "where it was"], sides.has("actual") && ["actual", "where it is now"],
      sides.has("both") && ["both", "what it is about"],
    ];
    $("legend").replaceChildren(...legend.filter(Boolean).map(([kind, text]) => make("span", { class: kind }, text)));
  }

  function differencesAt({ pane: element, x, y }) {
    const reach = 4 / view.scale;  // thin things have to be hit, too
    const area = (d) => Math.min(...d.boxes.map((b) => b.width * b.height));
    return state.entry.differences.filter((d) => d.page === sheet.page.number && d.boxes.some((b) => isSeen(b, element)
      && x >= b.x - reach && x <= b.x + b.width + reach && y >= b.y - reach && y <= b.y + b.height + reach))
      .sort((a, b) => area(a) - area(b));
  }

  const dropTwins = () => stage.querySelectorAll(".twin").forEach((twin) => twin.remove());
  let grip = null;
  stage.addEventListener("pointerdown", (event) => {
    const at = millimetres(event);
    if (!at || event.button !== 0) return;
    cancelAnimationFrame(flight);
    grip = { x: event.clientX, y: event.clientY, view: { ...view }, hasMoved: false };
    at.pane.setPointerCapture(event.pointerId);
  });
  stage.addEventListener("pointermove", (event) => {
    const at = millimetres(event);
    if (!at) return;
    const [dx, dy] = grip ? [event.clientX - grip.x, event.clientY - grip.y] : [0, 0];
    if (grip && (grip.hasMoved || Math.hypot(dx, dy) > 4)) {
      grip.hasMoved = true;
      view = { fit: false, scale: view.scale, x: grip.view.x - dx / view.scale, y: grip.view.y - dy / view.scale };
      place();
    }
    const isInside = at.x >= 0 && at.y >= 0 && at.x <= sheet.width && at.y <= sheet.height;
    $("position").textContent = isInside ? `x ${at.x.toFixed(2).padStart(6)} mm   y ${at.y.toFixed(2).padStart(6)} mm` : "";
    at.pane.classList.toggle("over-box", !grip && differencesAt(at).length > 0);
    // The same point in the other pane
    for (const element of stage.querySelectorAll(".pane")) {
      let twin = element.querySelector(".twin");
      if (element === at.pane || grip) { twin?.remove(); continue; }
      if (!twin) element.append(twin = make("div", { class: "twin" }));
      twin.style.left = `${element.clientWidth / 2 + (at.x - view.x) * view.scale}px`;
      twin.style.top = `${element.clientHeight / 2 + (at.y - view.y) * view.scale}px`;
    }
  });
  stage.addEventListener("pointerup", (event) => {
    const at = millimetres(event);
    if (grip && !grip.hasMoved && at) {
      const hits = differencesAt(at);  // a second click on the same place goes on to what lies below
      if (hits.length) selectDifference(hits[(hits.indexOf(state.difference) + 1) % hits.length]);
    }
    grip = null;
  });
  stage.addEventListener("pointercancel", () => { grip = null; });
  stage.addEventListener("pointerleave", () => {
    $("position").textContent = "";
    dropTwins();
  });
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;  // a plain wheel scrolls the document
    event.preventDefault();
    zoom(view.scale * Math.exp(-clamp(event.deltaY, -60, 60) / 150), millimetres(event) ?? view);
  }, { passive: false });
  new ResizeObserver(place).observe(stage);

  // ---- What one can do, by button and by key

  function setMode(mode) {
    state.mode = mode;
    writeHash();
    drawStage();
  }

  const fit = () => { if (sheet) { cancelAnimationFrame(flight); view.fit = true; place(); } };
  const swap = () => { state.swapped = !state.swapped; drawStage(); };
  const pan = (dx, dy) => { view = { ...view, fit: false, x: view.x + dx * 60 / view.scale, y: view.y + dy * 60 / view.scale }; place(); };
  const stepPage = (by) => $("page-choice").children[state.entry?.pages.indexOf(state.page) + by]?.click();

  const isDark = () => (document.documentElement.style.colorScheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  function setTheme(scheme) {
    document.documentElement.style.colorScheme = scheme ?? "";
    $("theme").textContent = isDark() ? "Light" : "Dark";
  }
  function toggleTheme() {
    const scheme = isDark() ? "light" : "dark";
    setTheme(scheme);
    try { localStorage.setItem("certpress-theme", scheme); } catch { /* a file may have no storage */ }
  }

  const actions = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    n: () => stepDifference(1), p: () => stepDifference(-1), "[": () => stepPage(-1), "]": () => stepPage(1),
    "+": () => zoom(view.scale * 1.4), "=": () => zoom(view.scale * 1.4), "-": () => zoom(view.scale / 1.4), "0": fit,
    " ": () => state.mode === "blink" && sheet?.expected && sheet?.actual ? startBlink.flip() : setMode("blink"),
    s: swap, d: toggleTheme, "/": () => $("filter").focus(), "?": () => $("help").showModal(), Escape: () => selectDifference(null),
  };
  Object.keys(modes).forEach((mode, index) => { actions[index + 1] = () => setMode(mode); });
  const pans = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const keys = [
    [["j", "k", "↓", "↑"], "Next and previous case"], [["n", "p"], "Next and previous sentence, with its place on the page"],
    [["1", "…", "5"], Object.values(modes).join(", ")], [["space"], "Blink; once more: change pictures by hand"],
    [["s"], "Swap expected and actual"],
    [["+", "−", "0"], "Zoom in, out, whole page (also: wheel with Ctrl)"], [["Shift", "← ↑ → ↓"], "Move the page (also: drag it)"],
    [["[", "]"], "Previous and next page"], [["/"], "Filter the cases; Escape leaves the filter"], [["Esc"], "All boxes again"],
    [["d"], "Dark or light"], [["?"], "This list"],
  ];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    const { target, key } = event;
    if (target === $("filter")) {
      if (key === "Escape" || key === "Enter") target.blur();
      if (key === "Enter" && !entryButtons().some((button) => button.dataset.case === state.entry?.name)) step(1);
      return;
    }
    if (key.startsWith("Arrow") && target.matches("input, [role=tab], #texts pre")) return;
    if (key === " " && target.matches("button, summary")) return;
    const action = event.shiftKey && pans[key] ? () => sheet && pan(...pans[key]) : Object.hasOwn(actions, key) && actions[key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  // After a click the focus does not stay on the button: space has to mean "blink" then. Tab still goes on from there.
  document.addEventListener("click", (event) => {
    if (event.detail > 0) event.target.closest("button, summary")?.blur();
  });

  function writeHash() {
    if (!state.entry) return;
    history.replaceState(null, "", `#${state.entry.name.split("/").map(encodeURIComponent).join("/")}/${state.mode}`);
  }
  function readHash() {
    let path = "";
    try { path = decodeURIComponent(location.hash.slice(1)); } catch { /* not one of ours */ }
    const named = (name) => cases.find((c) => c.name === name);
    const entry = Object.hasOwn(modes, leaf(path)) && named(folder(path));
    if (entry) state.mode = leaf(path);
    return entry || named(path);
  }

  async function start() {
    drawLead();
    drawChips();
    $("modes").append(...Object.entries(modes).map(([mode, title], index) => make("button", {
      type: "button", role: "tab", "data-mode": mode, "aria-controls": "stage", "aria-selected": "false",
      title: `${title} (${index + 1})`, click: () => setMode(mode),
    }, title)));
    $("modes").addEventListener("keydown", ({ key }) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const next = by && $("modes").children[Object.keys(modes).indexOf(state.mode) + by];
      if (next) { setMode(next.dataset.mode); next.focus(); }
    });
    $("keys").append(...keys.flatMap(([caps, text]) => [make("dt", {}, caps.map((cap) => make("kbd", {}, cap))), make("dd", {}, text)]));
    const clicks = {
      theme: toggleTheme, "help-open": actions["?"], swap,
      "zoom-in": actions["+"], "zoom-out": actions["-"], "zoom-fit": fit, "zoom-whole": () => zoom(perMillimetre),
    };
    for (const [id, action] of Object.entries(clicks)) $(id).addEventListener("click", action);
    $("filter").addEventListener("input", (event) => { state.text = event.target.value; drawList(); });
    $("layer-chips").addEventListener("click", fadeSentences);
    addEventListener("hashchange", () => {
      const entry = readHash();
      if (entry && entry !== state.entry) select(entry);
      else drawStage();
    });
    let scheme = null;
    try { scheme = localStorage.getItem("certpress-theme"); } catch { /* a file may have no storage */ }
    setTheme(scheme);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme(document.documentElement.style.colorScheme));

    const failing = (c) => c.status !== "equal" && c.status !== "known-bad";
    const first = readHash() ?? cases.find(failing) ?? cases.find((c) => c.status !== "equal");
    drawList();
    if (first) await select(first);
    else {
      $("nothing").hidden = false;
      $("nothing").append(...(cases.length ? [!report.problems.length && make("b", {}, "✓"), "No case differs."].filter(Boolean) : ["Nothing was checked."]));
    }
  }

  start().then(() => { document.documentElement.dataset.ready = "true"; });
})();
