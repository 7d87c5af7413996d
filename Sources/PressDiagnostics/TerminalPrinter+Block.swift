extension TerminalPrinter {
  /// What a colour means; the raw value is its SGR parameter.
  enum Tint: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case place = "1"
    case gutter = "34"
  }

  /// The lines of one diagnostic as they grow.
  struct Block {
    let printer: TerminalPrinter
    private(set) var text = ""
    /// Spaces as wide as the line numbers.
    private var margin = " "

    init(printer: TerminalPrinter) { self.printer = printer }

    /// `path:line:col: severity: message`
    mutating func header(_ span: Span?, _ label: String, _ tint: Tint, _ message: String) {
      if let span {
        let source = printer.sources[span.source]
        let place = source.place(at: span.range.lowerBound)
        text += paint("\(VisibleText.of(source.name)):\(place.line):\(place.column):", .place) + " "
      }
      text += paint("\(label):", tint) + " \(VisibleText.of(message))\n"
    }

    /// The span's first and last line with the place underlined; the hint beside it if there is room, else below.
    mutating func excerpt(_ span: Span?, _ tint: Tint, hint: String?) {
      guard let span, printer.showsText(of: printer.sources[span.source]) else {
        margin = " "
        if let hint { footer("hint: \(hint)") }
        return
      }
      let source = printer.sources[span.source]
      let first = source.line(at: span.range.lowerBound)
      // The line of the last byte, not of the one behind it: a span may end with a line break.
      let last = source.line(at: max(span.range.lowerBound, span.range.upperBound - 1))
      margin = String(repeating: " ", count: String(last).count)
      var end = underline(source, line: first, place: span.range, head: "^", tint)
      if last > first {
        text += "\n"
        if last > first + 1 { text += paint("...", .gutter) + "\n" }
        let rest = min(source.indentEnd(ofLine: last), span.range.upperBound)..<span.range.upperBound
        end = underline(source, line: last, place: rest, head: "~", tint)
      }
      guard let hint else {
        text += "\n"
        return
      }
      let visible = VisibleText.of(hint)
      if end + 1 + DisplayWidth.of(visible) <= DisplayLine.widest {
        text += paint(" \(visible)", tint) + "\n"
      } else {
        text += "\n"
        footer("hint: \(hint)")
      }
    }

    /// `   = what else there is to say`
    mutating func footer(_ words: String) { text += paint("\(margin) =", .gutter) + " \(VisibleText.of(words))\n" }

    /// A line of source and the underline, without its line break; returns the cell where the underline ends.
    private mutating func underline(
      _ source: Source, line: Int, place: Range<Int>, head: Character, _ tint: Tint
    ) -> Int {
      let display = DisplayLine(source, line: line, place: place)
      let number = String(line)
      let padding = String(repeating: " ", count: margin.count - number.count)
      text += paint("\(padding)\(number) |", .gutter) + (display.text.isEmpty ? "\n" : " \(display.text)\n")
      let indent = String(repeating: " ", count: display.focus.lowerBound)
      let mark = String(head) + String(repeating: "~", count: display.focus.count - 1)
      text += paint("\(margin) |", .gutter) + " \(indent)" + paint(mark, tint)
      return display.focus.upperBound
    }

    private func paint(_ words: String, _ tint: Tint) -> String {
      printer.color ? "\u{1B}[\(tint.rawValue)m\(words)\u{1B}[0m" : words
    }
  }
}

extension Source {
  /// The first byte of a 1-based line that is neither space nor tab; its end if there is none.
  fileprivate func indentEnd(ofLine line: Int) -> Int {
    let content = contentRange(ofLine: line)
    return bytes[content].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? content.upperBound
  }
}
