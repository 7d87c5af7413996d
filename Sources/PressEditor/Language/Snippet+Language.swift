import PressTemplate

// Made of the language's own tables: how an element is written, and which properties it needs.

extension Snippet {
  /// `qr FIELD { size: 40mm; }`, each part to be filled in.
  init(_ element: Vocabulary.Element) {
    self.init(element.name)
    addArguments(of: element.head.firstForm.dropFirst(element.name.count))
    guard element.takesBlock else { return }
    // A style may hold the properties of all elements and needs none.
    let needed = element.name == "style" ? [] : element.properties.filter(\.isNeeded)
    if element.elements.isEmpty, element.name != "data" {
      add(" { ")
      for property in needed {
        add(property.name + ": ")
        addStop(property.example)
        add("; ")
      }
      addRest()
      add(" }")
    } else {
      add(" {\n")
      for property in needed {
        add("  \(property.name): ")
        addStop(property.example)
        add("\n")
      }
      add("  ")
      addRest()
      add("\n}")
    }
  }

  /// A field's declaration, whose word is its own name.
  init(fieldLike element: Vocabulary.Element) {
    self.init()
    addArguments(of: (" " + element.head)[...])
  }

  /// `shrink(12pt)`
  init(_ call: CallExample) {
    self.init(call.name)
    add("(")
    for (index, argument) in call.arguments.enumerated() {
      if index > 0 { add(", ") }
      addArgument(argument[...])
    }
    add(")")
  }

  private mutating func addArguments(of head: Substring) {
    for argument in head.split(separator: " ") {
      add(parts.isEmpty ? "" : " ")
      addArgument(argument)
    }
  }

  private mutating func addArgument(_ text: Substring) {
    if text == "x" {
      add("x")
    } else if text.count > 2, text.first == "\"", text.last == "\"" {
      add("\"")
      addStop(String(text.dropFirst().dropLast()))
      add("\"")
    } else {
      addStop(String(text))
    }
  }
}

extension String {
  /// Of `border wave, border fret or border plain` the first.
  fileprivate var firstForm: Substring {
    var rest = self[...]
    for separator in [" or ", ", "] {
      if let end = rest.firstRange(of: separator) { rest = rest[..<end.lowerBound] }
    }
    return rest
  }
}

extension Vocabulary.Property {
  /// A value as its description shows one: `40mm` of `one length such as 40mm: it is square`.
  var example: String {
    guard let start = wanted.firstRange(of: "such as ")?.upperBound else { return words.first ?? "…" }
    var value = wanted[start...]
    // Lengths of which each is needed stand with commas between them; what is a choice, with `or`.
    for end in [" or ", ": ", ", or "] {
      if let range = value.firstRange(of: end) { value = value[..<range.lowerBound] }
    }
    return String(value)
  }
}
