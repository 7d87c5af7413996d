"""What the bytes of a PDF are for, read by qpdf, so that it serves for everybody's.

    pdf_parts.py FILE…
"""

import json
import re
import subprocess
import sys
from pathlib import Path

KINDS = ["fonts", "text maps", "pictures", "content", "tags", "metadata", "object streams", "rest"]


def qpdf(*arguments):
    run = subprocess.run(["qpdf", *map(str, arguments)], capture_output=True, text=True)
    # 3 says that there were warnings.
    if run.returncode not in (0, 3):
        sys.exit(run.stderr)
    return run.stdout


def objects(file):
    """Each object's number with its dictionary, or what else it is, and whether it is a stream."""
    listed = json.loads(qpdf("--json=2", "--json-stream-data=none", file))["qpdf"][1]
    found = {}
    for name, one in listed.items():
        if name != "trailer":
            stream = one.get("stream")
            found[int(name.removeprefix("obj:").split()[0])] = (stream["dict"] if stream else one["value"], stream is not None)
    return found


def places(file):
    """Where each object that lies in the file itself, and not in an object stream, begins and ends: the next one, or the table, begins."""
    begins = {int(number): int(at) for number, at in re.findall(r"(\d+)/\d+: uncompressed; offset = (\d+)", qpdf("--show-xref", file))}
    table = int(Path(file).read_bytes().rpartition(b"startxref")[2].split()[0])
    ends = sorted([*begins.values(), table, Path(file).stat().st_size])
    return {number: (at, ends[ends.index(at) + 1]) for number, at in begins.items()}


def parts(file):
    """Bytes by kind. A font's are its file, dictionaries and widths; the rest is pages, catalogue and the cross-reference table."""
    found = objects(file)
    uses = {}
    for value, _ in found.values():
        for key, used in value.items() if isinstance(value, dict) else ():
            for one in used if isinstance(used, list) else [used]:
                if isinstance(one, str) and (match := re.fullmatch(r"(\d+) 0 R", one)):
                    uses.setdefault(int(match[1]), set()).add(key)
    sizes = dict.fromkeys(KINDS, 0)
    for number, (begin, end) in places(file).items():
        value, is_stream = found.get(number, ({}, True))
        sizes[kind(value, is_stream, uses.get(number, set()))] += end - begin
    sizes["rest"] += Path(file).stat().st_size - sum(sizes.values())
    return sizes


def kind(value, is_stream, uses):
    type = value.get("/Type") if isinstance(value, dict) else None
    if "/ToUnicode" in uses:
        return "text maps"
    if uses & {"/FontFile", "/FontFile2", "/FontFile3", "/W", "/Widths", "/CIDSet", "/CIDToGIDMap"} or type in ("/Font", "/FontDescriptor"):
        return "fonts"
    if is_stream and value.get("/Subtype") == "/Image":
        return "pictures"
    if type == "/Metadata":
        return "metadata"
    if type in ("/StructElem", "/StructTreeRoot") or uses & {"/ParentTree", "/K", "/StructTreeRoot", "/Nums"}:
        return "tags"
    if type == "/ObjStm":
        return "object streams"
    if is_stream and type != "/XRef":
        return "content"
    return "rest"


def main():
    line = ("{:<34}{:>8}" + "{:>16}" * len(KINDS)).format
    print(line("KB", "whole", *KINDS))
    for file in sys.argv[1:]:
        sizes = parts(file)
        print(line("  " + Path(file).name, *(f"{size / 1024:.1f}" for size in [sum(sizes.values()), *sizes.values()])))


if __name__ == "__main__":
    main()
