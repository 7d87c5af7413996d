/// How a call is written, taken apart: `in(kai, "…")`.
struct CallExample {
  let name: String
  /// As written, quotes included.
  let arguments: [String]

  init(_ text: String) {
    guard let open = text.firstIndex(of: "("), text.last == ")" else {
      (name, arguments) = (text, [])
      return
    }
    name = String(text[..<open])
    var parts = [""]
    var isQuoted = false
    for character in text[text.index(after: open)...].dropLast() {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    arguments = parts.map { String($0.drop { $0 == " " }) }
  }

  /// Whether a name stands there, and no text or number.
  func takesName(at index: Int) -> Bool { argument(index)?.first?.isLetter ?? false }
  func takesColor(at index: Int) -> Bool { argument(index)?.first == "#" }
  func takesLength(at index: Int) -> Bool { argument(index).map { $0.hasSuffix("pt") || $0.hasSuffix("mm") } ?? false }
  func takesText(at index: Int) -> Bool { argument(index)?.first == "\"" }

  /// The last one stands for all that may follow.
  private func argument(_ index: Int) -> String? { index < arguments.count ? arguments[index] : arguments.last }
}
