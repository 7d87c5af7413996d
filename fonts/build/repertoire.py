"""Which character goes into which file."""

import bz2
import re
import unicodedata

import sources

# Han in every block that a certificate may meet, with Extension I for the day a font has it.
HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0), (0x2EBF0, 0x2EE5D),
       (0x2F800, 0x2FA1F), (0x30000, 0x3134A), (0x31350, 0x323AF)]
LAST_RESORT = [(0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0)]  # Extensions A to F

# What a Chinese certificate prints besides Han: small enough to travel with the core files.
CORE_SYMBOLS = [
    (0x20, 0x7E), (0xA0, 0x17F),                    # ASCII, Latin-1, Latin Extended-A
    (0x1CD, 0x1DC), (0x1F8, 0x1F9), (0x251, 0x251), (0x261, 0x261), (0x1E3E, 0x1E3F),  # the rest of Pinyin
    (0x2C6, 0x2DD), (0x2010, 0x205E), (0x20A0, 0x20BF), (0x2100, 0x218F),  # tone marks, punctuation, currency, letterlike, numbers
    (0x2190, 0x22FF), (0x2460, 0x24FF),             # arrows, mathematics, circled numbers
    (0x25A0, 0x25FF), (0x2600, 0x2642), (0x2713, 0x2718), (0x2776, 0x2793),  # geometric shapes, stars, ticks, black circled numbers
    (0x3000, 0x303F), (0x30FB, 0x30FB), (0xFF65, 0xFF65),  # CJK punctuation; the katakana dots are typed for a name's middle dot
    (0x3220, 0x3247), (0x3280, 0x32B0), (0x338E, 0x338F), (0x339C, 0x33A6), (0x33C4, 0x33C4), (0x33CE, 0x33D5),  # ㈠ ㊣ ㎡
    (0xFE10, 0xFE19), (0xFE30, 0xFE4F), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),  # vertical and full-width forms
]

# Spacing characters that HarfBuzz nevertheless joins to a neighbour: half-width sound marks, regional indicators, skin tones.
JOINING = [(0xFF9E, 0xFF9F), (0x1F1E6, 0x1F1FF), (0x1F3FB, 0x1F3FF)]

# Scripts that no Chinese certificate needs.  Hangul alone is a quarter of the Noto faces.
FOREIGN_BLOCKS = re.compile(r"Hangul|Thai|Tibetan|Lisu|Private Use|Chess|Variation Selectors|Kanbun|Mahjong|Playing Cards")


def inside(code, ranges):
    return any(first <= code <= last for first, last in ranges)


def general_standard():
    """通用规范汉字表: code point -> its number 1 … 8105 (Unihan kTGH).  1–3500 are level 1, 3501–6500 level 2, the rest level 3."""
    table = {}
    with bz2.open(sources.UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"U\+([0-9A-F]+)\tkTGH\t2013:(\d+)", line)
            if found:
                table[int(found[1], 16)] = int(found[2])
    assert len(table) == 8105, len(table)
    return table


def blocks():
    """[(first, last, name)] of the Unicode blocks."""
    rows = []
    with open(sources.BLOCKS, encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"([0-9A-F]+)\.\.([0-9A-F]+); (.+)", line)
            if found:
                rows.append((int(found[1], 16), int(found[2], 16), found[3].strip()))
    return rows


def latin_letters():
    """Letters of the Latin script, the only ones we kern."""
    letters = set()
    with open(sources.SCRIPTS, encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; Latin # L", line)
            if found:
                letters.update(range(int(found[1], 16), int(found[2] or found[1], 16) + 1))
    return {c for c in letters if c < 0x2000}  # full-width and letterlike Latin stands like Han


class Selector:
    """Splits a face's characters into core, ext and left out."""

    def __init__(self):
        self.standard = general_standard()
        self.foreign = [(first, last) for first, last, name in blocks() if FOREIGN_BLOCKS.search(name)]

    def wanted(self, code):
        """Left out everywhere: what is invisible, what combines (a record is NFC before it gets here; a bare combining mark is
        better refused with its code point than printed beside its base), private use, unknown, and foreign scripts."""
        if inside(code, HAN):
            return True  # by range, because Python's Unicode tables are older than Extension H
        category = unicodedata.category(chr(code))
        if category in ("Cc", "Cf", "Cn", "Co", "Cs", "Mn", "Mc", "Me", "Zl", "Zp"):
            return False
        if "HANGUL" in unicodedata.name(chr(code), ""):
            return False
        return not inside(code, self.foreign) and not inside(code, JOINING)

    def core(self, code):
        return code in self.standard or inside(code, CORE_SYMBOLS)


def plan(character_maps):
    """{product id: set of code points} from {source path and face: set of code points that the face draws}."""
    selector = Selector()
    chosen = {}
    for product in sources.PRODUCTS:
        have = {c for c in character_maps[product.source] if selector.wanted(c)}
        if product.tier == "core":
            chosen[product.id] = {c for c in have if selector.core(c)}
        elif product.tier == "ext":
            chosen[product.id] = {c for c in have if not selector.core(c)}
        elif product.tier == "rare":
            song = chosen["song"] | chosen["song-ext"]
            chosen[product.id] = {c for c in have if inside(c, HAN)} - song
        else:
            before = chosen["song"] | chosen["song-ext"] | chosen["rare"]
            chosen[product.id] = {c for c in have if inside(c, LAST_RESORT)} - before
    return chosen
