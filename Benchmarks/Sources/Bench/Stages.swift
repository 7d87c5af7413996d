import CertPress

/// Processor time, in milliseconds. Each stage is run together with those before it, and the median of their time taken off.
struct Stages {
  let load, read, filled, composed, pdf, png150, png300: Spread

  var fill: Double { filled.median - read.median }
  var compose: Double { composed.median - filled.median }
  var paintPDF: Double { pdf.median - composed.median }
  var paintPNG150: Double { png150.median - composed.median }
  var paintPNG300: Double { png300.median - composed.median }

  init(of subject: Subject) throws {
    pdf = try Self.time(600) { _ = try subject.render($0, as: .pdf) }
    png150 = try Self.time(100) { _ = try subject.render($0, as: .png(dpi: 150)) }
    png300 = try Self.time(50) { _ = try subject.render($0, as: .png(dpi: 300)) }
    load = try Self.time(100) { _ in try subject.load() }
    read = try Self.time(600) { _ = try subject.record($0) }
    filled = try Self.time(600) { _ = subject.layout.template.filled(by: try subject.record($0)) }
    composed = try Self.time(600) { _ = try subject.scene($0) }
  }

  /// The first third of the runs warms up and is not counted.
  private static func time(_ count: Int, _ body: (Int) throws -> Void) throws -> Spread {
    var times: [Double] = []
    for number in 0..<count {
      let start = now(.processor)
      try body(number)
      if number >= count / 3 { times.append(now(.processor) - start) }
    }
    return Spread(of: times)
  }
}
