"""Proves what the manifest promises.  Needs Debian's libharfbuzz-bin and python3-freetype besides the build's packages.

    verify.py [--fonts DIR] [--strings N]

1. Files: digest, size, names, metrics, side bearings, no hints, no composites, no overlap within a chain, coverage as FreeType,
   fontconfig and cmap tell it.
2. Shaping: N random strings of simple characters per file come out of HarfBuzz (the system's, which is Pango's) as one glyph per
   character, glyph = cmap, advance = hmtx, no offset; through HarfBuzz's own font functions and through FreeType's; the script
   guessed and forced to Han with zh-CN.  Also: a complex character between simple ones is as plain as they are; and Latin letters
   are kerned as in the source.
3. Outlines: every glyph, drawn by FreeType at 100 pixels per em, against the same glyph of the source font.
"""

import argparse
import hashlib
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import freetype
import numpy
from fontTools.ttLib import TTFont

import assemble
import contours
import manifest
import repertoire
import sources

RESERVED = re.compile(r"noto|source|lxgw|霞鹜|wenkai|klee|babelstone|arphic|hana|花園", re.IGNORECASE)
problems = []


def expect(condition, text):
    if not condition:
        problems.append(text)
        print("FAILED " + text)


def check_file(entry, path):
    data = open(path, "rb").read()
    expect(hashlib.sha256(data).hexdigest() == entry["sha256"] and len(data) == entry["bytes"], f"{entry['file']}: digest or size")
    font = TTFont(path)
    allowed = {"GlyphOrder", "head", "hhea", "hmtx", "maxp", "OS/2", "cmap", "glyf", "loca", "name", "post", "vhea", "vmtx",
               "GSUB", "GPOS"}
    expect(set(font.keys()) <= allowed, f"{entry['file']}: tables {set(font.keys()) - allowed}")
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 18, 21, 25):
            expect(not RESERVED.search(str(record)), f"{entry['file']}: reserved name in record {record.nameID}")
    expect(font["name"].getDebugName(1) == entry["family"], f"{entry['file']}: family")
    for id in (0, 10, 13) if font["name"].getDebugName(13) else (0, 10):
        expect(font["name"].getDebugName(id), f"{entry['file']}: name record {id}")
    subtables = {(t.platformID, t.platEncID): t for t in font["cmap"].tables}
    expect(set(subtables) == {(3, 1), (3, 10)} and not subtables[(3, 1)].cmap, f"{entry['file']}: cmap subtables")
    cmap = subtables[(3, 10)].cmap
    expect(len(set(cmap.values())) == len(cmap), f"{entry['file']}: two characters share a glyph")
    expect(manifest.ranges(cmap) == entry["coverage"] and len(cmap) == entry["characters"], f"{entry['file']}: coverage")
    glyf, widths, heights = font["glyf"], font["hmtx"], font["vmtx"]
    inverted = []
    for name in font.getGlyphOrder():
        glyph = glyf[name]
        expect(not glyph.isComposite(), f"{entry['file']}: {name} is a composite")
        if glyph.numberOfContours > 0:
            expect(widths[name][1] == glyph.xMin, f"{entry['file']}: side bearing of {name}")
            expect(not glyph.program.getBytecode(), f"{entry['file']}: {name} has hints")
            coordinates, ends, _ = glyph.getCoordinates(glyf)
            start, total = 0, 0
            for end in ends:
                total += contours.area([(x, y, True) for x, y in coordinates[start:end + 1]])
                start = end + 1
            if total > 0:
                inverted.append(name)
    expect(not inverted, f"{entry['file']}: {len(inverted)} glyphs are filled anticlockwise, such as {inverted[:5]}")
    expect((font["hhea"].ascent, -font["hhea"].descent, font["head"].unitsPerEm)
           == (entry["ascent"], entry["descent"], entry["unitsPerEm"]), f"{entry['file']}: metrics")

    face = freetype.Face(path)
    seen = {}
    code, index = face.get_first_char()
    while index:
        seen[code] = index
        code, index = face.get_next_char(code, index)
    expect(seen == {c: font.getGlyphID(g) for c, g in cmap.items()}, f"{entry['file']}: FreeType's character map")
    spoken = subprocess.run(["fc-query", "-f", "%{charset}", path], capture_output=True, text=True, check=True).stdout
    config = set()
    for part in spoken.split():
        first, _, last = part.partition("-")
        config.update(range(int(first, 16), int(last or first, 16) + 1))
    # fontconfig leaves out blank glyphs that it does not take for spaces; there are none.
    expect(config == set(cmap), f"{entry['file']}: fontconfig's coverage differs in {manifest.ranges(config ^ set(cmap))}")
    return font


