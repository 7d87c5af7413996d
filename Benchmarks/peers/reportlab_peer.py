"""ReportLab: its canvas, fonts registered once, repeated art as form XObjects, as its user guide recommends."""

import io

import job
import turns
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

# Streams as bytes and not as ASCII: smaller and quicker.
rl_config.useA85 = 0
for families in job.FACES.values():
    for family in families:
        pdfmetrics.registerFont(TTFont(family, job.font_file(family)))
HEIGHT = job.PAGE[1]
CAPS, JOINS = {"butt": 0, "round": 1, "square": 2}, {"miter": 0, "round": 1, "bevel": 2}


def steps(data):
    """Path data as calls of a path object, read once."""
    words, calls = iter(data.split()), []
    for word in words:
        if word == "Z":
            calls.append(("close", ()))
        else:
            name, count = {"M": ("moveTo", 2), "L": ("lineTo", 2), "C": ("curveTo", 6)}[word]
            calls.append((name, tuple(float(next(words)) for _ in range(count))))
    return calls


made = job.load()
symbols = made["symbols"]
art = {
    f"{part}{number}": ([(path, steps(path["d"])) for path in shape["paths"]], shape["places"])
    for part in ("border", "seal")
    for number, shape in enumerate(made[part])
}


def define(canvas):
    """The art, once a document: a form for each part, and the sheet's place for it."""
    for name, (paths, _) in art.items():
        canvas.beginForm(name, -9000, -9000, 9000, 9000)
        for path, calls in paths:
            outline = canvas.beginPath()
            for call, numbers in calls:
                getattr(outline, call)(*numbers)
            if "stroke" in path:
                canvas.setStrokeColor(HexColor(path["stroke"]))
                canvas.setLineWidth(path["width"])
                canvas.setLineCap(CAPS[path["cap"]])
                canvas.setLineJoin(JOINS[path["join"]])
            if "fill" in path:
                canvas.setFillColor(HexColor(path["fill"]))
            canvas.drawPath(outline, stroke="stroke" in path, fill="fill" in path, fillMode=1)
        canvas.endForm()


def draw(canvas, part):
    # The art's y goes down, ReportLab's up.
    canvas.saveState()
    canvas.transform(1, 0, 0, -1, 0, HEIGHT)
    for name, (_, places) in art.items():
        if name.startswith(part):
            for place in places:
                canvas.saveState()
                canvas.transform(*place)
                canvas.doForm(name)
                canvas.restoreState()
    canvas.restoreState()


def pieces(text, role):
    """ReportLab takes no second font by itself: a text is cut where the first lacks a character."""
    families = job.FACES[role]
    cut = []
    for character in text:
        family = next((f for f in families if ord(character) in pdfmetrics.getFont(f).face.charToGlyph), families[0])
        if cut and cut[-1][0] == family:
            cut[-1][1] += character
        else:
            cut.append([family, character])
    return cut


def width(cut, size):
    return sum(pdfmetrics.stringWidth(text, family, size) for family, text in cut)


def write(canvas, x, baseline, cut, size, spacing=0):
    for family, text in cut:
        canvas.setFont(family, size)
        canvas.drawString(x, HEIGHT - baseline, text, charSpace=spacing)
        x += pdfmetrics.stringWidth(text, family, size) + spacing * len(text)


def write_centred(canvas, middle, baseline, cut, size, spacing=0):
    spaces = sum(len(text) for _, text in cut) - 1
    write(canvas, middle - (width(cut, size) + spacing * spaces) / 2, baseline, cut, size, spacing)


def pdf(number):
    record, file = job.read(number), io.BytesIO()
    canvas = Canvas(file, pagesize=job.PAGE, pageCompression=1, initialFontName="CertPress Song", lang="zh-CN")
    canvas.setTitle(job.TITLE)
    canvas.setAuthor(record["approving_authority"])
    define(canvas)
    draw(canvas, "border")
    write_centred(
        canvas, job.TITLE_CENTRE, job.TITLE_BASELINE, [["CertPress Song", job.TITLE]], job.TITLE_SIZE, job.TRACKING * job.TITLE_SIZE
    )
    for row, (label, key, role) in enumerate(job.ROWS):
        y = HEIGHT - job.baseline(row)
        canvas.setFont("CertPress Song", job.SIZE)
        for character, x in zip(label, job.label_places(label)):
            canvas.drawString(x, y, character)
        canvas.drawString(job.COLON_LEFT, y, "：")
        cut = pieces(record[key], role)
        size = job.fitting(width(cut, job.SIZE))
        write(canvas, job.VALUE_LEFT, job.baseline(row), cut, size)
    x, y, w, h = job.PHOTO
    canvas.drawImage(job.photo(record), x, HEIGHT - y - h, w, h)
    x, y, side = job.QR
    rows = symbols[number % len(symbols)]
    module = side / len(rows)
    outline = canvas.beginPath()
    for column, row, length in job.runs(rows):
        outline.rect(x + column * module, HEIGHT - y - (row + 1) * module, length * module, module)
    canvas.drawPath(outline, stroke=0, fill=1)
    for text, top in zip((job.SCAN, job.printed(record)), job.NOTES):
        write_centred(canvas, job.NOTE_CENTRE, top + job.ASCENT * job.NOTE_SIZE, pieces(text, "song"), job.NOTE_SIZE)
    draw(canvas, "seal")
    baseline = job.FOOTER_TOP + job.ASCENT * job.NOTE_SIZE
    write_centred(canvas, job.FOOTER_CENTRE, baseline, pieces(job.footer(record), "kai"), job.NOTE_SIZE)
    canvas.save()
    return file.getvalue()


turns.take({"pdf": pdf})
