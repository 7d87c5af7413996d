"""What one more certificate costs, counted by valgrind: instructions by stage, by room and by function, and allocations.

Times on a busy machine say little; the difference of two runs, one of N certificates and one of twice as many, is the warm cost of N, and the
same to 0.1 % on any day. `make bench-instructions` runs this in the repository's folder.

    instructions.py [cold|PRODUCT…] [--bench FILE] [--functions N]
"""

import argparse
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

# How many certificates the shorter run makes: enough that all faces and portraits of the sample have been met.
COUNTS = {"pdf": 24, "pdf-cairo": 12, "png150": 6, "png300": 3}
OUT = Path("out/instructions")

# The function in which a stage happens, by what its demangled name holds. Of several that match, the one that costs most has the others in it.
STAGES = [
    ("read the record", r"^static Record\.read\("),
    ("fill", r"^Template\.filled\(by:"),
    ("compose", r"^Composer\.compose\("),
    ("  of it the portrait, read and checked", r"^static Pictures\.read\("),
    ("  of it the QR symbol", r"^static QR\.encode\("),
    ("  of it shaping", r"^Shaper\.shape\("),
    ("paint and encode", r"^Painter\.(pdf|cairoPDF|png)\("),
    ("  of it the fonts' files", r"^EmbeddedFont\.write\("),
    ("  of it the QR symbol's outline", r"^QRMatrix\.contours"),
    ("  of it the file's /ID", r"^PDFIdentity\.bytes"),
    ("  of it drawing by cairo", r"CairoPainter\.draw\("),
    ("  of it the PNG's encoder", r"^(PNGEncoder|PixelDeflater|BandEncoder)\."),
    ("  of it deflate, by libdeflate or zlib", r"^(libdeflate_deflate_compress|deflate)$"),
]
# The same of the program, from its start to its end.
COLD_STAGES = [
    ("read the command line", r"^static ParsableCommand\.parseAsRoot\("),
    ("the fonts' manifest", r"^Press\.init\(fonts:"),
    ("the layout", r"^Press\.layout\(at:"),
    ("the record", r"^Layout\.record\("),
    ("the certificate", r"^Layout\.render\("),
    ("  of it compose", r"^Composer\.compose\("),
    ("  of it paint and encode", r"^Painter\.(pdf|cairoPDF)\("),
]
CERTPRESS = Path(".build/release/certpress")
RENDER = ["render", "layouts/hubei-professional-title.layout", "--data", "golden/certificates/specimen/record.json"]


class Profile:
    """A callgrind file: what each function cost by itself, and with all that it called."""

    def __init__(self, file=None):
        self.own, self.whole, self.total = Counter(), Counter(), 0
        if file:
            self.read(file)

    def read(self, file):
        names = {"ob": {}, "fn": {}}
        library = function = None
        called = False
        for line in Path(file).read_text().splitlines():
            if line and line[0] in "0123456789+-*":
                cost = int(line.split()[1])
                self.whole[function] += cost
                if not called:
                    self.own[function] += cost
                    self.total += cost
                called = False
            elif line.startswith("calls="):
                called = True
            elif match := re.match(r"(c?)(ob|fn)=\((\d+)\)(?: (.*))?", line):
                of_callee, kind, number, name = match.groups()
                name = names[kind].setdefault(number, name)
                if not of_callee and kind == "ob":
                    library = name
                elif not of_callee:
                    function = (library, name)

    def minus(self, other, count):
        """Per certificate. A function that calls itself has its calls in `whole` more than once; stages do not."""
        difference = Profile()
        difference.total = (self.total - other.total) / count
        for mine, theirs, result in ((self.own, other.own, difference.own), (self.whole, other.whole, difference.whole)):
            for function, cost in mine.items():
                if cost != theirs[function]:
                    result[function] = (cost - theirs[function]) / count
        return difference


def demangled(functions):
    """The names as a programmer writes them."""
    names = sorted({name for _, name in functions})
    run = subprocess.run(["swift", "demangle", "--simplified", "--compact"], input="\n".join(names), capture_output=True, text=True, check=True)
    return dict(zip(names, run.stdout.splitlines()))


