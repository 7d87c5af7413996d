import CertPress

/// `Bench` prints the table of `docs/performance.md`; `Bench pdf 20` renders twenty certificates and nothing else, for a profiler
/// and for measuring a process's memory; `Bench differ ONE.png OTHER.png 20` compares two pictures, for `peers/differ.py`. All are
/// run in the repository's folder.
@main
struct Bench {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch arguments.first {
    case nil: try await measureAll()
    case "pdf": try renderOnly(.pdf, count: arguments.last)
    case "png150": try renderOnly(.png(dpi: 150), count: arguments.last)
    case "png300": try renderOnly(.png(dpi: 300), count: arguments.last)
    case "differ" where arguments.count >= 3:
      let (files, count) = (Array(arguments.dropFirst().prefix(2)), arguments.dropFirst(3).first)
      try Differ(files[0], files[1]).run(count: count.flatMap { Int($0) } ?? 0)
    default: print("usage: Bench [pdf|png150|png300 COUNT | differ ONE.png OTHER.png [COUNT]]")
    }
  }

  private static func renderOnly(_ format: OutputFormat, count: String?) throws {
    let subject = try Subject()
    for number in 0..<(count.flatMap { Int($0) } ?? 1) { _ = try subject.render(number, as: format) }
  }

  private static func measureAll() async throws {
    // The processes first: Linux counts what this one had in memory as theirs.
    let cold = try (0..<31).map { _ in try ProgramRun(Subject.coldCommand) }
    let (coldWall, coldProcessor) = (Spread(of: cold.map(\.wall)), Spread(of: cold.map(\.processor)))
    let worker = try ProgramRun(["/proc/self/exe", "pdf", "400"])

    let subject = try Subject()
    let stages = try Stages(of: subject)
    let gain = try await subject.gainOfSecondWorker()

    var table = Table()
    table.head("one core, warm", "median", "best", "target")
    table.row("PDF", 1000 / stages.pdf.median, "per second", best: 1000 / stages.pdf.best, atLeast: 200)
    table.row("PNG at 150 dpi", stages.png150.median, "ms", best: stages.png150.best, atMost: 25)
    table.row("PNG at 300 dpi", stages.png300.median, "ms", best: stages.png300.best, atMost: 110)
    table.head("as a program, and beyond one core")
    table.row("certpress render to PDF, on the wall", coldWall.median, "ms", best: coldWall.best, atMost: 40)
    table.row("  of it processor time", coldProcessor.median, "ms")
    table.row("most memory of one worker", worker.peak, "MB", atMost: 48)
    table.row("PDF with a portrait of 24 KB", try subject.sizeOfPDF(portrait: 24), "KB", atMost: 80)
    table.row("2 workers ÷ 1 worker, on the wall", gain, "times", atLeast: 1.8)
    table.head("stages of a certificate")
    table.row("load the layout (once)", stages.load.median, "ms")
    table.row("read the record", stages.read.median, "ms")
    table.row("fill", stages.fill, "ms")
    table.row("compose", stages.compose, "ms")
    table.row("paint the PDF", stages.paintPDF, "ms")
    table.row("paint the PNG at 150 dpi", stages.paintPNG150, "ms")
    table.row("paint the PNG at 300 dpi", stages.paintPNG300, "ms")
    print(table.text)
    print("Processor time, but for the two lines on the wall. Best: what the quickest tenth of the runs stays within.")
    print("Processes that wanted a core meanwhile, this one among them: \(decimals(load(), 1)).")
  }
}
