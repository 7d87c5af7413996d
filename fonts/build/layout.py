"""Layout tables, built anew and kept to what we want of them.

The sources carry much that a Chinese certificate must not get by default: Latin ligatures, alternates by language, proportional
CJK punctuation, Hangul composition, and in WenKai a `liga` whose glyph ids are off.  So nothing is filtered; four things are made:

- `vert`/`vrt2`: the vertical forms, the three `vert` lookups of the Noto faces for zh-Hans folded into one;
- `ccmp`: two or three dashes —— become one unbroken stroke (Noto; WenKai's dash fills its box anyway);
- `kern`: between two Latin letters only, so that digits, spaces and punctuation keep their plain width;
- the zh-Hans forms that Noto reaches through `locl` and that differ in more than a unit or two: the dash of one em.  It becomes
  the character's own glyph, and `locl` goes.

Han, digits and CJK punctuation are thus glyph = cmap and advance = hmtx in horizontal text, whatever language tag a run has.
"""

from fontTools.otlLib import builder
from fontTools.ttLib import newTable
from fontTools.ttLib.tables import otTables as ot

DASHES = (0x2014, 0x2015)

# On by default in HarfBuzz for horizontal left-to-right text.
DEFAULT_ON = {"rvrn", "ltra", "ltrm", "frac", "numr", "dnom", "rand", "abvm", "blwm", "ccmp", "locl", "mark", "mkmk", "rlig", "calt",
              "clig", "curs", "dist", "kern", "liga", "rclt", "chws"}


def _subtables(font, tag, index):
    for subtable in font[tag].table.LookupList.Lookup[index].SubTable:
        yield getattr(subtable, "ExtSubTable", subtable)


def _feature_lookups(font, tag, feature, script="hani", language="ZHS "):
    """Lookup indices that `feature` means for simplified Chinese."""
    table = font[tag].table
    scripts = {r.ScriptTag: r.Script for r in table.ScriptList.ScriptRecord}
    chosen = scripts.get(script) or scripts["DFLT"]
    system = {r.LangSysTag: r.LangSys for r in chosen.LangSysRecord}.get(language, chosen.DefaultLangSys)
    found = []
    for i in system.FeatureIndex:
        record = table.FeatureList.FeatureRecord[i]
        if record.FeatureTag == feature:
            found.extend(record.Feature.LookupListIndex)
    return sorted(found)


def _single_map(font, lookup):
    mapping = {}
    for subtable in _subtables(font, "GSUB", lookup):
        for a, b in subtable.mapping.items():
            mapping.setdefault(a, b)
    return mapping


def vertical_map(font):
    """{glyph: glyph} of `vert` for zh-Hans, its lookups applied one after the other as a shaper does."""
    if "GSUB" not in font:
        return {}
    steps = [_single_map(font, i) for i in _feature_lookups(font, "GSUB", "vert")]
    result = {}
    for glyph in {g for step in steps for g in step}:
        form = glyph
        for step in steps:
            form = step.get(form, form)
        if form != glyph:
            result[glyph] = form
    return result


def dash_forms(font):
    """The zh-Hans dashes: ({code point: glyph}, {(code point, …): ligature glyph}).  Empty when the face has none."""
    if "GSUB" not in font or not _feature_lookups(font, "GSUB", "locl"):
        return {}, {}
    local = {}
    for lookup in _feature_lookups(font, "GSUB", "locl"):
        local.update(_single_map(font, lookup))
    cmap = font.getBestCmap()
    own = {c: local[cmap[c]] for c in (0x2014, 0x2E3A, 0x2E3B) if cmap.get(c) in local}
    joined = {}
    for lookup in _feature_lookups(font, "GSUB", "ccmp"):
        for subtable in _subtables(font, "GSUB", lookup):
            for first, ligatures in getattr(subtable, "ligatures", {}).items():
                for ligature in ligatures:
                    parts = [first] + ligature.Component
                    for dash in DASHES:
                        if all(p == cmap[dash] for p in parts):
                            joined[(dash,) * len(parts)] = local.get(ligature.LigGlyph, ligature.LigGlyph)
    return own, joined


def kerning(font, glyphs):
    """{left: {right: units}} between `glyphs`, read through the subtables in a shaper's order."""
    if "GPOS" not in font:
        return {}
    wanted, table = set(glyphs), {}
    subtables = [s for i in _feature_lookups(font, "GPOS", "kern") for s in _subtables(font, "GPOS", i)]
    for left in glyphs:
        row = {}
        for subtable in subtables:
            if left not in subtable.Coverage.glyphs:
                continue
            if subtable.Format == 1:
                pairs = subtable.PairSet[subtable.Coverage.glyphs.index(left)].PairValueRecord
                found = {r.SecondGlyph: r.Value1.XAdvance for r in pairs if r.SecondGlyph in wanted}
            else:
                records = subtable.Class1Record[subtable.ClassDef1.classDefs.get(left, 0)].Class2Record
                found = {}
                for right in glyphs:
                    value = records[subtable.ClassDef2.classDefs.get(right, 0)].Value1
                    if value is not None and getattr(value, "XAdvance", 0):
                        found[right] = value.XAdvance
            for right, units in found.items():
                row.setdefault(right, units)
        row = {right: units for right, units in row.items() if units}
        if row:
            table[left] = row
    return table


