import Foundation
import TestKit

/// `certpress lsp` over pipes, as an editor runs it.
final class ServedProgram {
  typealias Object = Wire.Object

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let error = Pipe()
  private var pending = Data()
  private var count = 0
  private(set) var requests = 0
  /// Diagnostics by document, in the order they came.
  private var diagnostics: [(uri: String, version: Int?, messages: [String])] = []

  init() throws {
    process.executableURL = URL(filePath: Repository.command)
    process.arguments = ["lsp", "--fonts", Repository.fonts]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = error
    try process.run()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  func send(_ bytes: Data) throws { try input.fileHandleForWriting.write(contentsOf: bytes) }

  func notify(_ method: String, _ params: Object) throws {
    try send(Wire.frame(["jsonrpc": "2.0", "method": method, "params": params]))
  }

  /// Waits for the answer.
  func request(_ method: String, _ params: Object? = nil) throws -> Object {
    count += 1
    requests += 1
    var message: Object = ["jsonrpc": "2.0", "id": count, "method": method]
    message["params"] = params
    try send(Wire.frame(message))
    while true {
      if let answer = try receive().first(where: { $0["id"] as? Int == count }) { return answer }
    }
  }

  /// Waits for the diagnostics of a version of a document.
  func published(_ uri: String, version: Int) throws -> [String] {
    while true {
      if let found = diagnostics.last(where: { $0.uri == uri && $0.version == version }) { return found.messages }
      _ = try receive()
    }
  }

  struct Gone: Error {}

  private func receive() throws -> [Object] {
    let bytes = output.fileHandleForReading.availableData
    guard !bytes.isEmpty else { throw Gone() }
    pending += bytes
    let messages = try Wire.messages(&pending)
    for message in messages where message["method"] as? String == "textDocument/publishDiagnostics" {
      let list = message.at("params", "diagnostics") as? [Object] ?? []
      diagnostics.append(
        (
          message.at("params", "uri") as? String ?? "", message.at("params", "version") as? Int,
          list.compactMap { $0["message"] as? String }
        ))
    }
    return messages
  }

  /// Closes its input, and waits for its end.
  func end() throws -> (status: Int32, error: String) {
    try input.fileHandleForWriting.close()
    let words = try error.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: words, as: UTF8.self))
  }
}
