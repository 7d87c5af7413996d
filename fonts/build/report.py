"""Prints, from the manifest, the tables of ../README.md."""

import os

import manifest
import repertoire

BLOCKS = [  # name, ranges of assigned characters
    ("CJK Unified Ideographs", [(0x4E00, 0x9FFF)]),
    ("Extension A", [(0x3400, 0x4DBF)]),
    ("Extension B", [(0x20000, 0x2A6DF)]),
    ("Extension C", [(0x2A700, 0x2B739)]),
    ("Extension D", [(0x2B740, 0x2B81D)]),
    ("Extension E", [(0x2B820, 0x2CEA1)]),
    ("Extension F", [(0x2CEB0, 0x2EBE0)]),
    ("Extension G", [(0x30000, 0x3134A)]),
    ("Extension H", [(0x31350, 0x323AF)]),
    ("Extension I", [(0x2EBF0, 0x2EE5D)]),
]
# The 87,887 Han characters of GB 18030-2022: Unicode 11's, with the twelve unified ones among the compatibility ideographs.
GB18030 = [(0x4E00, 0x9FEF), (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x2A700, 0x2B734), (0x2B740, 0x2B81D), (0x2B820, 0x2CEA1),
           (0x2CEB0, 0x2EBE0)] + [(c, c) for c in (0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24, 0xFA27,
                                                   0xFA28, 0xFA29)]


def codes(ranges):
    return {c for first, last in ranges for c in range(first, last + 1)}


def main():
    document = manifest.read(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "manifest.json"))
    files = {e["id"]: e for e in document["files"]}
    covered = {id: manifest.parse(e["coverage"]) for id, e in files.items()}

    print("| file | from | characters | glyphs | MB | licence |\n|---|---|---|---|---|---|")
    for e in files.values():
        print(f"| {e['file']} | {e['source']['face']} | {e['characters']:,} | {e['glyphs']:,} | {e['bytes'] / 1e6:.2f} | {e['licence']} |")
    print(f"| all | | | | {sum(e['bytes'] for e in files.values()) / 1e6:.1f} | |\n")

    standard = repertoire.general_standard()
    rows = [("通用规范汉字表 level 1", {c for c, n in standard.items() if n <= 3500}),
            ("通用规范汉字表 level 2", {c for c, n in standard.items() if 3500 < n <= 6500}),
            ("通用规范汉字表 level 3", {c for c, n in standard.items() if n > 6500}),
            ("GB 18030-2022, all Han", codes(GB18030))]
    rows += [(name, codes(ranges)) for name, ranges in BLOCKS]
    columns = [("Song", ["song", "song-ext"]), ("Hei", ["hei", "hei-ext"]), ("Kai", ["kai", "kai-ext"]), ("+ rare", ["song", "song-ext", "rare"]),
               ("+ last resort", ["song", "song-ext", "rare", "last-resort"])]
    print("| | characters | " + " | ".join(name for name, _ in columns) + " |\n|---|---|" + "---|" * len(columns))
    for name, wanted in rows:
        counts = [len(wanted & set().union(*(covered[i] for i in ids))) for _, ids in columns]
        print(f"| {name} | {len(wanted):,} | " + " | ".join("all" if n == len(wanted) else f"{n:,}" for n in counts) + " |")


if __name__ == "__main__":
    main()
