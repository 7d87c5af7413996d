#!/usr/bin/env python3
"""Makes the pictures of this folder. Needs Pillow ≥ 11, jpegtran (libjpeg-turbo-progs) and ImageMagick's convert.

Every picture shows one of two formulas, which the tests know too:
  blocks(x, y)  48 × 32, each block of 8 × 8 of one colour: survives JPEG to within a few units
  ramp(x, y)    40 × 24, each pixel different, with alpha
"""
import io, pathlib, struct, subprocess, zlib
from PIL import Image, ImageOps, PngImagePlugin

here = pathlib.Path(__file__).parent


def blocks():
    picture = Image.new("RGB", (48, 32))
    for y in range(32):
        for x in range(48):
            picture.putpixel((x, y), (x // 8 * 40 + 20, y // 8 * 60 + 20, 200 if x // 8 > y // 8 else 60))
    return picture


def ramp():
    picture = Image.new("RGBA", (40, 24))
    for y in range(24):
        for x in range(40):
            picture.putpixel((x, y), (x * 6, y * 10, (x * 7 + y * 3) % 256, 255 - x * 3 - y * 5))
    return picture


def jpeg(picture, **options):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95, subsampling=0, **options)
    return out.getvalue()


def segment(marker, content):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def insert(data, *segments):
    """After SOI."""
    return data[:2] + b"".join(segments) + data[2:]


def exif(orientation, order):
    """The smallest TIFF structure with an orientation; the odd ones use Intel's byte order, the even ones Motorola's."""
    magic = {"<": b"II", ">": b"MM"}[order]
    return magic + struct.pack(order + "HIHHHIHHI", 42, 8, 1, 274, 3, 1, orientation, 0, 0)


def write(name, data):
    (here / name).write_bytes(data)


# Stored pixels are the upright picture turned the other way; Pillow's own reading of the tag has to bring it back.
undo = [None, Image.FLIP_LEFT_RIGHT, Image.ROTATE_180, Image.FLIP_TOP_BOTTOM, Image.TRANSPOSE, Image.ROTATE_90,
        Image.TRANSVERSE, Image.ROTATE_270]
for orientation, method in enumerate(undo, 1):
    stored = blocks() if method is None else blocks().transpose(method)
    app1 = segment(0xE1, b"Exif\0\0" + exif(orientation, "<" if orientation % 2 else ">"))
    data = insert(jpeg(stored), app1)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    assert upright.size == (48, 32)
    assert all(abs(a - b) <= 8 for a, b in zip(upright.tobytes(), blocks().tobytes()))
    write(f"orientation-{orientation}.jpg", data)

# Everything private that a phone, an editor or an agency puts into a JPEG; each has "SECRET" in it.
private = Image.Exif()
private[271] = "SECRET camera"
private[315] = "SECRET author"
private.get_ifd(0x8825).update({1: "N", 2: (30.0, 35.0, 12.0), 3: "E", 4: (114.0, 18.0, 24.0), 29: "SECRET:01:01"})
profile = b"SECRET profile " * 40
thumbnail = jpeg(blocks().resize((16, 16)), comment=b"SECRET thumbnail")
data = jpeg(blocks(), exif=private.tobytes() + thumbnail, comment=b"SECRET comment")
data = insert(
    data,
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET xmp</x:xmpmeta>"),
    segment(0xE2, b"ICC_PROFILE\0\1\1" + profile),
    segment(0xE2, b"MPF\0SECRET"),
    segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04SECRET iptc"),
    segment(0xE0, b"JFXX\0\x10SECRET" + thumbnail),
    segment(0xEB, b"SECRET vendor"),
)
write("private.jpg", data + b"SECRET film after the picture" + thumbnail)

# The thumbnail may be inside of the JFIF header as well: 2 × 1 pixels.
plain = jpeg(blocks())
assert plain[2:4] == b"\xff\xe0"
write("jfif-thumbnail.jpg", insert(plain[:2] + plain[20:], segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\2\1" + b"SECRET")))

write("progressive.jpg", jpeg(blocks(), progressive=True))
write("restarts.jpg", jpeg(blocks(), restart_marker_rows=1))
write("grey.jpg", jpeg(blocks().convert("L")))
write("cmyk.jpg", jpeg(blocks().convert("CMYK")))
rgb = jpeg(blocks(), keep_rgb=True)
assert rgb[2:4] == b"\xff\xee"
write("rgb-adobe.jpg", rgb)
write("rgb-by-ids-only.jpg", rgb[:2] + rgb[18:])
(here / "scans.txt").write_text("0; 1; 2;")
split = subprocess.run(["jpegtran", "-scans", here / "scans.txt"], input=plain, capture_output=True, check=True).stdout
(here / "scans.txt").unlink()
write("one-scan-each.jpg", split)
write("arithmetic.jpg", subprocess.run(["jpegtran", "-arithmetic"], input=plain, capture_output=True, check=True).stdout)


def png(picture, **options):
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True, **options)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def raw_png(colour_type, depth, rows, *chunks):
    head = struct.pack(">IIBBBBB", 40, 24, depth, colour_type, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + b"".join(chunks) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


pixels = [[ramp().getpixel((x, y)) for x in range(40)] for y in range(24)]
write("rgba.png", png(ramp()))
write("rgb.png", png(ramp().convert("RGB")))
write("grey.png", raw_png(0, 8, [bytes(p[1] for p in row) for row in pixels]))
write("grey-alpha.png", raw_png(4, 8, [b"".join(bytes((p[1], p[3])) for p in row) for row in pixels]))
write("rgba16.png", raw_png(6, 16, [b"".join(bytes((c, c)) for p in row for c in p) for row in pixels]))
write("grey16.png", raw_png(0, 16, [b"".join(bytes((p[1], p[1])) for p in row) for row in pixels]))
# Palette: the index is x; its colour has y = 12.
palette = b"".join(bytes(pixels[12][x][:3]) for x in range(40))
alphas = bytes(pixels[12][x][3] for x in range(40))
indices = [bytes(range(40)) for _ in range(24)]
write("palette.png", raw_png(3, 8, indices, chunk(b"PLTE", palette)))
write("palette-alpha.png", raw_png(3, 8, indices, chunk(b"PLTE", palette), chunk(b"tRNS", alphas)))
# One bit: black where x is odd.
write("bits.png", raw_png(0, 1, [b"\xaa" * 5 for _ in range(24)]))
subprocess.run(["convert", here / "rgba.png", "-define", "png:exclude-chunks=all", "-interlace", "PNG", here / "interlaced.png"], check=True)

texts = PngImagePlugin.PngInfo()
texts.add_text("Author", "SECRET author")
texts.add_text("Description", "SECRET " * 40, zip=True)
texts.add_itxt("Comment", "SECRET words")
data = png(ramp(), pnginfo=texts, icc_profile=profile)
extra = chunk(b"eXIf", exif(6, ">") + b"SECRET") + chunk(b"tIME", b"\x07\xe6\4\6\1\2\3") + chunk(b"gAMA", struct.pack(">I", 100000))
write("private.png", data[:33] + extra + data[33:] + b"SECRET after the picture")
