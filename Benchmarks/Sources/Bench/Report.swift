/// The table that `make bench` prints. `docs/performance.md` explains each of its lines.
enum Report {
  static func print() async throws {
    let cold = try Cold(runs: 41)
    let memory = try Memory(of: .pdf, count: 400)
    let subject = try Subject()
    let stages = try Stages(of: subject)

    var table = Table()
    table.head("one core, warm")
    for product in Product.allCases { row(product, stages.whole(product), in: &table) }
    table.head("the program")
    table.row(
      "certpress render to PDF, on the wall", cold.wall.median, "ms", best: cold.wall.best, .atMost(20, stretch: 12))
    table.row("  of it processor time", cold.processor.median, "ms", best: cold.processor.best)
    table.row("  certpress --version: starting alone", cold.start.median, "ms", best: cold.start.best)
    table.row("most memory of one worker", memory.peak, "MB", .atMost(32, stretch: 20))
    table.row("  at the end its own", memory.anonymous, "MB")
    table.row("  and of mapped fonts and libraries", memory.files, "MB")
    table.row("PDF with a portrait of 24 KB", try subject.size(of: .pdf, portrait: 24), "KB", .atMost(66, stretch: 60))
    table.row("2 workers ÷ 1 worker, on the wall", try await subject.gainOfSecondWorker(.pdf), "times", .atLeast(1.95))
    table.head("stages of a certificate")
    table.row("load the layout (once)", stages.load.median, "ms")
    table.row("read the record", stages.read.median, "ms")
    table.row("fill", stages.fill, "ms")
    table.row("compose", stages.compose, "ms")
    for product in Product.allCases { table.row("paint and encode: \(product)", stages.paint(product), "ms") }
    Swift.print(table.text)
    Swift.print(
      "Processor time, but for the lines on the wall. Best: what the quickest tenth of the runs stays within.")
    Swift.print("Processes that wanted a core meanwhile, this one among them: \(decimals(load(), 1)).")
  }

  private static func row(_ product: Product, _ spread: Spread, in table: inout Table) {
    switch product {
    case .pdf:
      let (median, best) = (1000 / spread.median, 1000 / spread.best)
      table.row("PDF", median, "per second", best: best, .atLeast(1200, stretch: 2500))
    case .png150: table.row("PNG at 150 dpi", spread.median, "ms", best: spread.best, .atMost(12, stretch: 8))
    case .png300: table.row("PNG at 300 dpi", spread.median, "ms", best: spread.best, .atMost(30, stretch: 20))
    }
  }
}

/// The command, from its start to a written file, in milliseconds.
struct Cold {
  let wall, processor: Spread
  /// Processor time of `certpress --version`: what linking and reading the command line take of it.
  let start: Spread

  /// Both take turns.
  init(runs: Int) throws {
    var renderings: [ProgramRun] = []
    var starts: [ProgramRun] = []
    for _ in 0..<runs {
      renderings.append(try ProgramRun(Subject.coldCommand))
      starts.append(try ProgramRun([Subject.program, "--version"]))
    }
    (wall, processor) = (Spread(of: renderings.map(\.wall)), Spread(of: renderings.map(\.processor)))
    start = Spread(of: starts.map(\.processor))
  }
}
