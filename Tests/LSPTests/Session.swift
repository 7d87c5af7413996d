import Foundation
import PressLSP

/// A client in the process of the server.
struct Session {
  typealias Object = Wire.Object

  private(set) var server = LanguageServer(families: { ["CertPress Song"] })
  private var pending = Data()
  private var count = 0
  /// Diagnostics by document, as published last; and how often any were.
  private(set) var diagnostics: [String: [Object]] = [:]
  private(set) var publications = 0

  init(encodings: [String]? = nil, starts: Bool = true) throws {
    guard starts else { return }
    var capabilities: Object = [
      "textDocument": [
        "completion": ["completionItem": ["snippetSupport": true]], "hover": ["contentFormat": ["markdown"]],
        "documentSymbol": ["hierarchicalDocumentSymbolSupport": true],
        "publishDiagnostics": ["relatedInformation": true],
      ]
    ]
    if let encodings { capabilities["general"] = ["positionEncodings": encodings] }
    _ = try request("initialize", ["capabilities": capabilities])
    try notify("initialized")
  }

  /// Hands bytes over, lets the server do all its work, and gives its answers.
  mutating func exchange(_ bytes: Data, publishes: Bool = true) throws -> [Object] {
    server.take(Array(bytes))
    while server.answerNext() {}
    if publishes { server.publish() }
    pending += server.drain()
    var answers: [Object] = []
    for message in try Wire.messages(&pending) {
      if message["method"] as? String == "textDocument/publishDiagnostics" {
        publications += 1
        diagnostics[message.at("params", "uri") as? String ?? ""] = message.at("params", "diagnostics") as? [Object]
      } else {
        answers.append(message)
      }
    }
    return answers
  }

  mutating func request(_ method: String, _ params: Object? = nil) throws -> Object {
    count += 1
    var message: Object = ["jsonrpc": "2.0", "id": count, "method": method]
    message["params"] = params
    return try exchange(Wire.frame(message)).first { $0["id"] as? Int == count } ?? [:]
  }

  mutating func notify(_ method: String, _ params: Object? = nil, publishes: Bool = true) throws {
    var message: Object = ["jsonrpc": "2.0", "method": method]
    message["params"] = params
    _ = try exchange(Wire.frame(message), publishes: publishes)
  }

  mutating func open(_ uri: String, _ text: String) throws {
    try notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": uri, "languageId": "certpress", "version": 1, "text": text] as Object])
  }

  mutating func change(_ uri: String, version: Int = 2, _ changes: [Object], publishes: Bool = true) throws {
    try notify(
      "textDocument/didChange",
      ["textDocument": ["uri": uri, "version": version] as Object, "contentChanges": changes],
      publishes: publishes)
  }

  /// A request about a place.
  mutating func ask(
    _ method: String, _ uri: String, _ line: Int, _ character: Int, _ more: Object = [:]
  ) throws -> Object {
    var params: Object = ["textDocument": ["uri": uri], "position": Wire.position(line, character)]
    params.merge(more) { _, new in new }
    return try request("textDocument/" + method, params)
  }

  mutating func labels(_ uri: String, _ line: Int, _ character: Int) throws -> [String] {
    let answer = try ask("completion", uri, line, character)
    return (answer.at("result", "items") as? [Object] ?? []).compactMap { $0["label"] as? String }
  }

  /// The same before anything is published.
  mutating func exchangeCompletion(_ uri: String, _ line: Int, _ character: Int) throws -> [String] {
    let params: Object = ["textDocument": ["uri": uri], "position": Wire.position(line, character)]
    let message: Object = ["jsonrpc": "2.0", "id": 0, "method": "textDocument/completion", "params": params]
    let answer = try exchange(Wire.frame(message), publishes: false).first ?? [:]
    return (answer.at("result", "items") as? [Object] ?? []).compactMap { $0["label"] as? String }
  }

  func messages(_ uri: String) -> [String] { (diagnostics[uri] ?? []).compactMap { $0["message"] as? String } }
}
