"""How a peer is run: one process is kept warm and takes its turns, or a fresh one makes a single document.

    peer.py once PRODUCT FILE     writes the first record's certificate and ends
    peer.py                       reads turns from standard input, one a line:
        PRODUCT COUNT FIRST         renders COUNT certificates from record FIRST on; answers with JSON: the milliseconds that each took
                                    of the processor (all threads of the process) and on the wall, and the bytes of each
        save PRODUCT NUMBER FILE    writes one
        products                    answers with the names of what it can make
        memory                      answers with the peak resident memory so far, in MB

A product is pdf, png150 or png300.
"""

import json
import sys
import time
from pathlib import Path


def take(products):
    """Does what the command line says. `products` has a function for each product that the peer has, from a record's number to the file's bytes."""
    if sys.argv[1:2] == ["once"]:
        Path(sys.argv[3]).write_bytes(products[sys.argv[2]](0))
        return
    for line in sys.stdin:
        match line.split():
            case ["products"]:
                answer = list(products)
            case ["memory"]:
                answer = peak()
            case ["save", product, number, file]:
                answer = Path(file).write_bytes(products[product](int(number)))
            case [product, count, first]:
                answer = turn(products[product], int(count), int(first))
        print(json.dumps(answer), flush=True)


def turn(render, count, first):
    processor, wall, sizes = [], [], []
    for number in range(first, first + count):
        start = time.process_time_ns(), time.perf_counter_ns()
        document = render(number)
        processor.append((time.process_time_ns() - start[0]) / 1e6)
        wall.append((time.perf_counter_ns() - start[1]) / 1e6)
        sizes.append(len(document))
    return {"processor": processor, "wall": wall, "sizes": sizes}


def peak():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
