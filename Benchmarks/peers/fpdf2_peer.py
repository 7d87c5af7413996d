"""fpdf2: a document has its own fonts, which it reads anew. The SVG art is parsed once and drawn on each page.

A fallback font costs as much to read as any other, so only those documents add one that need it. The cache of pictures is not shared, as the
documentation proposes: each document would carry the portraits of all before it.
"""

import io

import job
import turns
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.svg import SVGObject

symbols = job.load()["symbols"]
characters = {role: set(TTFont(job.font_file(core), lazy=True).getBestCmap()) for role, (core, _) in job.FACES.items()}
art = {name: SVGObject.from_file(str(job.OUT / f"{name}.svg")) for name in ("border", "seal")}


def lacking(texts):
    """The families of the second tier that these texts need."""
    return [job.FACES[role][1] for role in job.FACES if not all(map(characters[role].__contains__, map(ord, texts[role])))]


def write_centred(pdf, middle, top, text, size):
    spacing = pdf.char_spacing
    # What a width counts after the last character is no part of the line.
    pdf.text(middle - (pdf.get_string_width(text) - spacing) / 2, top + job.ASCENT * size, text)


def pdf(number):
    record = job.read(number)
    pdf = FPDF(orientation="landscape", unit="pt", format="a4")
    pdf.set_lang("zh-CN")
    pdf.set_title(job.TITLE)
    pdf.set_author(record["approving_authority"])
    values = {role: "".join(record[key] for _, key, face in job.ROWS if face == role) for role in ("kai", "hei")}
    fallback = lacking({"song": "", **values})
    for family in [core for core, _ in job.FACES.values()] + fallback:
        pdf.add_font(family, fname=job.font_file(family))
    pdf.set_fallback_fonts(fallback)
    pdf.add_page()

    art["border"].draw_to_page(pdf, 0, 0)
    pdf.set_font("CertPress Song", size=job.TITLE_SIZE)
    pdf.set_char_spacing(job.TRACKING * job.TITLE_SIZE)
    write_centred(pdf, job.TITLE_CENTRE, job.TITLE_BASELINE - job.ASCENT * job.TITLE_SIZE, job.TITLE, job.TITLE_SIZE)
    pdf.set_char_spacing(0)
    for row, (label, key, role) in enumerate(job.ROWS):
        y = job.baseline(row)
        pdf.set_font("CertPress Song", size=job.SIZE)
        for character, x in zip(label, job.label_places(label)):
            pdf.text(x, y, character)
        pdf.text(job.COLON_LEFT, y, "：")
        pdf.set_font(job.FACES[role][0], size=job.SIZE)
        size = job.fitting(pdf.get_string_width(record[key]))
        pdf.set_font_size(size)
        pdf.text(job.VALUE_LEFT, y, record[key])
    pdf.image(job.photo(record), *job.PHOTO)
    x, y, side = job.QR
    rows = symbols[number % len(symbols)]
    pdf.image(io.BytesIO(job.qr_svg(rows).encode()), x, y, side, side)
    pdf.set_font("CertPress Song", size=job.NOTE_SIZE)
    for text, top in zip((job.SCAN, job.printed(record)), job.NOTES):
        write_centred(pdf, job.NOTE_CENTRE, top, text, job.NOTE_SIZE)
    art["seal"].draw_to_page(pdf, 0, 0)
    pdf.set_font("CertPress Kai", size=job.NOTE_SIZE)
    write_centred(pdf, job.FOOTER_CENTRE, job.FOOTER_TOP, job.footer(record), job.NOTE_SIZE)
    file = io.BytesIO()
    pdf.output(file)
    return file.getvalue()


turns.take({"pdf": pdf})
