import CertPress

/// The table that `make bench` prints. `docs/performance.md` explains each of its lines.
enum Report {
  static func print() async throws {
    let cold = try Cold(runs: 41)
    let memory = (press: try Memory(of: .pdf, count: 400), cairo: try Memory(of: .cairoPDF, count: 400))
    let subject = try Subject()
    let stages = try Stages(of: subject)

    var table = Table()
    table.head("one core, warm")
    for product in Product.allCases { row(product, stages.whole(product), in: &table) }
    table.head("the program")
    table.row("certpress render to PDF, on the wall", cold.press.wall, "ms", .atMost(20, stretch: 12))
    table.row("  of it processor time", cold.press.processor, "ms")
    table.row("  by cairo, processor time", cold.cairo.processor, "ms")
    table.row("  --version alone, processor time", cold.start.processor, "ms")
    table.row("most memory of one worker", memory.press.peak, "MB", .atMost(32, stretch: 20))
    table.row("  at the end its own", memory.press.anonymous, "MB")
    table.row("  and of mapped fonts and libraries", memory.press.files, "MB")
    table.row("  most, by cairo", memory.cairo.peak, "MB")
    table.row("PDF with a portrait of 24 KB", try subject.size(of: .pdf, portrait: 24), "KB", .atMost(66, stretch: 60))
    table.row("  by cairo", try subject.size(of: .cairoPDF, portrait: 24), "KB")
    let gain = try await subject.gainOfSecondWorker(.pdf)
    table.row("2 workers ÷ 1 worker, on the wall", gain, "times", .atLeast(1.95))
    table.head("stages of a certificate")
    table.row("load the layout (once)", stages.load.median, "ms")
    table.row("read the record", stages.read.median, "ms")
    table.row("fill", stages.fill, "ms")
    table.row("compose", stages.compose, "ms")
    for product in Product.allCases { table.row("paint and encode \(product.rawValue)", stages.paint(product), "ms") }
    Swift.print(table.text)
    Swift.print(
      "Processor time, but for the lines on the wall. Best: what the quickest tenth of the runs stays within.")
    Swift.print("Processes that wanted a core meanwhile, this one among them: \(decimals(load(), 1)).")
  }

  private static func row(_ product: Product, _ time: Spread, in table: inout Table) {
    switch product {
    case .pdf: table.row("PDF", time.perSecond, "per second", .atLeast(1200, stretch: 2500))
    case .cairoPDF: table.row("PDF by cairo", time.perSecond, "per second")
    case .png150: table.row("PNG at 150 dpi", time, "ms", .atMost(12, stretch: 8))
    case .png300: table.row("PNG at 300 dpi", time, "ms", .atMost(30, stretch: 20))
    }
  }
}

/// The command, from its start to a written file.
struct Cold {
  /// What linking and reading the command line take of it.
  let start: Times
  let press, cairo: Times

  struct Times {
    /// In milliseconds.
    let wall, processor: Spread

    init(_ runs: [ProgramRun]) {
      (wall, processor) = (Spread(of: runs.map(\.wall)), Spread(of: runs.map(\.processor)))
    }
  }

  /// The commands take turns.
  init(runs: Int) throws {
    let commands = [[Subject.program, "--version"], Subject.coldCommand(.press), Subject.coldCommand(.cairo)]
    var done: [[ProgramRun]] = commands.map { _ in [] }
    for _ in 0..<runs {
      for (index, command) in commands.enumerated() { done[index].append(try ProgramRun(command)) }
    }
    (start, press, cairo) = (Times(done[0]), Times(done[1]), Times(done[2]))
  }
}
