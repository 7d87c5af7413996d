import CertPress
import PressDiagnostics
import PressJSON

/// The language server of layouts (Language Server Protocol 3.17): bytes of messages in, bytes of messages out. It reads the
/// layouts' folders and writes nothing; no text of a document is logged.
///
///     server.take(bytes)                  // whatever has come in
///     while server.answerNext() {}        // what can be answered
///     server.publish()                    // diagnostics, once nothing else waits
///     write(server.drain())
public struct LanguageServer: Sendable {
  enum Stage: Sendable { case new, running, shutDown }

  var stage = Stage.new
  var client = ClientAbilities()
  var documents: Documents
  var writer = MessageWriter()
  /// What was published last of each document, so that nothing is said twice.
  var published: [String: [UInt8]] = [:]
  /// Something has changed since the last publishing.
  var isStale = false
  private var reader = MessageReader()
  private var waiting: [Message] = []
  private var cancelled: Set<RequestID> = []
  /// Set once the work is over: 0 after `shutdown` and `exit`, else 1.
  public internal(set) var exitCode: Int32?

  /// - Parameter families: the names of the fonts' families, for completion.
  public init(families: @escaping @Sendable () -> [String] = { [] }) { documents = Documents(families: families) }

  /// Takes bytes of the client's; what they ask is answered by ``answerNext()``.
  public mutating func take(_ bytes: [UInt8]) {
    reader.take(bytes)
    do throws(MessageReader.Failure) {
      while let message = try reader.next() { queue(Message(message)) }
    } catch {
      let words =
        error == .noLength ? "a header without Content-Length" : "a message longer than \(MessageReader.limit >> 20) MB"
      writer.respond(to: nil, RequestError(.parseError, words))
      exitCode = 1
    }
  }

  private mutating func queue(_ message: Message) {
    // It overtakes what it takes back.
    if case .notification("$/cancelRequest", let params) = message {
      guard let id = params?["id"].flatMap(RequestID.init) else { return }
      let isWaiting = waiting.contains { if case .request(id, _, _) = $0 { true } else { false } }
      if isWaiting { cancelled.insert(id) }
      return
    }
    waiting.append(message)
  }

  /// Answers the message that has waited longest; false if there is none.
  public mutating func answerNext() -> Bool {
    guard exitCode == nil, !waiting.isEmpty else { return false }
    switch waiting.removeFirst() {
    case .request(let id, let method, let params): answer(id, method, params)
    case .notification(let method, let params): notice(method, params)
    case .malformed(let error, let id): writer.respond(to: id, error)
    case .response: break
    }
    return true
  }

  /// What is to be sent.
  public mutating func drain() -> [UInt8] { writer.drain() }

  private mutating func answer(_ id: RequestID, _ method: String, _ params: JSONValue?) {
    if cancelled.remove(id) != nil {
      writer.respond(to: id, RequestError(.requestCancelled, "cancelled"))
      return
    }
    do throws(RequestError) {
      writer.respond(to: id, try result(of: method, Params(params)))
    } catch {
      writer.respond(to: id, error)
    }
  }

  private mutating func result(of method: String, _ params: Params) throws(RequestError) -> JSONWriter {
    switch (stage, method) {
    case (.new, "initialize"): return initialize(params)
    case (.new, _): throw RequestError(.serverNotInitialized, "'initialize' comes first")
    case (.running, "initialize"): throw RequestError(.invalidRequest, "'initialize' comes once")
    case (.running, "shutdown"):
      stage = .shutDown
      return .null
    case (.running, _): return try answer(method, params)
    case (.shutDown, _): throw RequestError(.invalidRequest, "the server has been shut down")
    }
  }

  private mutating func notice(_ method: String, _ params: JSONValue?) {
    if method == "exit" {
      exitCode = stage == .shutDown ? 0 : 1
      return
    }
    // Notifications before `initialize` are dropped (LSP 3.17, initialize); a wrong one has nobody to be told.
    guard stage == .running else { return }
    try? changed(method, Params(params))
  }
}

extension JSONWriter {
  static var null: JSONWriter {
    var json = JSONWriter()
    json.null()
    return json
  }
}
