/// In what the client counts a line's characters (LSP 3.17, PositionEncodingKind).
enum PositionEncoding: String, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// UTF-8, which files are in, where the client can; else UTF-16, which each client must.
  init(offered: [String]) { self = offered.contains(Self.utf8.rawValue) ? .utf8 : .utf16 }

  /// The units of a character whose first byte in UTF-8 that is; 0 for a byte that begins none.
  func units(of lead: UInt8) -> Int {
    switch (self, lead) {
    case (_, 0..<0x80): 1
    case (.utf8, _): 1
    case (.utf16, 0xC0..<0xF0): 1
    case (.utf16, 0xF0...): 2
    case (.utf16, _): 0
    }
  }
}

/// A place as the protocol says it: both from 0.
struct Position: Sendable, Equatable {
  var line: Int
  var character: Int
}
