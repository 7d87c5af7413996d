import CertPress
import PressBytes
import PressJSON
import PressScene

/// What a PDF is made of, as an independent reader finds it: one line a thing, `subject: attributes`.
struct PDFStructure: Equatable {
  /// In the order of the file.
  var lines: [Line]

  struct Line: Equatable {
    /// `font CertPressSong-Regular`, `page 1 MediaBox`
    var subject: String
    var attributes: [String]

    var text: String { subject + ": " + attributes.joined(separator: ", ") }
  }

  var text: String { lines.map { $0.text + "\n" }.joined() }

  /// - Parameter text: as ``text`` gives it.
  init(text: String) {
    lines = text.split(separator: "\n").map { line in
      let parts = line.split(separator: ": ", maxSplits: 1, omittingEmptySubsequences: false)
      let attributes = parts.count > 1 ? parts[1].split(separator: ", ").map(String.init) : []
      return Line(subject: String(parts[0]), attributes: attributes)
    }
  }

  init(of pdf: [UInt8]) throws(Faults) {
    let objects = try PDFObjects(of: pdf)
    lines = []
    add("pages", [String(objects.pages.count)])
    for (index, page) in objects.pages.enumerated() {
      for box in ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"] {
        guard let edges = objects.entry("/" + box, of: page)?.array else { continue }
        add("page \(index + 1) \(box)", [edges.map { $0.numberText ?? "?" }.joined(separator: " ")])
      }
      if let turn = objects.entry("/Rotate", of: page)?.numberText { add("page \(index + 1) Rotate", [turn]) }
    }
    addMetadata(objects)
    addFonts(objects)
    addImages(objects)
    // Not compared: it tells whether the file has to be looked at again.
    if let digest = SHA256.hex(of: pdf) { add(Self.digestSubject, [digest]) }
  }

  static let digestSubject = "sha256"

  /// Of the whole file.
  var digest: String? { lines.last { $0.subject == Self.digestSubject }?.attributes.first }

  private mutating func add(_ subject: String, _ attributes: [String]) {
    lines.append(Line(subject: subject, attributes: attributes))
  }

  private mutating func addMetadata(_ objects: PDFObjects) {
    let info = objects.resolved(objects.trailer["/Info"])
    for (name, key) in [
      ("title", "/Title"), ("author", "/Author"), ("created", "/CreationDate"), ("modified", "/ModDate"),
    ] {
      if let value = objects.entry(key, of: info)?.string { add(name, [Self.plain(value)]) }
    }
    // Versions stand in golden/ENVIRONMENT.
    if let producer = objects.entry("/Producer", of: info)?.string {
      add("producer", [String(Self.plain(producer).prefix { $0 != "(" }).trimmed])
    }
    let catalog = objects.catalog
    if let language = objects.entry("/Lang", of: catalog)?.string { add("language", [Self.plain(language)]) }
    if case .bool(true)? = objects.entry("/Marked", of: objects.entry("/MarkInfo", of: catalog))?.kind {
      add("tagged", ["yes"])
    }
    var roles: [String: Int] = [:]
    // Elements need no /Type; no other dictionary has both a role and a parent.
    for object in objects.all where object["/P"] != nil {
      if let role = object["/S"]?.string { roles[String(role.dropFirst()), default: 0] += 1 }
    }
    if !roles.isEmpty { add("roles", roles.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }) }
    if let xmp = objects.data(catalog?["/Metadata"]) {
      let text = String(decoding: xmp, as: UTF8.self)
      let part = text.firstMatch(of: /pdfaid:part(?:>|=["'])(\d)/).map { "PDF/A-\($0.1)" }
      add("metadata", ["XMP"] + (part.map { [$0] } ?? []))
    }
    for intent in objects.entry("/OutputIntents", of: catalog)?.array ?? [] {
      add(
        "output intent", [objects.entry("/OutputConditionIdentifier", of: intent)?.string.map(Self.plain) ?? "unnamed"])
    }
    if objects.trailer["/ID"] != nil { add("identifier", ["yes"]) }
    for name in objects.attachments { add("attachment \(name)", ["yes"]) }
  }

  /// Subsets of one font count as one: where a writer cuts it is its own affair.
  private mutating func addFonts(_ objects: PDFObjects) {
    struct Font {
      var isEmbedded = true
      var isSubset = true
      var hasToUnicode = true
      var characters: Set<String> = []
    }
    var fonts: [String: Font] = [:]
    for object in objects.all where object["/Type"]?.string == "/Font" {
      guard let name = object["/BaseFont"]?.string, let kind = object["/Subtype"]?.string, !kind.hasPrefix("/CIDFont")
      else {
        continue
      }
      let plain = name.dropFirst()
      let isSubset = plain.dropFirst(6).first == "+"
      let descendant = objects.entry("/DescendantFonts", of: object)?.array?.first
      let descriptor = objects.entry("/FontDescriptor", of: descendant ?? object)
      var font = fonts[String(isSubset ? plain.dropFirst(7) : plain)] ?? Font()
      font.isEmbedded =
        font.isEmbedded && ["/FontFile", "/FontFile2", "/FontFile3"].contains { descriptor?[$0] != nil }
      font.isSubset = font.isSubset && isSubset
      let map = objects.data(object["/ToUnicode"]).map(ToUnicodeMap.init)
      font.hasToUnicode = font.hasToUnicode && map != nil
      font.characters.formUnion(map?.characters ?? [])
      fonts[String(isSubset ? plain.dropFirst(7) : plain)] = font
    }
    for (name, font) in fonts.sorted(by: { $0.key < $1.key }) {
      let characters = font.characters.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      add(
        "font \(name)",
        [
          font.isEmbedded ? "embedded" : "not embedded", font.isSubset ? "subset" : "not a subset",
          font.hasToUnicode ? "ToUnicode" : "no ToUnicode",
          "reads " + characters.map { Self.visible($0) }.joined(separator: " "),
        ])
    }
  }

  private mutating func addImages(_ objects: PDFObjects) {
    var count = 0
    for object in objects.all {
      guard let dictionary = object["dict"], dictionary["/Subtype"]?.string == "/Image" else { continue }
      count += 1
      let side = { (key: String) in objects.entry(key, of: dictionary)?.numberText ?? "?" }
      let filter = objects.entry("/Filter", of: dictionary)?.string ?? "/none"
      let digest = objects.data(object).flatMap(SHA256.hex) ?? "unreadable"
      add(
        "image \(count)",
        [
          "\(side("/Width")) × \(side("/Height"))", String(filter.dropFirst()),
          dictionary["/SMask"] == nil ? "opaque" : "with transparency", "bytes \(digest.prefix(16))",
        ])
    }
  }

  /// A text string of qpdf's JSON; commas would part it.
  private static func plain(_ text: String) -> String {
    (text.hasPrefix("u:") ? String(text.dropFirst(2)) : text).replacing(", ", with: "，").replacing("\n", with: " ")
  }

  private static func visible(_ character: String) -> String {
    let isPlain = character.unicodeScalars.allSatisfy { scalar in
      scalar != " " && scalar != ","
        && ![.control, .format, .unassigned, .privateUse, .surrogate, .spaceSeparator].contains(
          scalar.properties.generalCategory)
    }
    if isPlain, !character.isEmpty { return character }
    return character.unicodeScalars.map { scalar in
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    }.joined(separator: "+")
  }
}

extension JSONValue {
  /// A number as written.
  var numberText: String? {
    guard case .number(let text) = kind else { return nil }
    return text
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
