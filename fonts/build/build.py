"""Builds the fonts.  See ../README.md.

    build.py [--output DIR] [--only ID …] [--jobs N]     write the files, the manifest and the licences
    build.py --check [--output DIR]                      build elsewhere and compare with what DIR has
"""

import argparse
import filecmp
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, as_completed

import fontTools

import assemble
import layout
import licences
import manifest
import repertoire
import sources

VERSION = "1.000"


def build_one(product, characters, directory):
    started = time.monotonic()
    assembly = assemble.Assembly(product, characters, VERSION)
    font = assembly.build()
    path = os.path.join(directory, product.file)
    font.save(path, reorderTables=True)
    font = assemble.TTFont(path)
    entry = manifest.entry(product, font, path, layout.touched_characters(font))
    note = f", curves off by at most {assembly.worst_curve:.3f} units" if assembly.worst_curve else ""
    return entry, (f"{product.file}: {entry['characters']} characters, {entry['glyphs']} glyphs, {entry['bytes'] / 1e6:.2f} MB"
                   f"{note}, {time.monotonic() - started:.0f} s")


def check_tools():
    if fontTools.version != sources.FONTTOOLS_VERSION:
        raise SystemExit(f"fontTools {fontTools.version} is here, but the digests are those of {sources.FONTTOOLS_VERSION} "
                         "(Debian 12's python3-fonttools).")
    import hashlib
    if hashlib.sha256(open(sources.UNIHAN, "rb").read()).hexdigest() != sources.UNIHAN_SHA256:
        raise SystemExit(f"{sources.UNIHAN} is not the one of unicode-data 15.0.0-1.")


def build(directory, only, jobs):
    os.makedirs(directory, exist_ok=True)
    check_tools()
    maps = {source: assemble.drawn_characters(source) for source in {p.source for p in sources.PRODUCTS}}
    chosen = repertoire.plan(maps)
    wanted = [p for p in sources.PRODUCTS if not only or p.id in only]
    entries = []
    with ProcessPoolExecutor(jobs) as pool:
        running = [pool.submit(build_one, p, chosen[p.id], directory) for p in wanted]
        for done in as_completed(running):
            entry, line = done.result()
            entries.append(entry)
            print(line, flush=True)
    path = os.path.join(directory, "manifest.json")
    if only and os.path.exists(path):
        entries += [e for e in manifest.read(path)["files"] if e["id"] not in only]
    manifest.write(entries, path)
    licences.write(directory)
    print(f"{sum(e['bytes'] for e in entries) / 1e6:.1f} MB in {len(entries)} files")


def check(directory, jobs):
    """Everything that the build makes is byte for byte what `directory` has."""
    with tempfile.TemporaryDirectory(prefix="certpress-fonts-") as fresh:
        build(fresh, None, jobs)
        names = [p.file for p in sources.PRODUCTS] + ["manifest.json"]
        names += ["licences/" + n for n in sorted(os.listdir(os.path.join(fresh, "licences")))]
        different = [n for n in names if not os.path.exists(os.path.join(directory, n))
                     or not filecmp.cmp(os.path.join(fresh, n), os.path.join(directory, n), shallow=False)]
    for name in different:
        print(f"differs: {name}")
    print("the fonts are what the build makes" if not different else f"{len(different)} of {len(names)} files differ")
    return 1 if different else 0


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description="Builds the CertPress fonts.")
    parser.add_argument("--output", default=os.path.dirname(here), metavar="DIR", help="where the files go (default: fonts/)")
    parser.add_argument("--only", nargs="+", metavar="ID", help="build these files and keep the others' manifest entries")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: 2)")
    parser.add_argument("--check", action="store_true", help="compare a fresh build with DIR")
    options = parser.parse_args()
    if options.check:
        return check(options.output, options.jobs)
    build(options.output, options.only, options.jobs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
