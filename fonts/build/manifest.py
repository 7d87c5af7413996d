"""fonts/manifest.json: what the engine knows of the files without opening them."""

import hashlib
import json
import os

import sources


def ranges(codes):
    """Code points as "20-7E,A0-FF,…"."""
    parts, codes = [], sorted(codes)
    start = 0
    for i in range(len(codes)):
        if i + 1 == len(codes) or codes[i + 1] != codes[i] + 1:
            first, last = codes[start], codes[i]
            parts.append(f"{first:X}" if first == last else f"{first:X}-{last:X}")
            start = i + 1
    return ",".join(parts)


def parse(text):
    """The inverse of `ranges`."""
    codes = set()
    for part in filter(None, text.split(",")):
        first, _, last = part.partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return codes


def entry(product, font, path, complex_characters):
    data = open(path, "rb").read()
    source = product.source
    coverage = set(font.getBestCmap())
    return {
        "id": product.id,
        "file": product.file,
        "family": product.family,
        "role": product.role,
        "tier": product.tier,
        "forms": product.forms,
        "bytes": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "unitsPerEm": font["head"].unitsPerEm,
        "glyphs": font["maxp"].numGlyphs,
        "ascent": font["hhea"].ascent,
        "descent": -font["hhea"].descent,
        "licence": source.licence,
        "licenceFile": source.licence_file,
        "source": {
            "package": source.package,
            "version": source.version,
            "file": os.path.basename(source.path),
            "face": source.face,
            "sha256": source.sha256,
        },
        "characters": len(coverage),
        "coverage": ranges(coverage),
        "complex": ranges(complex_characters),
    }


def write(entries, path):
    order = {product.id: i for i, product in enumerate(sources.PRODUCTS)}
    document = {"format": 1, "families": sources.FAMILIES, "files": sorted(entries, key=lambda e: order[e["id"]])}
    with open(path, "w", encoding="utf-8") as out:
        json.dump(document, out, ensure_ascii=False, indent=2)
        out.write("\n")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return json.load(lines)
