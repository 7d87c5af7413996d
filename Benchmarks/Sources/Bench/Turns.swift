import CertPress
import Glibc

/// The protocol of `peers/turns.py`: one process is kept warm and renders when it is its turn, so that the others have the same
/// machine, busy or not.
///
/// A line of standard input says `PRODUCT COUNT FIRST`, `save PRODUCT NUMBER FILE`, `products` or `memory`; each is answered with a
/// line of JSON.
struct Turns {
  private let subject: Subject

  init() throws { subject = try Subject() }

  func take() throws {
    while let line = readLine() {
      print(try answer(line.split(separator: " ").map(String.init)))
      fflush(nil)
    }
  }

  private func answer(_ words: [String]) throws -> String {
    if words == ["memory"] { return "\(try Memory().peak)" }
    if words == ["products"] {
      return "[" + Product.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ") + "]"
    }
    if words.count == 4, words[0] == "save", let product = Product(rawValue: words[1]), let number = Int(words[2]) {
      let document = try subject.render(number, as: product).bytes
      try write(document, to: words[3])
      return "\(document.count)"
    }
    guard words.count == 3, let product = Product(rawValue: words[0]), let count = Int(words[1]),
      let first = Int(words[2])
    else {
      throw SystemError("no turn: \(words.joined(separator: " "))", code: 0)
    }
    return try turn(product, numbers: first..<first + count)
  }

  private func turn(_ product: Product, numbers: Range<Int>) throws -> String {
    var processor: [Double] = []
    var wall: [Double] = []
    var sizes: [Int] = []
    for number in numbers {
      let start = (now(.process), now(.wall))
      let document = try subject.render(number, as: product)
      processor.append(now(.process) - start.0)
      wall.append(now(.wall) - start.1)
      sizes.append(document.bytes.count)
    }
    return "{\"processor\": \(processor), \"wall\": \(wall), \"sizes\": \(sizes)}"
  }
}
