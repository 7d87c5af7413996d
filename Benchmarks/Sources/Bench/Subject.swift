import CertPress

/// What is measured: Hubei's certificate with the sample records in turn, from the record's JSON to the file's bytes.
struct Subject: Sendable {
  private static let layoutFile = "layouts/hubei-professional-title.layout"
  static let program = ".build/release/certpress"

  static func coldCommand(_ painter: PainterChoice) -> [String] {
    let data = ["--data", "golden/certificates/specimen/record.json"]
    return [program, "render", layoutFile] + data + ["--painter", painter.rawValue, "--output", "out/bench.pdf"]
  }

  let press: Press
  let layout: Layout
  let records: [[UInt8]]
  let pictures = Pictures.directory("Tests/Data")

  init() throws {
    press = try Press(fonts: "fonts")
    layout = try press.layout(at: Self.layoutFile)
    records = try bytes(of: "Tests/Data/records.ndjson").split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  func load() throws { _ = try press.layout(at: Self.layoutFile) }

  func record(_ number: Int) throws -> Record {
    try layout.record(json: records[number % records.count], name: "record \(number)")
  }

  func scene(_ number: Int) throws -> Scene { try layout.scene(for: record(number), pictures: pictures).scene }

  func render(_ number: Int, as product: Product) throws -> Document {
    try layout.render(record(number), as: product.format, pictures: pictures, painter: product.painter)
  }

  /// KB of a PDF whose portrait takes `portrait` KB. A JPEG goes into a PDF as it is, so that one can stand for another.
  func size(of product: Product, portrait: Double) throws -> Double {
    try Spread(
      of: records.indices.map { number in
        let own = try scene(number).pages[0].items.reduce(0) { sum, item in
          if case .picture(let placed) = item.content { sum + placed.picture.bytes.count } else { sum }
        }
        return Double(try render(number, as: product).bytes.count - own) / 1024 + portrait
      }
    ).median
  }

  /// How many times as many certificates two workers make as one, in the same time of the clock on the wall.
  func gainOfSecondWorker(_ product: Product) async throws -> Double {
    var gains: [Double] = []
    for _ in 0..<15 {
      let one = try await time(product, workers: 1)
      let two = try await time(product, workers: 2)
      gains.append(2 * one / two)
    }
    return Spread(of: gains).median
  }

  /// What each of the workers needs for as many certificates as the sample has, on the wall.
  private func time(_ product: Product, workers: Int) async throws -> Double {
    let start = now(.wall)
    try await withThrowingTaskGroup { group in
      for worker in 0..<workers {
        group.addTask {
          for number in records.indices { _ = try render(worker + number, as: product) }
        }
      }
      try await group.waitForAll()
    }
    return now(.wall) - start
  }
}
