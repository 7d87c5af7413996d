/// The paths of `file:` addresses (RFC 8089), whose bytes are written with percent signs (RFC 3986, 2.1).
enum DocumentURI {
  /// The path of a file on this machine; nil for another kind of address: a text that is not saved yet.
  static func path(_ uri: String) -> String? {
    guard uri.lowercased().hasPrefix("file://") else { return nil }
    var rest = uri.utf8.dropFirst("file://".utf8.count)
    // A host may stand before the path; it is this one.
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let host = String(rest[..<slash]) ?? ""
    guard host.isEmpty || host.lowercased() == "localhost" else { return nil }
    rest = rest[slash...]
    if let end = rest.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) { rest = rest[..<end] }
    var bytes: [UInt8] = []
    var index = rest.startIndex
    while index < rest.endIndex {
      let byte = rest[index]
      index = rest.index(after: index)
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let end = rest.index(index, offsetBy: 2, limitedBy: rest.endIndex),
        let digits = String(rest[index..<end]), let value = UInt8(digits, radix: 16), value != 0
      else { return nil }
      bytes.append(value)
      index = end
    }
    return String(validating: bytes, as: UTF8.self)
  }

  static func uri(_ path: String) -> String {
    var text = "file://"
    for byte in path.utf8 {
      if byte.isUnreserved {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return text
  }
}

extension UInt8 {
  /// Stands for itself in a path (RFC 3986, 2.3), or parts it.
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/".utf8.contains(self)
    }
  }
}
