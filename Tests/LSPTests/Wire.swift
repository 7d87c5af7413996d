import Foundation

/// Messages as the protocol sends them.
enum Wire {
  typealias Object = [String: Any]

  static func frame(_ message: Object) throws -> Data {
    let body = try JSONSerialization.data(withJSONObject: message)
    return Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  /// Takes the whole messages off the front of what has come in.
  static func messages(_ data: inout Data) throws -> [Object] {
    var list: [Object] = []
    while let header = data.firstRange(of: Data("\r\n\r\n".utf8)) {
      let text = String(decoding: data[data.startIndex..<header.lowerBound], as: UTF8.self)
      guard let match = text.firstMatch(of: /Content-Length: (\d+)/), let length = Int(match.1) else { break }
      let end = header.upperBound + length
      guard end <= data.endIndex else { break }
      let body = try JSONSerialization.jsonObject(with: data[header.upperBound..<end])
      list.append(body as? Object ?? [:])
      data = Data(data[end...])
    }
    return list
  }

  static func position(_ line: Int, _ character: Int) -> Object { ["line": line, "character": character] }

  static func range(_ start: (Int, Int), _ end: (Int, Int)) -> Object {
    ["start": position(start.0, start.1), "end": position(end.0, end.1)]
  }
}

extension [String: Any] {
  /// A value by a path of keys and indices.
  func at(_ path: Any...) -> Any? {
    var value: Any? = self
    for step in path {
      if let key = step as? String { value = (value as? [String: Any])?[key] }
      if let index = step as? Int {
        let array = value as? [Any] ?? []
        value = index < array.count ? array[index] : nil
      }
    }
    return value is NSNull ? nil : value
  }
}
