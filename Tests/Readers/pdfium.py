"""Draws all pages of a PDF by pdfium, Chromium's own reader of PDF: pdfium.py FILE DPI, PPM files to standard output."""

import sys

import pypdfium2

document = pypdfium2.PdfDocument(sys.argv[1])
for page in document:
    # The same optimisations off that a screen would like: no glyph is hinted or bent to its pixels.
    bitmap = page.render(scale=float(sys.argv[2]) / 72, rev_byteorder=True)
    pixels = bytes(bitmap.buffer)
    row = 3 * bitmap.width
    sys.stdout.buffer.write(b"P6 %d %d 255\n" % (bitmap.width, bitmap.height))
    for top in range(0, bitmap.height * bitmap.stride, bitmap.stride):
        sys.stdout.buffer.write(pixels[top : top + row])
