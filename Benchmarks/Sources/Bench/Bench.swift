import CertPress
import Glibc

/// `Bench` prints the table of `docs/performance.md`. With arguments it does one thing only, for a profiler and for other programs:
/// `Bench pdf 20` renders twenty certificates, `Bench memory pdf 400` says after them what they took in memory, `Bench flat pdf 100000` whether that grows, `Bench turns` takes
/// turns with `peers/certificates.py`, `Bench differ ONE.png OTHER.png 20` compares two pictures for `peers/differ.py`. All are run
/// in the repository's folder.
@main
struct Bench {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case nil: try await Report.print()
    case "turns": try Turns().take()
    case "memory" where arguments.count == 3:
      let subject = try render(arguments[1], count: arguments[2])
      // While the fonts are mapped.
      try withExtendedLifetime(subject) { print(try Memory().line) }
    case "flat" where arguments.count == 3:
      guard let product = Product(rawValue: arguments[1]), let count = Int(arguments[2]) else { usage() }
      try Endurance.run(product, count: count)
    case "differ" where arguments.count >= 3:
      try Differ(arguments[1], arguments[2]).run(count: arguments.dropFirst(3).first.flatMap { Int($0) } ?? 0)
    default: _ = try render(arguments[0], count: arguments.last ?? "")
    }
  }

  private static func usage() -> Never {
    let products = Product.allCases.map(\.rawValue).joined(separator: "|")
    print("usage: Bench [[memory|flat] \(products) COUNT | turns | differ ONE.png OTHER.png [COUNT]]")
    exit(2)
  }

  private static func render(_ product: String, count: String) throws -> Subject {
    guard let product = Product(rawValue: product), let count = Int(count) else { usage() }
    let subject = try Subject()
    for number in 0..<count { _ = try subject.render(number, as: product) }
    return subject
  }
}
