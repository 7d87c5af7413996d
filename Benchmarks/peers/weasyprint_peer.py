"""WeasyPrint: a page of HTML for each record; style sheet, fonts and art are read once and kept, as its documentation recommends."""

from html import escape

import job
import turns
from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

families = [family for pair in job.FACES.values() for family in pair]
faces = "".join(f'@font-face {{ font-family: "{family}"; src: url({job.font_file(family).as_uri()}) }}' for family in families)
fonts = FontConfiguration()
sheet = (job.ROOT / "Benchmarks/peers/certificate.css").read_text()
style = CSS(string=faces + sheet, font_config=fonts, base_url=f"{job.OUT}/")
symbols = job.load()["symbols"]
pictures = {}


def advances(family):
    """Of each character in units of the em: CSS has no way to make a text smaller until it fits, so that is reckoned here."""
    font = TTFont(job.font_file(family))
    widths = font["hmtx"].metrics
    return {character: widths[name][0] / font["head"].unitsPerEm for character, name in font.getBestCmap().items()}


widths = {role: advances(core) for role, (core, _) in job.FACES.items() if role != "song"}


def value(row, record):
    _, key, role = job.ROWS[row]
    text = record[key]
    size = job.fitting(sum(widths[role].get(ord(character), 1) for character in text) * job.SIZE)
    style = f"top: {40 + row * 10.4:g}mm"
    if size != job.SIZE:
        style += f"; font-size: {size}pt; padding-top: {job.ASCENT * (job.SIZE - size):g}pt"
    return f'<p class="value {role}" style="{style}">{escape(text)}</p>'


def page(number):
    record = job.read(number)
    rows = "".join(
        f'<p class="label song{" two" if len(label) == 2 else ""}" style="top: {40 + row * 10.4:g}mm">{label}</p>'
        f'<p class="colon song" style="top: {40 + row * 10.4:g}mm">：</p>{value(row, record)}'
        for row, (label, _, _) in enumerate(job.ROWS)
    )
    return f"""<!doctype html><html lang="zh-CN"><head><title>{job.TITLE}</title>
      <meta name="author" content="{escape(record["approving_authority"])}"></head><body><div class="sheet">
      <p class="title song">{job.TITLE}</p>{rows}
      <img class="photo" src="{job.photo(record).as_uri()}" alt="照片">
      {job.qr_svg(symbols[number % len(symbols)]).replace("<svg", '<svg class="symbol"', 1)}
      <p class="note song" style="top: 142mm">{job.SCAN}</p>
      <p class="note song" style="top: 147.5mm">{escape(job.printed(record))}</p>
      <img class="seal" src="{(job.OUT / "seal.svg").as_uri()}" alt="湖北省人力资源和社会保障厅职称证书专用章">
      <p class="footer kai">{escape(job.footer(record))}</p></div></body></html>"""


def pdf(number):
    return HTML(string=page(number)).write_pdf(stylesheets=[style], font_config=fonts, cache=pictures)


turns.take({"pdf": pdf})