def shape(path, lines, options):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        out = subprocess.run(["hb-shape", path, "--text-file=" + file.name, "--no-glyph-names", "--output-format=json", *options],
                             capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def check_shaping(entry, path, font, count, seed):
    pick = random.Random(seed)
    cmap, widths = font.getBestCmap(), font["hmtx"]
    tangled = sorted(manifest.parse(entry["complex"]))
    simple = sorted(set(cmap) - set(tangled))
    narrow = [c for c in simple if not 0x3400 <= c < 0x40000]  # Han would drown the rest

    def line():
        pool = pick.choice((simple, narrow or simple))
        codes = [pick.choice(pick.choice((pool, simple))) for _ in range(pick.randint(1, 25))]
        if tangled and pick.random() < 0.3:  # lone complex characters
            codes = [c for i, c in enumerate(codes) for c in ([c, pick.choice(tangled), pick.choice(simple)] if i % 3 == 0 else [c])]
        return "".join(map(chr, codes))

    lines = [line() for _ in range(count)]
    # Every character is in at least one string, next to a neighbour on either side.
    every = simple[:]
    pick.shuffle(every)
    lines += ["".join(map(chr, every[i:i + 25])) for i in range(0, len(every), 25)]
    expected = [[(font.getGlyphID(cmap[ord(c)]), i, widths[cmap[ord(c)]][0]) for i, c in enumerate(text)] for text in lines]
    for options in (["--script=hani", "--language=zh-cn"], ["--font-funcs=ft", "--direction=ltr"]):
        wrong = 0
        for text, want, got in zip(lines, expected, shape(path, lines, options)):
            have = [(g["g"], g["cl"], g["ax"]) for g in got]
            if have != want or any(g["dx"] or g["dy"] or g["ay"] for g in got):
                wrong += 1
                if wrong < 4:
                    print("   ", text, [(a, b) for a, b in zip(have, want) if a != b][:3])
        expect(not wrong, f"{entry['file']}: {wrong} of {len(lines)} strings with {' '.join(options)} do not shape 1:1")
    return len(lines)


def check_kerning(entry, path, font, count=2000):
    """Latin letters are spaced as in the source."""
    product = next(p for p in sources.PRODUCTS if p.id == entry["id"])
    letters = sorted(repertoire.latin_letters() & set(font.getBestCmap()))
    pick = random.Random(7)
    lines = ["".join(chr(pick.choice(letters if n % 2 else letters[:52])) for _ in range(20)) for n in range(count)]
    off = ["--direction=ltr", "--script=latn", "--features=-liga,-calt,-locl,-ccmp"]
    index = source_face(product.source)[1]
    ours = [[g["ax"] for g in line] for line in shape(path, lines, off)]
    theirs = [[g["ax"] for g in line] for line in shape(product.source.path, lines, off + [f"--face-index={index}"])]
    expect(ours == theirs, f"{entry['file']}: Latin letters are not spaced as in {product.source.face}")


def source_face(source):
    """The face for FreeType and its index in the file."""
    index = 0
    while True:
        face = freetype.Face(source.path, index)
        if face.family_name.decode() == source.face:
            return face, index
        index += 1


def bitmap(face, glyph, size=100, dx=0, dy=0):
    face.set_transform(freetype.Matrix(0x10000, 0, 0, 0x10000), freetype.Vector(round(dx * size * 64 / 1000), round(dy * size * 64 / 1000)))
    face.load_glyph(glyph, freetype.FT_LOAD_NO_HINTING | freetype.FT_LOAD_NO_BITMAP)
    canvas = numpy.zeros((3 * size, 4 * size), dtype=numpy.int32)
    if not face.glyph.outline.points:
        return canvas
    slot = face.glyph
    slot.render(freetype.FT_RENDER_MODE_NORMAL)
    bits = slot.bitmap
    if bits.rows and bits.width:
        pixels = numpy.array(bits.buffer, dtype=numpy.int32).reshape(bits.rows, bits.pitch)[:, :bits.width]
        top, left = 2 * size - slot.bitmap_top, size + slot.bitmap_left
        canvas[top:top + bits.rows, left:left + bits.width] = pixels[:, :canvas.shape[1] - left]
    return canvas


def check_outlines(entry, path, font):
    """Largest share of a glyph's ink that differs from the source's, antialiased pixel by pixel."""
    product = next(p for p in sources.PRODUCTS if p.id == entry["id"])
    original = assemble.open_source(product.source)
    ours, theirs = freetype.Face(path), source_face(product.source)[0]
    for face in (ours, theirs):
        face.set_pixel_sizes(0, 100)
    cmap = original.getBestCmap()
    glyf, scale = original["glyf"] if "glyf" in original else None, 1000 / original["head"].unitsPerEm
    worst = []
    for code, name in font.getBestCmap().items():
        if code in (0x2014, 0x2E3A, 0x2E3B):
            continue  # takes its zh-Hans form on purpose
        a = bitmap(ours, font.getGlyphID(name))
        # FreeType puts an outline where its side bearing says; BabelStone Han has two that are wrong, which we set right.
        dx = (glyf[cmap[code]].xMin - original["hmtx"][cmap[code]][1]) * scale if glyf and glyf[cmap[code]].numberOfContours else 0
        b = bitmap(theirs, original.getGlyphID(cmap[code]), dx=dx, dy=product.source.dy)
        ink = max(int(b.sum()), 1)
        worst.append((int(abs(a - b).sum()) / ink if b.any() or a.any() else 0.0, int(abs(a - b).max()), code))
    worst.sort(reverse=True)
    mean = sum(w[0] for w in worst) / len(worst)
    print(f"   outlines: {mean:.2%} of the ink differs on average, at most {worst[0][0]:.2%} (U+{worst[0][2]:04X}); one pixel by at most "
          f"{max(w[1] for w in worst)} of 255")
    limit = 0.12 if product.tier in ("rare", "last-resort") else 0.03
    bad = [w for w in worst if w[0] > limit]
    expect(not bad, f"{entry['file']}: {len(bad)} glyphs look different from the source: {[(f'{w[2]:X}', round(w[0], 3)) for w in bad[:8]]}")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser()
    parser.add_argument("--fonts", default=os.path.dirname(here))
    parser.add_argument("--strings", type=int, default=20000)
    parser.add_argument("--only", nargs="+")
    options = parser.parse_args()
    document = manifest.read(os.path.join(options.fonts, "manifest.json"))
    covered = {e["id"]: manifest.parse(e["coverage"]) for e in document["files"]}
    for family in document["families"]:
        stack = family["chain"][-1] if family["role"] == "song" else family["chain"][0]
        for i, a in enumerate(stack):
            for b in stack[i + 1:]:
                expect(not covered[a] & covered[b], f"{a} and {b} overlap")
    for seed, entry in enumerate(document["files"]):
        if options.only and entry["id"] not in options.only:
            continue
        print(entry["file"], flush=True)
        path = os.path.join(options.fonts, entry["file"])
        font = check_file(entry, path)
        print(f"   shaping: {check_shaping(entry, path, font, options.strings, seed)} strings, twice", flush=True)
        if entry["tier"] == "core":
            check_kerning(entry, path, font)
        check_outlines(entry, path, font)
    print("all true" if not problems else f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
