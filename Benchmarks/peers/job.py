"""What every peer is given: the records, the art of Hubei's certificate, the QR symbols, and where things stand.

The art and the QR matrices are ours, read once out of `certpress dump --stage scene` and kept in out/peers/job.json, so that every program
draws the same curves and modules. Peers get the matrices ready, because none has an encoder as quick; CertPress encodes each document's
own, which is to its disadvantage. All places are in points from the sheet's top left corner, y down.
"""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "fonts"
DATA = ROOT / "Tests/Data"
LAYOUT = ROOT / "layouts/hubei-professional-title.layout"
OUT = ROOT / "out/peers"
RECORDS = [line for line in (DATA / "records.ndjson").read_text().splitlines() if line]

MM = 72 / 25.4
PAGE = (297 * MM, 210 * MM)
AREA = (7 * MM, 8 * MM, 283 * MM, 194 * MM)
BLACK = "#000000"

# Families, with what stands in for a character that the first lacks: CertPress has the same chain in fonts/manifest.json.
FACES = {
    "song": ("CertPress Song", "CertPress Song Ext"),
    "hei": ("CertPress Hei", "CertPress Hei Ext"),
    "kai": ("CertPress Kai", "CertPress Kai Ext"),
}


def font_file(family):
    return FONTS / (family.replace(" ", "") + "-Regular.ttf")


TITLE = "湖北省专业技术职称证书"
TITLE_SIZE, TRACKING = 29, 0.08
# The baseline is 0.88 em below a line's top.
ASCENT = 0.88
TITLE_BASELINE = AREA[1] + 19 * MM + ASCENT * TITLE_SIZE
TITLE_CENTRE = AREA[0] + 0.05 * MM + AREA[2] / 2

SIZE, LEAST = 16, 12
LABEL_LEFT, LABEL_WIDTH = AREA[0] + 28 * MM, 4 * SIZE
COLON_LEFT = LABEL_LEFT + LABEL_WIDTH
VALUE_LEFT = COLON_LEFT + SIZE
VALUE_WIDTH = 188 * MM - 5 * SIZE
FIRST_ROW, PITCH = AREA[1] + 40 * MM, 10.4 * MM

PHOTO = (AREA[0] + 226 * MM, AREA[1] + 41 * MM, 28 * MM, 39.2 * MM)
QR = (AREA[0] + 220 * MM, AREA[1] + 94 * MM, 40 * MM)

NOTE_SIZE = 10.5
NOTE_CENTRE = AREA[0] + 240 * MM
NOTES = (AREA[1] + 142 * MM, AREA[1] + 147.5 * MM)
FOOTER_TOP = AREA[1] + 173 * MM
FOOTER_CENTRE = AREA[0] + AREA[2] / 2

ROWS = [
    ("姓名", "name", "kai"),
    ("性别", "gender", "kai"),
    ("出生年月", "birth", "kai"),
    ("证件类型", "id_type", "kai"),
    ("证件号码", "id_number", "kai"),
    ("职称系列", "series", "hei"),
    ("专业名称", "specialty", "hei"),
    ("职称名称", "title", "hei"),
    ("评审组织", "review_body", "hei"),
    ("批准单位", "approving_authority", "hei"),
    ("批准文号", "approval_number", "hei"),
    ("批准时间", "approval_date", "hei"),
]


def read(number):
    """A record out of its JSON, as a service would get it, with the number of the document masked as the layout masks it."""
    record = json.loads(RECORDS[number % len(RECORDS)])
    identity = record["id_number"]
    record["id_number"] = identity[:6] + "*****" + identity[-4:]
    return record


def footer(record):
    return f"使用场景: {record['scene']}　有效期至: {record['expires']}"


def printed(record):
    return f"打印时间: {record['print_date']}"


SCAN = "扫描二维码查验证书"


def photo(record):
    return DATA / record["photo"]


def fitting(width_at_16):
    """The size at which a value fits: every tenth of a point from 16 down to 12."""
    if width_at_16 <= VALUE_WIDTH:
        return SIZE
    return max(LEAST, int(10 * SIZE * VALUE_WIDTH / width_at_16) / 10)


def baseline(row):
    """Of a row, whatever the size of its value."""
    return FIRST_ROW + row * PITCH + ASCENT * SIZE


def label_places(label):
    """The left edges of a label's characters, spread over its width. All are one em wide."""
    gap = (LABEL_WIDTH - len(label) * SIZE) / (len(label) - 1)
    return [LABEL_LEFT + number * (SIZE + gap) for number in range(len(label))]


