"""Typst: one compiler is kept, and the record comes in by `sys_inputs`."""

import job
import turns
import typst

compiler = typst.Compiler(
    job.ROOT / "Benchmarks/peers/certificate.typ", root=job.ROOT, font_paths=[job.FONTS], ignore_system_fonts=True
)
symbols = job.load()["symbols"]


def compile(number, **options):
    record = number % len(job.RECORDS)
    # The record goes in as it is: masking and all else is Typst's.
    inputs = {"record": job.RECORDS[record], "symbol": job.qr_svg(symbols[record])}
    return compiler.compile(sys_inputs=inputs, **options)


turns.take(
    {
        "pdf": lambda number: compile(number, format="pdf"),
        "pdf-untagged": lambda number: compile(number, format="pdf", pdf_tags=False),
        "png150": lambda number: compile(number, format="png", ppi=150),
        "png300": lambda number: compile(number, format="png", ppi=300),
    }
)
