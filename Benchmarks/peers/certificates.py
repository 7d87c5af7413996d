"""Times CertPress and its peers at the same certificate, in one run. `make bench-peers` runs it, in the repository's folder.

Each peer is one process that is kept warm (turns.py); ours is `Bench turns`. They take turns, round by round, so that a machine that is
busy for a while is busy for all of them. What a round gives to each is a share of the time and not a number of documents, but for the slow
ones, which make two. Then each starts anew, again and again, to make a single document. It prints a table and judges no figure of it.

    certificates.py [ROUNDS]      default: 12
    certificates.py look          writes the first, the second and the longest record's certificate of each to out/peers/, as PDF and as PNG
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import job
from pdf_parts import KINDS, parts

HERE = Path(__file__).resolve().parent
VENV = str(HERE.parent / ".build-peers/bin/python")
BENCH = str(HERE.parent / ".build/release/Bench")
CERTPRESS = str(job.ROOT / ".build/release/certpress")

WARM_UPS = 3
# What one process may take of a round, in milliseconds; it renders two documents at least.
TURN = 250
COLD_RUNS = 7
OURS = "CertPress"
TYPST = "Typst 0.15"
# A process of Debian's cairo bindings crashes in libcairo now and then. That is not held against its times.
CAIRO = "cairo and Pango"
# Warm Typst ÷ ours: firm, stretch.
TARGETS = {"pdf": (12, 30), "png150": (6, 9)}

COMMANDS = {
    OURS: [BENCH, "turns"],
    TYPST: [VENV, HERE / "typst_peer.py"],
    CAIRO: ["/usr/bin/python3", HERE / "cairo_peer.py"],
    "ReportLab 5.1": [VENV, HERE / "reportlab_peer.py"],
    "WeasyPrint 70": [VENV, HERE / "weasyprint_peer.py"],
    "fpdf2 2.8": [VENV, HERE / "fpdf2_peer.py"],
}
PRODUCTS = {
    "pdf": "PDF, warm",
    "png150": "PNG at 150 dpi, warm",
    "png300": "PNG at 300 dpi, warm",
}


class Peer:
    """A warm process that answers a line with a line."""

    def __init__(self, name, command):
        self.name = name
        self.command = command
        self.start()
        self.products = self.ask("products")
        self.next = 0
        self.times = {product: [] for product in self.products}
        self.walls = {product: [] for product in self.products}
        self.sizes = {product: [] for product in self.products}
        self.count = {}

    def start(self):
        self.process = subprocess.Popen([*map(str, self.command)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=job.ROOT)

    def ask(self, line):
        answer = self.answer(line)
        while not answer and self.name == CAIRO:
            print(f"{self.name} crashed at: {line}; it starts anew, and warm, and does it once more")
            self.start()
            if self.answer(f"{line.split()[0]} {WARM_UPS} 0"):
                answer = self.answer(line)
        if not answer:
            sys.exit(f"{self.name} ended at: {line}")
        return json.loads(answer)

    def answer(self, line):
        """Nothing where the process has ended."""
        try:
            print(line, file=self.process.stdin, flush=True)
        except BrokenPipeError:
            return ""
        return self.process.stdout.readline()

    def warm_up(self, product):
        times = self.ask(f"{product} {WARM_UPS} 0")["processor"]
        self.count[product] = min(len(job.RECORDS), max(2, int(TURN / times[-1])))

    def turn(self, product):
        answer = self.ask(f"{product} {self.count[product]} {self.next}")
        self.next += self.count[product]
        self.times[product] += answer["processor"]
        self.walls[product] += answer["wall"]
        self.sizes[product] += answer["sizes"]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def slug(name):
    return name.split()[0].lower()


def median(values):
    return sorted(values)[len(values) // 2]


def best(values):
    """What the quickest tenth stays within, as in Spread.swift."""
    return sorted(values)[len(values) // 10]


def cold_command(name):
    file = job.OUT / "cold.pdf"
    if name == OURS:
        record = job.OUT / "record.json"
        record.write_text(job.RECORDS[0])
        return [CERTPRESS, "render", "layouts/hubei-professional-title.layout", "--data", record, "--assets", "Tests/Data", "--output", file]
    return [*COMMANDS[name], "once", "pdf", file]


def cold(name):
    """Milliseconds on the wall and of the processor, and the peak memory in MB, of a process that makes one document."""
    command = [str(word) for word in cold_command(name)]
    start = time.perf_counter_ns()
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    wall = (time.perf_counter_ns() - start) / 1e6
    if os.WIFSIGNALED(status) and name == CAIRO:
        print(f"{name} crashed at its first document: once more")
        return cold(name)
    if status:
        sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return wall, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def short(value):
    """Three digits that matter."""
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2}f}"


def show(title, columns, rows):
    line = ("{:<34}" + "{:>15}" * len(columns)).format
    print("\n" + line(title, *columns))
    for name, cells in rows:
        print(line("  " + name, *cells))


def measure(rounds):
    # First, while this process is small: Linux counts what it has in memory as the new processes'.
    fresh = measure_cold()
    peers = [Peer(name, command) for name, command in COMMANDS.items()]
    for product, title in PRODUCTS.items():
        able = [peer for peer in peers if product in peer.products]
        for peer in able:
            peer.warm_up(product)
        for _ in range(rounds):
            for peer in able:
                peer.turn(product)
        ours = able[0]
        rows = []
        for peer in able:
            times = peer.times[product]
            ratios = [short(f(times) / f(ours.times[product])) for f in (median, best)]
            size = median(peer.sizes[product]) / 1024
            cells = [short(median(times)), short(best(times)), short(median(peer.walls[product])), *ratios, short(size), len(times)]
            rows.append((peer.name, cells))
        show(title, ["ms", "best", "on the wall", "÷ ours", "best ÷ ours", "KB", "documents"], rows)
        if product in TARGETS:
            show_target(product, peers)
        if product == "pdf":
            # Asked before the pictures, which need more.
            memory = {peer.name: peer.ask("memory") for peer in peers}
            others(peers, rounds)
    show_parts(peers)
    show_cold(fresh, memory)
    for peer in peers:
        peer.end()


def show_target(product, peers):
    times = {peer.name: peer.times[product] for peer in peers if product in peer.products}
    ratio, calm = (f(times[TYPST]) / f(times[OURS]) for f in (median, best))
    firm, stretch = TARGETS[product]
    print(f"  Typst ÷ ours: {short(ratio)}, by the best {short(calm)}; firm {firm}, stretch {stretch}")


def others(peers, rounds):
    """What some can do otherwise: Typst without tags, ours by the other painter."""
    rows = []
    for peer in peers:
        for product in [name for name in peer.products if name not in PRODUCTS]:
            peer.warm_up(product)
            for _ in range(max(1, rounds // 3)):
                peer.turn(product)
            times = peer.times[product]
            rows.append((f"{peer.name}: {product}", [short(median(times)), short(best(times)), short(median(peer.sizes[product]) / 1024)]))
    if rows:
        show("PDF, otherwise", ["ms", "best", "KB"], rows)


def show_parts(peers):
    rows = []
    for peer in peers:
        file = job.OUT / f"{slug(peer.name)}-0.pdf"
        peer.ask(f"save pdf 0 {file}")
        rows.append((peer.name, [short(size / 1024) for size in parts(file).values()]))
    show("KB of the first record's PDF", KINDS, rows)


def measure_cold():
    """What `cold` says of each, COLD_RUNS times in turns, after one that brings all files into the page cache."""
    runs = {name: [] for name in COMMANDS}
    for number in range(COLD_RUNS + 1):
        for name in runs:
            run = cold(name)
            runs[name] += [run] if number else []
    return runs


def show_cold(runs, memory):
    ours = median([wall for wall, _, _ in runs[OURS]])
    rows = []
    for name, all in runs.items():
        wall, processor, peak = (median(values) for values in zip(*all))
        rows.append((name, [short(wall), short(processor), short(wall / ours), short(peak), short(memory[name])]))
    show("one process a document", ["on the wall", "processor", "÷ ours", "MB", "MB when warm"], rows)


def look():
    """The certificates of three records: a usual one, one whose name needs a rare character, and the one whose value is the longest."""
    longest = max(range(len(job.RECORDS)), key=lambda number: len(job.read(number)["review_body"]))
    for name, command in COMMANDS.items():
        peer = Peer(name, command)
        for number in 0, 1, longest:
            file = job.OUT / f"{slug(name)}-{number}"
            peer.ask(f"save pdf {number} {file}.pdf")
            subprocess.run(["pdftoppm", "-r", "80", "-png", "-singlefile", f"{file}.pdf", file], check=True)
        for product in "png150", "png300":
            if product in peer.products:
                peer.ask(f"save {product} 0 {job.OUT / slug(name)}-{product}.png")
        peer.end()


if __name__ == "__main__":
    job.make_if_old()
    if sys.argv[1:] == ["look"]:
        look()
    else:
        print("Milliseconds of the processor, all threads, but where the wall is named; best: what the quickest tenth stays within.")
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
