import PressBytes
import PressScene

/// What stands for a file's content in its trailer's /ID (ISO 32000-1, 14.4): the same content, the same identity.
struct PDFIdentity {
  private var content: [UInt8] = []

  mutating func add(_ bytes: [UInt8]) { content += bytes }

  mutating func add(_ info: DocumentInfo) { content += info.dictionary.bytes }

  /// 16 bytes.
  var bytes: [UInt8] { SHA256.digest(of: content).map { Array($0.prefix(16)) } ?? Array(repeating: 0, count: 16) }
}
