// Colours for the layout language: notes, texts, numbers with units, properties, elements, colours.

const pattern = new RegExp([
  /(?<note>\/\/.*$)/,
  /(?<string>"(?:\\.|[^"\\])*"?)/,
  /(?<color>#[0-9a-fA-F]{3,8}\b)/,
  /(?<number>[-+]?(?:\d+\.?\d*|\.\d+)(?<unit>mm|cm|in|pt|em|%)?(?![\w-]))/,
  /(?<property>[\p{L}_][\p{L}\p{N}_-]*)(?=\s*:)/,
  /(?<word>[\p{L}_][\p{L}\p{N}_-]*)/,
].map((part) => part.source).join("|"), "gu");

const elements = new Set(("certificate page area document font data style include text image qr seal line rectangle ellipse path border "
  + "guilloche microtext watermark row column table head repeat group when").split(" "));

/** The parts of one line as [kind, text]; kind is null for what has no colour. */
export function tokens(line) {
  const parts = [];
  let end = 0;
  let mayBegin = true;  // an element's word begins a statement
  for (const match of line.matchAll(pattern)) {
    const between = line.slice(end, match.index);
    if (between) parts.push([null, between]);
    if (/[{};]/.test(between)) mayBegin = true;
    end = match.index + match[0].length;
    const found = match.groups;
    if (found.note !== undefined) parts.push(["note", found.note]);
    else if (found.string !== undefined) parts.push(["string", found.string]);
    else if (found.color !== undefined) parts.push(["color", found.color]);
    else if (found.number !== undefined) {
      const unit = found.unit ?? "";
      parts.push(["number", found.number.slice(0, found.number.length - unit.length)]);
      if (unit) parts.push(["unit", unit]);
    } else if (found.property !== undefined) parts.push(["property", found.property]);
    else parts.push([mayBegin && elements.has(found.word) ? "element" : null, found.word]);
    mayBegin = false;
  }
  if (end < line.length) parts.push([null, line.slice(end)]);
  return parts;
}

/** How many cells of a fixed-width face a text takes: characters of East Asia take two. */
export function cells(text) {
  let sum = 0;
  for (const one of text) {
    const code = one.codePointAt(0);
    if (/\p{M}/u.test(one) || code === 0x200b) continue;
    sum += (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) || (code >= 0xac00 && code <= 0xd7a3)
      || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60)
      || (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd) ? 2 : 1;
  }
  return sum;
}