# Building


def _table(tag, features, lookups):
    """A GSUB or GPOS with `features` {tag: [lookup index]} under DFLT, hani and latn, no language systems."""
    records = []
    for name in sorted(features):
        record = ot.FeatureRecord()
        record.FeatureTag = name
        record.Feature = ot.Feature()
        record.Feature.FeatureParams = None
        record.Feature.LookupListIndex = features[name]
        record.Feature.LookupCount = len(features[name])
        records.append(record)
    root = getattr(ot, tag)()
    root.Version = 0x00010000
    root.FeatureList = ot.FeatureList()
    root.FeatureList.FeatureRecord, root.FeatureList.FeatureCount = records, len(records)
    root.ScriptList = ot.ScriptList()
    root.ScriptList.ScriptRecord = []
    for script in ("DFLT", "hani", "latn"):
        record = ot.ScriptRecord()
        record.ScriptTag = script
        record.Script = ot.Script()
        record.Script.LangSysRecord, record.Script.LangSysCount = [], 0
        system = record.Script.DefaultLangSys = ot.DefaultLangSys()
        system.LookupOrder, system.ReqFeatureIndex = None, 0xFFFF
        system.FeatureIndex, system.FeatureCount = list(range(len(records))), len(records)
        root.ScriptList.ScriptRecord.append(record)
    root.ScriptList.ScriptCount = len(root.ScriptList.ScriptRecord)
    root.LookupList = ot.LookupList()
    root.LookupList.Lookup, root.LookupList.LookupCount = lookups, len(lookups)
    made = newTable(tag)
    made.table = root
    return made


def build_gsub(vertical, ligatures):
    lookups, features = [], {}
    if ligatures:
        lookups.append(builder.buildLookup([builder.buildLigatureSubstSubtable(ligatures)]))
        features["ccmp"] = [0]
    if vertical:
        subtable = ot.SingleSubst()
        subtable.mapping = dict(vertical)
        features["vert"] = features["vrt2"] = [len(lookups)]
        lookups.append(builder.buildLookup([subtable]))
    return _table("GSUB", features, lookups) if lookups else None


def build_gpos(pairs, glyph_ids):
    """Kerning by classes: letters with the same row, or the same column, share one."""
    if not pairs:
        return None
    rights = sorted({r for row in pairs.values() for r in row}, key=glyph_ids.get)
    lefts = sorted(pairs, key=glyph_ids.get)

    def grouped(names, vector):
        groups = {}
        for name in names:
            groups.setdefault(vector(name), []).append(name)
        return [tuple(g) for g in groups.values()]

    rows = grouped(lefts, lambda left: tuple(pairs[left].get(r, 0) for r in rights))
    columns = grouped(rights, lambda right: tuple(pairs[left].get(right, 0) for left in lefts))
    values = {}
    for row in rows:
        for column in columns:
            units = pairs[row[0]].get(column[0], 0)
            if units:
                values[(row, column)] = (builder.buildValue({"XAdvance": units}), None)
    subtable = builder.buildPairPosClassesSubtable(values, glyph_ids)
    return _table("GPOS", {"kern": [0]}, [builder.buildLookup([subtable])])


# Reading a finished file


def _names(value, known, found):
    """All glyph names anywhere inside a lookup."""
    if isinstance(value, str):
        if value in known:
            found.add(value)
    elif isinstance(value, dict):
        for k, v in value.items():
            _names(k, known, found)
            _names(v, known, found)
    elif isinstance(value, (list, tuple)):
        for v in value:
            _names(v, known, found)
    elif hasattr(value, "__dict__"):
        for v in vars(value).values():
            _names(v, known, found)


def touched_characters(font):
    """Characters whose glyph any default-on horizontal feature mentions, be it as input, context or result.  Characters that
    HarfBuzz joins without being told by a table are in no file (`repertoire.Selector.wanted`)."""
    known, found = set(font.getGlyphOrder()), set()
    for tag in ("GSUB", "GPOS"):
        if tag not in font:
            continue
        font[tag].ensureDecompiled(recurse=True)
        table = font[tag].table
        for record in table.FeatureList.FeatureRecord:
            if record.FeatureTag in DEFAULT_ON:
                for i in record.Feature.LookupListIndex:
                    _names(table.LookupList.Lookup[i].SubTable, known, found)
    return {c for c, g in font.getBestCmap().items() if g in found}
