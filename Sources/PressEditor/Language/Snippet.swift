/// A text to insert, with places to fill in.
public struct Snippet: Sendable, Equatable {
  enum Part: Equatable {
    case text(String)
    /// What stands there until it is typed over; empty for where the cursor comes to rest.
    case stop(String)
  }
  private(set) var parts: [Part] = []

  public init(_ text: String = "") { add(text) }

  mutating func add(_ text: String) { if !text.isEmpty { parts.append(.text(text)) } }
  mutating func addStop(_ example: String) { parts.append(.stop(example)) }
  mutating func addRest() { parts.append(.stop("")) }

  /// For an editor without snippets: the examples stand as they are.
  public var plain: String {
    parts.map { part in
      switch part {
      case .text(let text), .stop(let text): text
      }
    }.joined()
  }

  /// In the notation of the Language Server Protocol (3.17, Snippet Syntax): `size: ${1:40mm}; $0`.
  public var template: String {
    var number = 0
    return parts.map { part in
      switch part {
      case .text(let text): return text.escaping("\\$")
      case .stop(""): return "$0"
      case .stop(let example):
        number += 1
        return "${\(number):\(example.escaping("\\$}"))}"
      }
    }.joined()
  }

  public var hasStops: Bool { parts.contains { if case .stop = $0 { true } else { false } } }
}

extension String {
  fileprivate func escaping(_ characters: String) -> String {
    var text = ""
    for character in self {
      if characters.contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }
}
