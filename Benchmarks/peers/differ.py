"""Times PressGolden's comparison of two pictures beside ImageMagick's and pixelmatch's, on the same pictures in one run.

`make bench-differ` runs it, in the repository's folder. It prints a table and judges no figure of it; it ends with status 1 only if the
programs do not agree how many pixels differ, because then they have not done the same work.

Two pairs are compared: the specimen's golden with itself, and with a copy in which a block of text has moved by two pixels and 300
softened pixels have another shade. The copy is made here, always the same, and is left in out/.

Each is told to be exact: no tolerance, and softened pixels count. All times are of the clock on the wall, so that who uses several cores
gains by it. The programs take turns, round by round: a machine that is busy for a while is busy for all of them.
"""

import importlib.util
import random
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

from PIL import Image
from wand.image import Image as MagickImage
from wand.version import MAGICK_VERSION

GOLDEN = Path("golden/certificates/specimen/expected.png")
CHANGED = Path("out/bench-differ.png")
BENCH = "Benchmarks/.build/release/Bench"
FASTER = Path("Benchmarks/.build-peers/faster")

ROUNDS = 15
# What one program may take of a round, in seconds; it is called at least once.
TURN = 0.1
# A call that takes longer than this many seconds is not worth a turn in every round.
SLOW = 1.0
SLOW_ROUNDS = 3

OURS = "CertPress"
OUR_PROCESS = "CertPress: Bench differ"


# The pictures


def change(golden):
    """The golden as a fault would leave it: a block of values moved to the right, and softened pixels of another shade."""
    picture = golden.copy()
    block = (366, 700, 790, 1005)
    picture.paste(golden.crop(block), (block[0] + 2, block[1]))
    pixels = picture.load()
    softened = [
        (x, y)
        for y in range(picture.height)
        for x in range(picture.width)
        if not (block[0] <= x < block[2] + 2 and block[1] <= y < block[3])
        and len(set(pixels[x, y])) == 1
        and 32 <= pixels[x, y][0] < 224
    ]
    chance = random.Random(1)
    for place in chance.sample(softened, 300):
        pixels[place] = tuple(value + chance.choice((-9, -1, 1, 9)) for value in pixels[place])
    return picture


# The peers in this process: from two files to a function that compares what has been decoded, and gives the number of differing pixels


def magick(golden, changed):
    """ImageMagick's count alone, which is the least it can be asked for."""
    one, other = MagickImage(filename=golden), MagickImage(filename=changed)
    return lambda: round(one.get_image_distortion(other, "absolute"))


def magick_with_picture(golden, changed):
    """What ImageMagick's `compare` does: it paints the differences too, and cannot be told not to."""
    one, other = MagickImage(filename=golden), MagickImage(filename=changed)

    def compare():
        picture, count = one.compare(other, metric="absolute")
        picture.close()
        return round(count)

    return compare


def rgba(file):
    """Decoded, in the form that the pixelmatches would bring it to."""
    with Image.open(file) as picture:
        return picture.convert("RGBA")


def pixelmatch(golden, changed):
    """The port in Python alone."""
    from pixelmatch.contrib.PIL import pixelmatch as compare

    one, other = rgba(golden), rgba(changed)
    return lambda: compare(one, other, threshold=0, includeAA=True)


def pixelmatch_fast(golden, changed):
    """The port that numba compiles. It copies both pictures at each call; `diff_mask` spares it the painting of a grey one."""
    spec = importlib.util.spec_from_file_location("pixelmatch_fast", FASTER / "pixelmatch" / "__init__.py")
    module = importlib.util.module_from_spec(spec)
    # numba's cache looks the module up by its name.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    one, other = rgba(golden), rgba(changed)
    return lambda: module.pixelmatch(one, other, threshold=0, includeAA=True, diff_mask=True)


def pixelmatch_cpp(golden, changed):
    """The port to C++, which reads the pixels where they lie."""
    import pybind11_pixelmatch as module

    options = module.Options()
    options.threshold = 0
    options.includeAA = True
    pictures = [rgba(golden), rgba(changed)]
    one, other = [memoryview(p.tobytes()).cast("B", (p.height, p.width, 4)) for p in pictures]
    return lambda: module.pixelmatch(one, other, options=options)


PEERS = {
    "ImageMagick, wand: the count": magick,
    "ImageMagick, wand: and a picture": magick_with_picture,
    "pixelmatch (Python)": pixelmatch,
    "pixelmatch-fast (numba)": pixelmatch_fast,
    "pybind11-pixelmatch (C++)": pixelmatch_cpp,
}


# The turns


def timed(call):
    """What a call gives, and the milliseconds it took."""
    start = time.perf_counter_ns()
    result = call()
    return result, (time.perf_counter_ns() - start) / 1e6


