import PressJSON

/// A message of JSON-RPC 2.0.
enum Message: Sendable {
  case request(id: RequestID, method: String, params: JSONValue?)
  case notification(method: String, params: JSONValue?)
  /// An answer to a request of ours. We ask none.
  case response
  case malformed(RequestError, id: RequestID?)

  init(_ bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(bytes) } catch {
      // The fault's words show no text of the message, which may be a document's.
      self = .malformed(RequestError(.parseError, "not JSON: \(error.message) at byte \(error.offset)"), id: nil)
      return
    }
    let id = value["id"].flatMap(RequestID.init)
    guard value["jsonrpc"]?.string == "2.0" else {
      self = .malformed(RequestError(.invalidRequest, "no message of JSON-RPC 2.0"), id: id)
      return
    }
    guard let method = value["method"]?.string else {
      self =
        value["result"] != nil || value["error"] != nil
        ? .response : .malformed(RequestError(.invalidRequest, "a message without a method"), id: id)
      return
    }
    guard value["id"] != nil else {
      self = .notification(method: method, params: value["params"])
      return
    }
    guard let id else {
      self = .malformed(RequestError(.invalidRequest, "an id is a number or a string"), id: nil)
      return
    }
    self = .request(id: id, method: method, params: value["params"])
  }
}

/// What a request is answered under.
enum RequestID: Sendable, Hashable {
  /// As written.
  case number(String)
  case string(String)

  init?(_ value: JSONValue) {
    switch value.kind {
    case .number(let text): self = .number(text)
    case .string(let text): self = .string(text)
    default: return nil
    }
  }
}

/// Why a request is not answered.
struct RequestError: Error, Sendable {
  /// Of JSON-RPC 2.0 (5.1) and LSP 3.17 (ErrorCodes).
  enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case serverNotInitialized = -32002
    case requestCancelled = -32800
    case requestFailed = -32803
  }

  var code: Code
  var message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
