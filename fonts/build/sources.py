"""Where the outlines come from, and what is made of them.

Everything here is pinned: the digest of a source file decides, not its name.  A newer Debian package is a reason to look at
the result again and to change this table, never something that slips into a certificate unseen.
"""

from dataclasses import dataclass, field

NOTO = "/usr/share/fonts/opentype/noto/"
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
UNIHAN_SHA256 = "bdeef44d75d914e793b7f27ddc3bee01b2d11dd34f4e52de1a9fba74a1612dc2"
BLOCKS = "/usr/share/unicode/Blocks.txt"
SCRIPTS = "/usr/share/unicode/Scripts.txt"

FONTTOOLS_VERSION = "4.38.0"  # another version may pack a table differently, which changes digests

# The day our modifications were made.  The Arphic licence asks for it in each modified file; a clock would break reproducibility.
MODIFIED_ON = "2026-11-23"
# Seconds from 1904-01-01 to MODIFIED_ON 00:00 UTC, for head.created and head.modified.
HEAD_TIME = 3878236800


@dataclass(frozen=True)
class Source:
    """One face of an installed font file."""

    package: str
    version: str
    path: str
    face: str  # name ID 1; in a collection the face is found by it, because index 0 of the Noto collections is Japanese
    sha256: str
    licence: str  # SPDX
    licence_file: str
    dy: int = 0  # vertical shift in 1/1000 em that centres its Han glyphs where Noto Serif CJK SC has them (measured on 500)


SERIF = Source("fonts-noto-cjk", "1:20220127+repack1-1", NOTO + "NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC",
               "a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481", "OFL-1.1", "licences/fonts-noto-cjk.txt")
SANS = Source("fonts-noto-cjk", "1:20220127+repack1-1", NOTO + "NotoSansCJK-Regular.ttc", "Noto Sans CJK SC",
              "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a", "OFL-1.1", "licences/fonts-noto-cjk.txt")
WENKAI = Source("fonts-lxgw-wenkai", "1.250+repack-1", "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
                "LXGW WenKai", "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8", "OFL-1.1",
                "licences/fonts-lxgw-wenkai.txt")
BABELSTONE = Source("fonts-babelstone-han", "15.0.5-2", "/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf",
                    "BabelStone Han", "a2027ca3606907f6a628e9cd869605e3879beaaa38b37c7fec95b372130628c8", "Arphic-1999",
                    "licences/fonts-babelstone-han.txt")
# HanaMinA was looked at too: every Han character of it that our chain lacks is in HanaMinB already.
HANAMIN = Source("fonts-hanazono", "20170904-2.1", "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf", "HanaMinB",
                 "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c", "OFL-1.1",
                 "licences/fonts-hanazono.txt", dy=-7)

PACKAGES = ["fonts-noto-cjk", "fonts-lxgw-wenkai", "fonts-babelstone-han", "fonts-hanazono", "unicode-data"]


@dataclass(frozen=True)
class Product:
    """One file that we ship."""

    id: str
    file: str
    family: str
    role: str
    tier: str
    forms: str
    source: Source
    metrics: Source = field(default=None)  # whose line metrics to take; its own when None


PRODUCTS = [
    Product("song", "CertPressSong-Regular.ttf", "CertPress Song", "song", "core", "mainland", SERIF),
    Product("hei", "CertPressHei-Regular.ttf", "CertPress Hei", "hei", "core", "mainland", SANS),
    Product("kai", "CertPressKai-Regular.ttf", "CertPress Kai", "kai", "core", "mainland", WENKAI),
    Product("song-ext", "CertPressSongExt-Regular.ttf", "CertPress Song Ext", "song", "ext", "mainland", SERIF),
    Product("hei-ext", "CertPressHeiExt-Regular.ttf", "CertPress Hei Ext", "hei", "ext", "mainland", SANS),
    Product("kai-ext", "CertPressKaiExt-Regular.ttf", "CertPress Kai Ext", "kai", "ext", "mainland", WENKAI),
    # A rare character inside a line of Song must not move the line, hence Song's metrics.
    Product("rare", "CertPressRare-Regular.ttf", "CertPress Rare", "song", "rare", "mainland", BABELSTONE, SERIF),
    Product("last-resort", "CertPressLastResort-Regular.ttf", "CertPress Last Resort", "song", "last-resort", "japanese",
            HANAMIN, SERIF),
]

_SONG = [["song", "song-ext"], ["song", "song-ext", "rare"], ["song", "song-ext", "rare", "last-resort"]]
FAMILIES = [
    {"name": "CertPress Song", "role": "song", "chain": _SONG},
    {"name": "CertPress Hei", "role": "hei", "chain": [["hei", "hei-ext"]] + _SONG},
    {"name": "CertPress Kai", "role": "kai", "chain": [["kai", "kai-ext"]] + _SONG},
]
