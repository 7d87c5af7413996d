/// A font of a PDF, as far as reading text needs it.
public struct PDFFont: Sendable {
  /// The PostScript name without the subset's tag: `CertPressSong-Regular`.
  public let name: String
  public let isSubset: Bool
  /// Bytes of a character code: 1 for a simple font, 2 for `Identity-H`.
  public let codeLength: Int
  private let characters: [Int: String]
  private let widths: [Int: Double]
  private let defaultWidth: Double

  public init(_ object: PDFFile.Object?, in file: PDFFile) throws {
    let font = file.dictionary(object)
    let fullName = file.name(font["BaseFont"]) ?? ""
    isSubset = fullName.prefix(7).last == "+"
    name = isSubset ? String(fullName.dropFirst(7)) : fullName
    guard let map = file.stream(font["ToUnicode"]) else { throw Unreadable("\(name) without ToUnicode") }
    characters = try Self.map(String(decoding: map.bytes, as: UTF8.self))
    switch file.name(font["Subtype"]) {
    case "Type0":
      guard file.name(font["Encoding"]) == "Identity-H" else { throw Unreadable("the encoding of \(name)") }
      codeLength = 2
      let descendant = file.dictionary(file.array(font["DescendantFonts"]).first)
      widths = try Self.widths(of: file.array(descendant["W"]), in: file)
      defaultWidth = file.number(descendant["DW"]) ?? 1000
    case "TrueType":
      codeLength = 1
      let first = Int(file.number(font["FirstChar"]) ?? 0)
      let values = file.array(font["Widths"]).compactMap { file.number($0) }
      widths = Dictionary(uniqueKeysWithValues: values.enumerated().map { (first + $0.offset, $0.element) })
      defaultWidth = 0
    default: throw Unreadable("the kind of font \(name)")
    }
  }

  public func text(of code: Int) throws -> String {
    guard let text = characters[code] else { throw Unreadable("code \(code) of \(name) has no text") }
    return text
  }

  /// In em.
  public func width(of code: Int) -> Double { (widths[code] ?? defaultWidth) / 1000 }

  /// The codes that have a text.
  public var codes: Set<Int> { Set(characters.keys) }

  /// `W`: `first [w w w]` or `first last w`.
  private static func widths(of array: [PDFFile.Object], in file: PDFFile) throws -> [Int: Double] {
    var widths: [Int: Double] = [:]
    var rest = array[...]
    while let first = rest.popFirst().flatMap({ file.number($0) }).map({ Int($0) }), let next = rest.popFirst() {
      if case .array(let list) = file.resolved(next) {
        for (offset, width) in list.enumerated() { widths[first + offset] = file.number(width) }
      } else if let last = file.number(next), let width = rest.popFirst().flatMap({ file.number($0) }) {
        for code in first...Int(last) { widths[code] = width }
      } else {
        throw Unreadable("widths")
      }
    }
    return widths
  }

  /// A ToUnicode CMap: `bfchar` lines, and `bfrange` lines with one string or a list of them.
  private static func map(_ cmap: String) throws -> [Int: String] {
    var map: [Int: String] = [:]
    var mode = ""
    for line in cmap.split(whereSeparator: \.isNewline) {
      if let word = line.split(separator: " ").last, word.hasPrefix("begin") || word.hasPrefix("end") {
        mode = String(word)
      } else if mode == "beginbfchar" || mode == "beginbfrange" {
        let strings = line.split(whereSeparator: { "<> []".contains($0) }).map(String.init)
        if line.contains("[") {
          guard strings.count > 2, let first = Int(strings[0], radix: 16), let last = Int(strings[1], radix: 16),
            strings.count == 3 + last - first
          else { throw Unreadable("the line '\(line)' of a ToUnicode") }
          for (offset, target) in strings.dropFirst(2).enumerated() {
            map[first + offset] = try text(utf16: target, plus: 0)
          }
          continue
        }
        guard strings.count == (mode == "beginbfchar" ? 2 : 3), let first = Int(strings[0], radix: 16),
          let last = Int(strings[strings.count - 2], radix: 16), let target = strings.last
        else { throw Unreadable("the line '\(line)' of a ToUnicode") }
        for code in first...last { map[code] = try text(utf16: target, plus: code - first) }
      }
    }
    return map
  }

  private static func text(utf16 hexadecimal: String, plus offset: Int) throws -> String {
    let digits = Array(hexadecimal)
    var units = try stride(from: 0, to: digits.count, by: 4).map { index in
      guard let unit = UInt16(String(digits[index..<min(index + 4, digits.count)]), radix: 16) else {
        throw Unreadable("the text <\(hexadecimal)> of a ToUnicode")
      }
      return unit
    }
    if let last = units.indices.last { units[last] += UInt16(offset) }
    return String(decoding: units, as: UTF16.self)
  }
}
