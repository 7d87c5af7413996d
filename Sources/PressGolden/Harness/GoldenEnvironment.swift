import CertPress
import PressBytes
import PressDiagnostics

/// `golden/ENVIRONMENT`: what drew the goldens. With another library or another font a pixel may differ though nobody changed
/// anything.
struct GoldenEnvironment: Equatable {
  /// In the order of the file.
  private(set) var entries: [Entry]

  struct Entry: Equatable {
    /// `cairo`, `font CertPress Song`
    var name: String
    /// A version, or a digest's first digits.
    var version: String
  }

  private static let readers: Set<String> = ["poppler", "qpdf"]

  /// What runs here.
  init(press: Press) throws(Faults) {
    let libraries = Press.libraries.sorted { $0.key < $1.key }
    let readers = try PDFReader.versions().sorted { $0.key < $1.key }
    entries =
      (libraries + readers).map { Entry(name: $0.key, version: $0.value) }
      + press.fontFiles.map { Entry(name: "font \($0.name)", version: String($0.digest.prefix(16))) }
  }

  /// What was recorded; nil where there is no such file, or one that does not tell it.
  init?(in golden: String) throws(Faults) {
    let path = golden + "/" + GoldenFolder.environment
    guard Files.exists(path) else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(path, limit: Faults.inputLimit)
    } catch {
      throw Faults(error, reading: "environment of the goldens")
    }
    entries = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: ": ", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      entries.append(Entry(name: String(parts[0]), version: String(parts[1])))
    }
    // A file of ours names at least what draws.
    guard entries.contains(where: { $0.name == "cairo" }) else { return nil }
  }

  var text: String {
    "# What these goldens were recorded with. Written by `certpress golden record`; `check` leads with what differs.\n"
      + entries.map { "\($0.name): \($0.version)\n" }.joined()
  }

  /// Sentences: what is otherwise here than when the goldens were recorded.
  func differences(from recorded: GoldenEnvironment) -> [String] {
    var sentences: [String] = []
    for entry in recorded.entries {
      guard let own = entries.first(where: { $0.name == entry.name }) else {
        sentences.append("\(entry.name) was there when the goldens were recorded (\(entry.version)); it is not here")
        continue
      }
      if own.version != entry.version {
        sentences.append("\(entry.name) is \(own.version) here; the goldens were recorded with \(entry.version)")
      }
    }
    for entry in entries where !recorded.entries.contains(where: { $0.name == entry.name }) {
      sentences.append("\(entry.name) is here (\(entry.version)); it was not there when the goldens were recorded")
    }
    return sentences
  }

  /// Whether the same pixels are to be expected: the readers draw none.
  func drawsLike(_ recorded: GoldenEnvironment) -> Bool {
    let drawing = { (environment: GoldenEnvironment) in
      environment.entries.filter { !Self.readers.contains($0.name) }
    }
    return drawing(self) == drawing(recorded)
  }
}