def runs(rows):
    """A QR symbol's dark modules, joined along each row: column, row and length."""
    found = []
    for y, row in enumerate(rows):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end] == "#":
                end += 1
            if end > x:
                found.append((x, y, end - x))
            x = end + 1
    return found


def qr_path(rows):
    """The symbol as SVG path data, one module to the unit."""
    return "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs(rows))


def qr_svg(rows):
    modules = len(rows)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{modules}" height="{modules}" viewBox="0 0 {modules} {modules}">'
    return f'{head}<path d="{qr_path(rows)}"/></svg>'


def load():
    """The art and the symbols: `border` and `seal` are lists of shapes, `symbols` the matrix of each record."""
    return json.loads((OUT / "job.json").read_text())


# Made once, out of our own scene


def dump(record):
    command = [ROOT / ".build/release/certpress", "dump", LAYOUT, "--stage", "scene", "--data", "-", "--assets", DATA]
    return subprocess.run(command, input=record, check=True, capture_output=True, text=True).stdout


def path(line):
    """`path fill COLOUR RULE stroke COLOUR WIDTH CAP JOIN DATA`, of which either part may be lacking."""
    words, _, data = line.strip().partition(" M ")
    words = words.split()
    shape = {"d": "M " + data}
    if "fill" in words:
        shape["fill"] = words[words.index("fill") + 1]
    if "stroke" in words:
        at = words.index("stroke")
        shape["stroke"], shape["width"], shape["cap"], shape["join"] = words[at + 1], float(words[at + 2]), *words[at + 3 : at + 5]
    return shape


def shapes(lines):
    """Paths with the places that they are drawn at."""
    found, cell = [], None
    for line in lines:
        word, _, rest = line.strip().partition(" ")
        if word == "cell":
            cell = {"paths": [], "places": []}
            found.append(cell)
        elif word == "path":
            if cell is None:
                found.append({"paths": [path(line)], "places": [[1, 0, 0, 1, 0, 0]]})
            else:
                cell["paths"].append(path(line))
        elif word == "place":
            cell["places"].append([float(number) for number in rest.split()])
        elif word == "item":
            cell = None
    return found


def of_item(scene, name):
    """The lines of the items of that name and of those within it."""
    lines, inside = [], False
    for line in scene.splitlines():
        if line.startswith("item "):
            inside = line[5:].startswith(name)
        if inside:
            lines.append(line)
    return lines


def matrix(scene):
    return [line.strip() for line in of_item(scene, "verify_url") if line.strip() and not line.strip().strip("#.")]


def svg(art):
    """The shapes as an SVG of the whole sheet: what is repeated stands once, in `defs`."""
    body = []
    for number, shape in enumerate(art):
        paths = ""
        for one in shape["paths"]:
            paths += f'<path fill="{one.get("fill", "none")}" d="{one["d"]}"'
            if "stroke" in one:
                paths += f' stroke="{one["stroke"]}" stroke-width="{one["width"]}"'
                paths += f' stroke-linecap="{one["cap"]}" stroke-linejoin="{one["join"]}"'
            paths += "/>"
        if len(shape["places"]) > 1:
            body.append(f'<defs><g id="cell{number}">{paths}</g></defs>')
            paths = f'<use href="#cell{number}"/>'
        for place in shape["places"]:
            matrix = " ".join(f"{value:g}" for value in place)
            body.append(paths if place == [1, 0, 0, 1, 0, 0] else f'<g transform="matrix({matrix})">{paths}</g>')
    width, height = (f"{length:.3f}" for length in PAGE)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}">'
    return head + "\n".join(body) + "</svg>\n"


def make():
    OUT.mkdir(parents=True, exist_ok=True)
    scenes = [dump(record) for record in RECORDS]
    job = {
        "border": shapes(of_item(scenes[0], "border/")),
        "seal": shapes(of_item(scenes[0], "seal")),
        "symbols": [matrix(scene) for scene in scenes],
    }
    (OUT / "job.json").write_text(json.dumps(job))
    for name in "border", "seal":
        (OUT / f"{name}.svg").write_text(svg(job[name]))


def make_if_old():
    sources = [LAYOUT, DATA / "records.ndjson", Path(__file__)]
    made = OUT / "job.json"
    if not made.exists() or made.stat().st_mtime < max(source.stat().st_mtime for source in sources):
        make()
