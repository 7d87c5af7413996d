"""One shipped file from one source face."""

import hashlib

from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

import contours
import layout
import repertoire
import sources

UNITS = 1000
VERTICAL_ORIGIN = 880  # where Noto's ideographic em box begins; the box ends at -120


def open_source(source):
    """The face, after checking that the file is the one we know."""
    digest = hashlib.sha256(open(source.path, "rb").read()).hexdigest()
    if digest != source.sha256:
        raise SystemExit(f"{source.path} is not {source.package} {source.version}: its SHA-256 is {digest}.\n"
                         "Look at the new version and update sources.py, or install the old one.")
    if source.path.endswith(".ttc"):
        faces = [f for f in TTCollection(source.path, lazy=True).fonts if f["name"].getDebugName(1) == source.face]
        assert len(faces) == 1, source.face
        return faces[0]
    return TTFont(source.path, lazy=True)


def drawn_characters(source):
    """The characters that the face can show.  A Han character without an outline is not one of them."""
    font = open_source(source)
    cmap = font.getBestCmap()
    if "glyf" not in font:
        return set(cmap)
    glyf = font["glyf"]
    return {c for c, g in cmap.items() if not repertoire.inside(c, repertoire.HAN) or glyf[g].numberOfContours}


class Assembly:
    def __init__(self, product, characters, version):
        self.product, self.characters, self.version = product, sorted(characters), version
        self.source = open_source(product.source)
        self.metrics = open_source(product.metrics) if product.metrics else self.source
        self.scale = UNITS / self.source["head"].unitsPerEm
        self.worst_curve = 0.0
        self.origins = None
        if "VORG" in self.source:
            self.origins = self.source["VORG"]

    def build(self):
        self.choose_glyphs()
        font = self.font = TTFont(recalcTimestamp=False)
        font.setGlyphOrder(self.order)
        self.outlines()
        self.character_map()
        self.layout_tables()
        self.header_tables()
        self.names()
        return font

    # Glyphs

    def choose_glyphs(self):
        """`drawn`: our glyph name -> the source's.  Glyphs are in code point order, which keeps cmap small and puts the long run
        of equal advances at the end; every character has a glyph of its own even where the source shares one (· and •, 一 and the
        radical ⼀), so that the glyph in a PDF says which character it was."""
        cmap = dict(self.source.getBestCmap())
        own_dashes, joined = layout.dash_forms(self.source)
        cmap.update(own_dashes)
        self.drawn = {".notdef": ".notdef"}
        self.names_of = {}  # source glyph -> our encoded glyphs
        self.encoded = {}
        for code in self.characters:
            name = f"u{code:04X}"
            self.encoded[code] = name
            self.drawn[name] = cmap[code]
            self.names_of.setdefault(cmap[code], []).append(name)

        self.vertical, self.ligatures = {}, {}
        if self.product.tier in ("core", "ext"):
            for codes, glyph in sorted(joined.items()):
                if all(c in self.encoded for c in codes):
                    name = self.ligatures[tuple(self.encoded[c] for c in codes)] = self.name_for(glyph)
                    if name not in self.names_of.setdefault(glyph, []):
                        self.names_of[glyph].append(name)
            for glyph, form in sorted(layout.vertical_map(self.source).items()):
                for name in list(self.names_of.get(glyph, [])):
                    self.vertical[name] = self.name_for(form)
        self.order = list(self.drawn)

    def name_for(self, source_glyph):
        """Our glyph for a form that layout reaches: the encoded one if there is one, otherwise a new one."""
        if source_glyph in self.names_of:
            return self.names_of[source_glyph][0]
        name = "form." + source_glyph
        self.drawn[name] = source_glyph
        return name

    def outlines(self):
        font, source = self.font, self.source
        glyf, hmtx, vmtx = newTable("glyf"), newTable("hmtx"), newTable("vmtx")
        glyf.glyphs, glyf.glyphOrder, hmtx.metrics, vmtx.metrics = {}, self.order, {}, {}
        cubic = "CFF " in source
        glyph_set = source.getGlyphSet() if cubic else None
        rare = self.product.tier in ("rare", "last-resort")
        for name, original in self.drawn.items():
            if cubic:
                shape, worst = contours.from_cubic(glyph_set, original)
                self.worst_curve = max(self.worst_curve, worst)
            else:
                shape = contours.from_truetype(source["glyf"], original, self.scale, self.product.source.dy)
            glyph = glyf.glyphs[name] = contours.glyph(shape)
            empty = not shape
            # In TrueType the side bearing positions the outline, so it must be the outline's own.
            advance = UNITS if rare else round(source["hmtx"][original][0] * self.scale)
            hmtx.metrics[name] = (advance, 0 if empty else glyph.xMin)
            vertical_advance = UNITS if rare else round(source["vmtx"][original][0] * self.scale)
            vmtx.metrics[name] = (vertical_advance, 0 if empty else self.origin(original, glyph) - glyph.yMax)
        font["glyf"], font["loca"] = glyf, newTable("loca")
        font["hmtx"], font["vmtx"] = hmtx, vmtx

    def origin(self, original, glyph):
        """y of the glyph's vertical origin: VORG in a CFF face, top side bearing above the outline in a TrueType one."""
        if self.origins is not None:
            return self.origins.VOriginRecords.get(original, self.origins.defaultVertOriginY)
        if self.product.tier in ("rare", "last-resort"):
            return VERTICAL_ORIGIN
        glyf = self.source["glyf"][original]
        return round((self.source["vmtx"][original][1] + glyf.yMax) * self.scale)

    # Tables

    def character_map(self):
        """The real map is (3,10); (3,1) is there, and empty.  cairo 1.16 inverts (3,1) once per document to find the text of its
        glyphs, at 8 million instructions; with an empty one it takes the text that it was given with them."""
        cmap = newTable("cmap")
        cmap.tableVersion = 0
        cmap.tables = []
        for encoding, kind, mapping in ((1, 4, {}), (10, 12, self.encoded)):
            table = CmapSubtable.newSubtable(kind)
            table.platformID, table.platEncID, table.language, table.format = 3, encoding, 0, kind
            table.reserved = table.length = table.nGroups = 0
            table.cmap = dict(mapping)
            cmap.tables.append(table)
        self.font["cmap"] = cmap

    def layout_tables(self):
        glyph_ids = {name: i for i, name in enumerate(self.order)}
        gsub = layout.build_gsub(self.vertical, self.ligatures)
        if gsub:
            self.font["GSUB"] = gsub
        letters = repertoire.latin_letters()
        kerned = {}  # source glyph -> ours
        if self.product.tier == "core":
            for code in self.characters:
                if code in letters:
                    kerned.setdefault(self.source.getBestCmap()[code], self.encoded[code])
        pairs = layout.kerning(self.source, list(kerned)) if kerned else {}
        pairs = {kerned[a]: {kerned[b]: v for b, v in row.items()} for a, row in pairs.items()}
        gpos = layout.build_gpos(pairs, glyph_ids)
        if gpos:
            self.font["GPOS"] = gpos

    def header_tables(self):
        font, source, metrics = self.font, self.source, self.metrics
        head = font["head"] = newTable("head")
        head.tableVersion, head.fontRevision = 1.0, source["head"].fontRevision
        head.checkSumAdjustment, head.magicNumber, head.flags = 0, 0x5F0F3CF5, 3
        head.unitsPerEm, head.created, head.modified = UNITS, sources.HEAD_TIME, sources.HEAD_TIME
        head.xMin = head.yMin = head.xMax = head.yMax = 0  # recalculated
        head.macStyle, head.lowestRecPPEM, head.fontDirectionHint, head.indexToLocFormat, head.glyphDataFormat = 0, 6, 2, 1, 0

        maxp = font["maxp"] = newTable("maxp")
        maxp.tableVersion, maxp.numGlyphs = 0x00010000, len(self.order)
        for name in ("maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours", "maxTwilightPoints", "maxStorage",
                     "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions", "maxComponentElements",
                     "maxComponentDepth"):
            setattr(maxp, name, 0)
        maxp.maxZones = 1

        for tag, version in (("hhea", 0x00010000), ("vhea", 0x00011000)):
            made, original = newTable(tag), metrics[tag]
            for name, value in vars(original).items():
                if name not in ("tableTag", "_font", "table"):
                    setattr(made, name, value)
            made.tableVersion = version
            font[tag] = made

        os2, original = newTable("OS/2"), metrics["OS/2"]
        for name, value in vars(original).items():
            if name not in ("tableTag", "table"):
                setattr(os2, name, value)
        os2.version, os2.fsType, os2.achVendID = 4, 0, "CPRS"
        os2.fsSelection = 0x40
        os2.usWeightClass, os2.usWidthClass = 400, 5
        os2.usFirstCharIndex, os2.usLastCharIndex = min(self.characters[0], 0xFFFF), min(self.characters[-1], 0xFFFF)
        os2.ulCodePageRange1, os2.ulCodePageRange2 = (1 << 18) | (1 if self.product.tier == "core" else 0), 0
        os2.usMaxContext = 3 if self.ligatures else 2
        font["OS/2"] = os2
        os2.recalcUnicodeRanges(font, pruneOnly=False)
        os2.recalcAvgCharWidth(font)

        post, original = newTable("post"), metrics["post"]
        post.formatType, post.italicAngle, post.isFixedPitch = 3.0, 0, 0
        post.underlinePosition, post.underlineThickness = original.underlinePosition, original.underlineThickness
        post.minMemType42 = post.maxMemType42 = post.minMemType1 = post.maxMemType1 = 0
        font["post"] = post

    def names(self):
        """Our own names; the source's copyright, trademark, designers and licence stay as they are."""
        product, source = self.product, self.product.source
        postscript = product.file[:-len(".ttf")]
        description = (f"Modified on {sources.MODIFIED_ON} for CertPress: a subset of {source.face} (Debian package {source.package} "
                       f"{source.version}, {source.path.rsplit('/', 1)[1]}) with {len(self.characters)} characters")
        if "CFF " in self.source:
            description += ", outlines converted to TrueType"
        if self.scale != 1:
            description += f", scaled to {UNITS} units per em"
        if source.dy:
            description += f", moved by {source.dy} units"
        description += ", hints removed, layout tables rebuilt, renamed. Made by fonts/build of CertPress."
        ours = {1: product.family, 2: "Regular", 3: f"CertPress;{self.version};{postscript}", 4: product.family,
                5: f"Version {self.version}", 6: postscript, 10: description}
        kept = {id: self.source["name"].getDebugName(id) for id in (0, 7, 8, 9, 11, 12, 13, 14)}
        if not kept[13] and source.licence == "OFL-1.1":  # HanaMinB says its licence in a file only
            kept[13] = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
            kept[14] = "https://scripts.sil.org/OFL"
        name = newTable("name")
        name.names = []
        for id, text in sorted({**kept, **ours}.items()):
            if text:
                name.setName(text, id, 3, 1, 0x409)
        self.font["name"] = name
