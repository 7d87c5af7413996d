import Glibc
import PressDiagnostics

/// The sample records, as a source of a set of its own.
enum Sample {
  static let records: Source = {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return Source(name: "records.ndjson", bytes: bytes(ofFile: "/\(folder)/Data/records.ndjson"), isPersonal: true)
  }()

  static func line(_ number: Int) -> [UInt8] { Array(records.bytes[records.range(ofLine: number)]) }

  private static func bytes(ofFile path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { preconditionFailure("the samples are at \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}

/// A small generator (SplitMix64), so that a failing mutation can be had again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