def our_turn(files, count):
    """Our comparison, `count` times in a process of its own that has decoded both files before."""
    run = subprocess.run([BENCH, "differ", *files, str(count)], check=True, capture_output=True, text=True)
    pixels, *times = map(int, run.stdout.split())
    return pixels, [nanoseconds / 1e6 for nanoseconds in times]


def our_process(files):
    """The whole of a process of ours: it starts, decodes two files, compares them."""
    return int(subprocess.run([BENCH, "differ", *files], check=True, capture_output=True, close_fds=False).stdout)


def magick_process(files):
    """The same of ImageMagick's program."""
    command = ["compare", "-metric", "AE", *files, "null:"]
    run = subprocess.run(command, capture_output=True, close_fds=False)
    # 1 says that the pictures differ, 2 that something failed.
    if run.returncode > 1:
        sys.exit(run.stderr.decode())
    return round(float(run.stderr))


class Measures:
    """What the programs found and took, each by its name."""

    def __init__(self):
        self.counts = {}
        self.times = defaultdict(list)

    def add(self, name, count, times):
        if self.counts.setdefault(name, count) != count:
            sys.exit(f"{name} found {self.counts[name]} pixels, and then {count}")
        self.times[name] += times

    def median(self, name):
        return self.spread(name)[0]

    def spread(self, name):
        """The middle time, and the one that the quickest tenth stays within, as in Spread.swift."""
        times = sorted(self.times[name])
        return times[len(times) // 2], times[len(times) // 10]


def ready_peers(files):
    """The peers that could be installed, each with the milliseconds of a call once it is warm."""
    peers = {}
    for name, make in PEERS.items():
        try:
            call = make(*files)
        except (ImportError, FileNotFoundError) as error:
            print(f"without {name}: {error}")
            continue
        _, cold = timed(call)
        # Where the first call was slow, it may have been compiling.
        peers[name] = call, timed(call)[1] if cold > SLOW * 1000 else cold
    return peers


def measure(files):
    """Compares two files in all ways, and gives the times of the comparisons and those of whole processes."""
    peers = ready_peers(files)
    inside, whole = Measures(), Measures()
    _, (warm,) = our_turn(files, 1)
    for number in range(ROUNDS):
        inside.add(OURS, *our_turn(files, max(1, int(TURN * 1000 / warm))))
        for name, (call, milliseconds) in peers.items():
            if milliseconds > SLOW * 1000 and number >= SLOW_ROUNDS:
                continue
            for _ in range(max(1, int(TURN * 1000 / milliseconds))):
                count, took = timed(call)
                inside.add(name, count, [took])
        for name, process in {OUR_PROCESS: our_process, "ImageMagick: compare -metric AE": magick_process}.items():
            count, took = timed(lambda: process(files))
            whole.add(name, count, [took])
    return inside, whole


# What is printed


def short(value):
    """Three digits that matter."""
    return f"{value:.{0 if value >= 100 else 1 if value >= 10 else 2 if value >= 1 else 3}f}"


def show(title, measures):
    """A table whose first line is ours."""
    names = list(measures.times)
    our_median, our_best = measures.spread(names[0])
    line = "{:<46}{:>10}{:>10}{:>8}{:>12}{:>12}{:>10}".format
    print("\n" + line(title, "median", "best", "runs", "÷ ours", "best ÷ ours", "pixels"))
    for name in names:
        median, best = measures.spread(name)
        ratios = ("", "") if name == names[0] else (short(median / our_median), short(best / our_best))
        runs = len(measures.times[name])
        print(line("  " + name, short(median), short(best), runs, *ratios, measures.counts[name]))


def main():
    with Image.open(GOLDEN) as golden:
        change(golden).save(CHANGED, dpi=golden.info["dpi"])
        print(f"{golden.width} × {golden.height} pixels; milliseconds on the wall; best: what the quickest tenth stays within")
    print(MAGICK_VERSION)
    # Last, so that nothing that stands there stands in for what the environment itself has.
    sys.path.append(str(FASTER))

    disagree = False
    for pair, other in {"itself": GOLDEN, "the changed copy": CHANGED}.items():
        inside, whole = measure([str(GOLDEN), str(other)])
        show(f"golden and {pair}, decoded before", inside)
        show(f"golden and {pair}, whole processes", whole)
        pixelmatches = [name for name in inside.times if "pixelmatch" in name]
        fastest = min(pixelmatches, key=inside.median)
        times = short(inside.median(fastest) / inside.median(OURS))
        print(f"  the fastest pixelmatch is {fastest}: {times} times ours")
        counts = set(inside.counts.values()) | set(whole.counts.values())
        disagree |= len(counts) > 1
        print(f"  differing pixels: {'all agree on ' if len(counts) == 1 else 'they disagree: '}{sorted(counts)}")
    if disagree:
        sys.exit("the programs disagree about what differs: their times do not compare")


if __name__ == "__main__":
    main()
