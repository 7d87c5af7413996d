import PressBytes
import PressJSON
import PressScene

/// `manifest.json`, read and checked.
struct Manifest {
  let families: [FontFamily]
  let files: [FontFile]

  static let format = 1

  init(directory: String) throws(FontLibraryError) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(directory + "/manifest.json")
    } catch {
      throw FontLibraryError(directory: directory, faults: [.noManifest(code: error.code)])
    }
    let document: JSONValue
    do {
      document = try JSONReader.read(bytes)
    } catch {
      let fault = FontLibraryError.ManifestFault.notJSON(reason: error.message)
      throw FontLibraryError(
        directory: directory, faults: [.badManifest(line: Self.line(at: error.offset, in: bytes), fault)])
    }
    var reader = ManifestReader(bytes: bytes)
    // A font is opened when it is first needed; by then the process may have changed its folder.
    let files = reader.files(of: document, directory: Files.canonical(directory) ?? directory)
    families = reader.families(of: document, files: files)
    self.files = files
    guard reader.faults.isEmpty else { throw FontLibraryError(directory: directory, faults: reader.faults) }
  }

  /// The 1-based line of a byte.
  static func line(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
  }
}

/// Takes the values out of a manifest and collects what is wrong with them.
private struct ManifestReader {
  let bytes: [UInt8]
  var faults: [FontLibraryError.Fault] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func files(of document: JSONValue, directory: String) -> [FontFile] {
    let format = integer("format", of: document)
    if format != Manifest.format, document["format"]?.int != nil { report(.unknownFormat(format), at: document) }
    var ids: Set<String> = []
    return list("files", of: document).map { entry in
      let id = text("id", of: entry)
      if !ids.insert(id).inserted { report(.duplicate(key: "id", value: id), at: entry) }
      let unitsPerEm = integer("unitsPerEm", of: entry, in: 16...16384)
      return FontFile(
        id: id,
        face: FaceID(name: text("family", of: entry), digest: digest(of: entry)),
        path: directory + "/" + path("file", of: entry),
        tier: choice("tier", of: entry) ?? .core,
        forms: choice("forms", of: entry) ?? .mainland,
        size: integer("bytes", of: entry, in: 1...Int.max),
        unitsPerEm: unitsPerEm,
        glyphCount: integer("glyphs", of: entry, in: 1...65535),
        ascent: Double(integer("ascent", of: entry)) / Double(unitsPerEm),
        descent: Double(integer("descent", of: entry)) / Double(unitsPerEm),
        licence: text("licence", of: entry),
        licenceFile: path("licenceFile", of: entry),
        characters: LazyCharacters(
          drawn: text("coverage", of: entry, mayBeEmpty: true), complex: text("complex", of: entry, mayBeEmpty: true)))
    }
  }

  mutating func families(of document: JSONValue, files: [FontFile]) -> [FontFamily] {
    var names: Set<String> = []
    let families = list("families", of: document).map { entry in
      let name = text("name", of: entry)
      if !names.insert(name).inserted { report(.duplicate(key: "name", value: name), at: entry) }
      var chain: [[Int]] = []
      for stack in list("chain", of: entry) {
        guard let ids = stack.array, !ids.isEmpty else {
          report(.wrongValue(key: "chain", expected: "a list of lists of file ids"), at: stack)
          continue
        }
        chain.append(
          ids.compactMap { id in
            if let index = files.firstIndex(where: { $0.id == id.string }) { return index }
            report(.unknownFile(id: id.string ?? "?", family: name), at: id)
            return nil
          })
      }
      if chain.isEmpty { report(.wrongValue(key: "chain", expected: "a list of lists of file ids"), at: entry) }
      return FontFamily(name: name, role: text("role", of: entry), chain: chain)
    }
    if families.isEmpty { report(.noFamilies, at: document) }
    return families
  }

  private mutating func list(_ key: String, of value: JSONValue) -> [JSONValue] {
    if let list = value[key]?.array { return list }
    report(.wrongValue(key: key, expected: "a list"), at: value)
    return []
  }

  private mutating func text(_ key: String, of value: JSONValue, mayBeEmpty: Bool = false) -> String {
    if let text = value[key]?.string, mayBeEmpty || !text.isEmpty { return text }
    report(.wrongValue(key: key, expected: "a text"), at: value)
    return ""
  }

  /// A path inside of the library: nothing that leads out of its directory.
  private mutating func path(_ key: String, of value: JSONValue) -> String {
    let path = text(key, of: value)
    if path.hasPrefix("/") || path.split(separator: "/").contains("..") || path.utf8.contains(0) {
      report(.wrongValue(key: key, expected: "a path inside of the fonts' directory"), at: value)
    }
    return path
  }

  private mutating func digest(of value: JSONValue) -> String {
    let digest = text("sha256", of: value)
    if digest.utf8.count != 64 || !digest.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    {
      report(.wrongValue(key: "sha256", expected: "64 lower-case hex digits"), at: value)
    }
    return digest
  }

  private mutating func integer(_ key: String, of value: JSONValue, in range: ClosedRange<Int> = -32768...32767) -> Int
  {
    if let integer = value[key]?.int, range.contains(integer) { return integer }
    report(.wrongValue(key: key, expected: "an integer from \(range.lowerBound) to \(range.upperBound)"), at: value)
    return range.lowerBound
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of value: JSONValue
  ) -> Choice? {
    if let choice = value[key]?.string.flatMap(Choice.init(rawValue:)) { return choice }
    let names = Choice.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    report(.wrongValue(key: key, expected: "one of \(names)"), at: value)
    return nil
  }

  private mutating func report(_ fault: FontLibraryError.ManifestFault, at value: JSONValue) {
    faults.append(.badManifest(line: Manifest.line(at: value.range.lowerBound, in: bytes), fault))
  }
}