def room(library, name):
    """A function's room, or the library that it is from."""
    if f"{OUT}/" not in library:
        return Path(library).name.split(".so")[0]
    # A mangled name has each module behind the number of its letters. The first is whose function it is, or whose types it was made for.
    found = re.search(r"(?<=\d)(Press(Bytes|JSON|Record|Template|Text|Media|Layout|Scene|Paint)|CertPress)", name)
    return found[0] if found else "Swift, specialised" if name.startswith("$s") else "C in the program"


def run(tool, command, *options):
    done = subprocess.run(["valgrind", f"--tool={tool}", *options, *map(str, command)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stderr


def profile(name, command):
    file = OUT / f"{name}.callgrind"
    run("callgrind", command, f"--callgrind-out-file={file}")
    return Profile(file)


def stripped(program):
    """valgrind cannot read Swift's debug information; names are enough."""
    copy = OUT / program.name
    subprocess.run(["strip", "-g", program, "-o", copy], check=True)
    return copy


def instructions(bench, product):
    count = COUNTS[product]
    once, twice = (profile(f"{product}-{number}", [bench, product, number]) for number in (count, 2 * count))
    return twice.minus(once, count), once


def allocations(bench, product):
    """Bytes and blocks of one more certificate, and the most that was in use at once."""
    found = []
    for count in (COUNTS[product], 2 * COUNTS[product]):
        said = run("dhat", [bench, product, count], f"--dhat-out-file={OUT / product}.dhat")
        total = re.search(r"Total:\s+([\d,]+) bytes in ([\d,]+) blocks", said)
        most = re.search(r"At t-gmax:\s+([\d,]+) bytes", said)
        found.append([int(number.replace(",", "")) for number in (*total.groups(), most[1])])
    (bytes, blocks, _), (more_bytes, more_blocks, most) = found
    return (more_bytes - bytes) / COUNTS[product], (more_blocks - blocks) / COUNTS[product], most


def line(name, value, total, width=66):
    print(f"    {name[:width]:<{width}}{value / 1e6:>9.2f}{100 * value / total:>7.1f} %")


def show(cost, stages, functions):
    names = demangled([*cost.own, *cost.whole])
    print("  by stage, with all that it calls")
    for title, pattern in stages:
        found = [value for (_, name), value in cost.whole.items() if re.search(pattern, names[name])]
        if found:
            line(title, max(found), cost.total)
    print("  by room or library, itself")
    rooms = Counter()
    for (library, name), value in cost.own.items():
        rooms[room(library, name)] += value
    for name, value in rooms.most_common(12):
        line(name, value, cost.total)
    print("  by function, itself")
    named = Counter()
    for (library, name), value in cost.own.items():
        # Debian's libraries keep the names of what they export only.
        named[f"{room(library, name)}, without a name" if name.startswith("0x") else names[name]] += value
    for name, value in named.most_common(functions):
        line(name, value, cost.total)


def show_warm(product, bench, functions):
    cost, first = instructions(bench, product)
    start = f"the first {COUNTS[product]} and the start: {first.total / 1e6:.0f} million"
    print(f"\n{product}: {cost.total / 1e6:.1f} million instructions a certificate; {start}")
    show(cost, STAGES, functions)
    bytes, blocks, most = allocations(bench, product)
    print(f"  allocated: {bytes / 1e6:.2f} MB in {blocks:.0f} blocks a certificate; at most {most / 1e6:.1f} MB at once")


def show_cold(certpress, functions):
    cost = profile("cold", [certpress, *RENDER, "--fonts", "fonts", "--output", OUT / "cold.pdf"])
    print(f"\ncertpress render: {cost.total / 1e6:.1f} million instructions from its start to its end")
    show(cost, COLD_STAGES, functions)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("products", nargs="*", default=["cold", *COUNTS])
    parser.add_argument("--bench", type=Path, default=Path("Benchmarks/.build/release/Bench"))
    parser.add_argument("--functions", type=int, default=16)
    arguments = parser.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    bench = stripped(arguments.bench)
    for product in arguments.products:
        if product == "cold":
            show_cold(stripped(CERTPRESS), arguments.functions)
        else:
            show_warm(product, bench, arguments.functions)


if __name__ == "__main__":
    main()
