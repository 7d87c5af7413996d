"""cairo and Pango from Python, without an engine: what their documentation shows, by a programmer who knows both.

The fonts come in by fontconfig, art repeated is a recorded surface, the symbol one path, and the portrait's JPEG goes into the PDF as it is.
Run with Debian's Python, whose packages have the bindings to the same cairo and Pango that CertPress uses.
"""

import io
import os

import job

# Before Pango is loaded, which reads it once.
config = job.OUT / "fonts.conf"
config.write_text(
    f"<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig><dir>{job.FONTS}</dir>"
    f"<cachedir>{job.OUT / 'fontconfig'}</cachedir></fontconfig>"
)
os.environ["FONTCONFIG_FILE"] = str(config)

import cairo
import gi
import turns
from PIL import Image

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo

CAPS = {"butt": cairo.LINE_CAP_BUTT, "round": cairo.LINE_CAP_ROUND, "square": cairo.LINE_CAP_SQUARE}
JOINS = {"miter": cairo.LINE_JOIN_MITER, "round": cairo.LINE_JOIN_ROUND, "bevel": cairo.LINE_JOIN_BEVEL}
made = job.load()
symbols = made["symbols"]


def description(role):
    return Pango.FontDescription.from_string(",".join(job.FACES[role]))


descriptions = {role: description(role) for role in job.FACES}


def colour(context, written):
    context.set_source_rgb(*(int(written[at : at + 2], 16) / 255 for at in (1, 3, 5)))


def trace(context, data):
    words = iter(data.split())
    for word in words:
        if word == "Z":
            context.close_path()
        else:
            call, count = {"M": (context.move_to, 2), "L": (context.line_to, 2), "C": (context.curve_to, 6)}[word]
            call(*(float(next(words)) for _ in range(count)))


def draw_path(context, path):
    context.append_path(path["traced"])
    if "fill" in path:
        colour(context, path["fill"])
        context.fill_preserve()
    if "stroke" in path:
        colour(context, path["stroke"])
        context.set_line_width(path["width"])
        context.set_line_cap(CAPS[path["cap"]])
        context.set_line_join(JOINS[path["join"]])
        context.stroke_preserve()
    context.new_path()


def recorded(paths, extents=None):
    surface = cairo.RecordingSurface(cairo.Content.COLOR_ALPHA, extents)
    context = cairo.Context(surface)
    for path in paths:
        draw_path(context, path)
    return surface


def read_art(shape):
    """How a shape is drawn: recorded if it is repeated, else as paths."""
    context = cairo.Context(cairo.RecordingSurface(cairo.Content.COLOR_ALPHA, None))
    for path in shape["paths"]:
        trace(context, path["d"])
        path["traced"] = context.copy_path()
        context.new_path()
    places = [cairo.Matrix(*place) for place in shape["places"]]
    if len(places) == 1:
        return shape["paths"], None, places
    # Bounded, so that cairo need not measure it at each place.
    extents = recorded(shape["paths"]).ink_extents()
    return None, recorded(shape["paths"], cairo.Rectangle(*extents)), places


art = {part: [read_art(shape) for shape in made[part]] for part in ("border", "seal")}


def draw_art(context, part):
    for paths, surface, places in art[part]:
        for place in places:
            context.save()
            context.transform(place)
            if surface:
                context.set_source_surface(surface, 0, 0)
                context.paint()
            else:
                for path in paths:
                    draw_path(context, path)
            context.restore()


unhinted = cairo.FontOptions()
unhinted.set_hint_style(cairo.HINT_STYLE_NONE)
unhinted.set_hint_metrics(cairo.HINT_METRICS_OFF)
unhinted.set_antialias(cairo.ANTIALIAS_GRAY)


