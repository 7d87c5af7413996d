import PressBytes

/// The designer's own editor, as a program that is told a file and a line.
struct Editor: Sendable {
  /// Its words; `{file}`, `{line}` and `{column}` stand for the place.
  private let words: [String]?

  /// - Parameter command: parted at spaces; no shell reads it.
  init(command: String?) { words = command?.split(separator: " ").map(String.init) }

  /// Opens a place.
  /// - Returns: what to tell the person.
  func open(_ file: String, line: Int, column: Int) -> String {
    let path = Files.canonical(file) ?? file
    for words in candidates {
      let command = words.map { word in
        // One pass, so that nothing in a file's name is taken for a place.
        word.replacing(placeholders: ["{file}": path, "{line}": String(line), "{column}": String(column)])
      }
      if (try? Program.launch(command)) != nil { return "opened with \(words[0])" }
    }
    return "no editor found: start the desk with --editor \"code -g {file}:{line}\""
  }

  private var candidates: [[String]] {
    if let words { return [words.contains { $0.contains("{file}") } ? words : words + ["{file}"]] }
    return [["code", "-g", "{file}:{line}:{column}"], ["xdg-open", "{file}"]]
  }
}

extension String {
  fileprivate func replacing(placeholders: [String: String]) -> String {
    var result = ""
    var rest = self[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[brace...]
      if let (name, value) = placeholders.first(where: { rest.hasPrefix($0.key) }) {
        result += value
        rest = rest.dropFirst(name.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }
}
