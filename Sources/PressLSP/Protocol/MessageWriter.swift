import PressDiagnostics

/// Messages on their way to the client.
struct MessageWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  mutating func respond(to id: RequestID, _ result: JSONWriter) {
    write {
      $0.member(id)
      $0.key("result")
      $0.number(asWritten: result.text)
    }
  }

  /// - Parameter id: null where it is not known.
  mutating func respond(to id: RequestID?, _ error: RequestError) {
    write {
      if let id {
        $0.member(id)
      } else {
        $0.key("id")
        $0.null()
      }
      $0.key("error")
      $0.object {
        $0.member("code", error.code.rawValue)
        $0.member("message", error.message)
      }
    }
  }

  mutating func notify(_ method: String, _ params: JSONWriter) {
    write {
      $0.member("method", method)
      $0.key("params")
      $0.number(asWritten: params.text)
    }
  }

  mutating func drain() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func write(_ members: (inout JSONWriter) -> Void) {
    var json = JSONWriter()
    json.object {
      $0.member("jsonrpc", "2.0")
      members(&$0)
    }
    bytes += Array("Content-Length: \(json.bytes.count)\r\n\r\n".utf8) + json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ id: RequestID) {
    key("id")
    switch id {
    case .number(let text): number(asWritten: text)
    case .string(let text): string(text)
    }
  }
}