class Pen:
    """Writes on a context with one layout, which is set anew for each text."""

    def __init__(self, context):
        self.context = context
        context.set_font_options(unhinted)
        self.layout = PangoCairo.create_layout(context)
        pango = self.layout.get_context()
        pango.set_round_glyph_positions(False)
        pango.set_language(Pango.Language.from_string("zh-cn"))

    def set(self, text, role, size, spacing=0):
        font = descriptions[role]
        font.set_absolute_size(size * Pango.SCALE)
        self.layout.set_font_description(font)
        attributes = Pango.AttrList()
        if spacing:
            attributes.insert(Pango.attr_letter_spacing_new(round(spacing * Pango.SCALE)))
        self.layout.set_attributes(attributes)
        self.layout.set_text(text, -1)
        return self.layout.get_line_readonly(0).get_extents()[1].width / Pango.SCALE

    def show(self, x, baseline):
        self.context.move_to(x, baseline)
        PangoCairo.show_layout_line(self.context, self.layout.get_line_readonly(0))

    def centred(self, middle, baseline, text, role, size, spacing=0):
        self.show(middle - self.set(text, role, size, spacing) / 2, baseline)


def jpeg(file, decoded):
    """A surface with the file's bytes for a PDF, and with its pixels for a PNG."""
    with Image.open(file) as picture:
        width, height = picture.size
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
        if decoded:
            surface.get_data()[:] = picture.convert("RGBA").tobytes("raw", "BGRA")
            surface.mark_dirty()
    surface.set_mime_data(cairo.MIME_TYPE_JPEG, file.read_bytes())
    return surface


def draw(surface, context, number, decoded=False):
    record = job.read(number)
    colour(context, job.BLACK)
    draw_art(context, "border")
    colour(context, job.BLACK)
    pen = Pen(context)
    pen.centred(job.TITLE_CENTRE, job.TITLE_BASELINE, job.TITLE, "song", job.TITLE_SIZE, job.TRACKING * job.TITLE_SIZE)
    for row, (label, key, role) in enumerate(job.ROWS):
        baseline = job.baseline(row)
        # Between the characters only: Pango puts half of the space on either side of a text.
        space = (job.LABEL_WIDTH - len(label) * job.SIZE) / (len(label) - 1)
        pen.set(label, "song", job.SIZE, space)
        pen.show(job.LABEL_LEFT, baseline)
        pen.set("：", "song", job.SIZE)
        pen.show(job.COLON_LEFT, baseline)
        size = job.fitting(pen.set(record[key], role, job.SIZE))
        if size != job.SIZE:
            pen.set(record[key], role, size)
        pen.show(job.VALUE_LEFT, baseline)
    x, y, width, height = job.PHOTO
    portrait = jpeg(job.photo(record), decoded)
    context.save()
    context.translate(x, y)
    context.scale(width / portrait.get_width(), height / portrait.get_height())
    context.set_source_surface(portrait)
    context.paint()
    context.restore()
    x, y, side = job.QR
    rows = symbols[number % len(symbols)]
    context.save()
    context.translate(x, y)
    context.scale(side / len(rows), side / len(rows))
    for column, row, length in job.runs(rows):
        context.rectangle(column, row, length, 1)
    colour(context, job.BLACK)
    context.fill()
    context.restore()
    for text, top in zip((job.SCAN, job.printed(record)), job.NOTES):
        pen.centred(job.NOTE_CENTRE, top + job.ASCENT * job.NOTE_SIZE, text, "song", job.NOTE_SIZE)
    draw_art(context, "seal")
    colour(context, job.BLACK)
    pen.centred(job.FOOTER_CENTRE, job.FOOTER_TOP + job.ASCENT * job.NOTE_SIZE, job.footer(record), "kai", job.NOTE_SIZE)
    return record


def pdf(number):
    file = io.BytesIO()
    surface = cairo.PDFSurface(file, *job.PAGE)
    record = draw(surface, cairo.Context(surface), number)
    surface.set_metadata(cairo.PDF_METADATA_TITLE, job.TITLE)
    surface.set_metadata(cairo.PDF_METADATA_AUTHOR, record["approving_authority"])
    surface.finish()
    return file.getvalue()


def png(number, dpi):
    scale = dpi / 72
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, *(round(length * scale) for length in job.PAGE))
    context = cairo.Context(surface)
    context.set_source_rgb(1, 1, 1)
    context.paint()
    context.scale(scale, scale)
    draw(surface, context, number, decoded=True)
    file = io.BytesIO()
    surface.write_to_png(file)
    return file.getvalue()


turns.take({"pdf": pdf, "png150": lambda number: png(number, 150), "png300": lambda number: png(number, 300)})
