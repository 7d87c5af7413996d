import Foundation
import TestKit

/// `certpress preview` as a process of its own, with a layout in a folder of its own.
final class OpenDesk: Sendable {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  struct Reply {
    var status: Int
    var body: Data

    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:] }
    var outcome: String? { json["outcome"] as? String }
    var message: String? { json["message"] as? String }
  }

  let folder: TemporaryFolder
  let layout: String
  /// As printed, with the token behind the `#`.
  let address: URL
  let pid: Int32
  var port: Int { address.port ?? 0 }
  var token: String { address.fragment() ?? "" }

  /// - Parameters:
  ///   - text: of `sheet.layout`.
  ///   - files: others beside it, by name.
  ///   - arguments: behind the layout's name.
  init(_ text: String, files: [String: Data] = [:], arguments: [String] = []) throws {
    folder = try TemporaryFolder()
    layout = try folder.write(Data(text.utf8), as: "sheet.layout")
    for (name, data) in files { _ = try folder.write(data, as: name) }
    let log = try folder.write(Data(), as: "desk.log")
    let process = Process()
    process.executableURL = URL(filePath: Repository.command)
    process.arguments = ["preview", layout, "--no-open"] + arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    let output = try FileHandle(forWritingTo: URL(filePath: log))
    process.standardOutput = output
    process.standardError = output
    try process.run()
    pid = process.processIdentifier
    for _ in 0..<600 {
      let said = try String(contentsOfFile: log, encoding: .utf8)
      if let match = said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\/#[0-9a-f]{32}/),
        let url = URL(string: String(match.0))
      {
        address = url
        return
      }
      guard process.isRunning else { throw Failure(description: "the desk ended: \(said)") }
      Thread.sleep(forTimeInterval: 0.05)
    }
    kill(pid, SIGKILL)
    throw Failure(description: "the desk does not open")
  }

  deinit { kill(pid, SIGTERM) }

  var text: String {
    get throws { try String(contentsOfFile: layout, encoding: .utf8) }
  }

  /// As an editor does it that writes in place.
  func save(_ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: layout))
  }

  /// As an editor does it that gives a new file the old one's name.
  func replace(_ text: String) throws {
    let new = try folder.write(Data(text.utf8), as: "sheet.layout~new")
    guard rename(new, layout) == 0 else { throw Failure(description: "rename") }
  }

  // MARK: Its interface

  /// - Parameter headers: added to, or in place of, those that the page sends.
  func call(
    _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:], isAuthorized: Bool = true
  ) throws -> Reply {
    var all = ["Content-Type": "application/json"]
    if isAuthorized { all["Authorization"] = "Bearer " + token }
    all.merge(headers) { $1 }
    let run = try Tool.run(
      ["curl", "-sS", "--path-as-is", "--max-time", "40", "-X", method, "-w", "\n%{http_code}"]
        + all.flatMap { ["-H", "\($0.key): \($0.value)"] } + (body == nil ? [] : ["--data-binary", "@-"])
        + ["http://127.0.0.1:\(port)\(path)"], input: body.map { Data($0.utf8) })
    guard run.status == 0, let line = run.output.lastIndex(of: UInt8(ascii: "\n")),
      let status = Int(String(decoding: run.output[run.output.index(after: line)...], as: UTF8.self))
    else { throw Failure(description: "\(path): \(run.error)") }
    return Reply(status: status, body: run.output[..<line])
  }

  func post(_ name: String, _ body: [String: Any]) throws -> Reply {
    let json = try JSONSerialization.data(withJSONObject: body)
    return try call("POST", "/api/\(name)", String(decoding: json, as: UTF8.self))
  }

  func state() throws -> State { State(try call("GET", "/api/state").json) }

  /// The first state newer than a version for which something holds.
  func state(after version: Int, where holds: (State) -> Bool = { _ in true }) throws -> State {
    var version = version
    for _ in 0..<20 {
      let state = State(try call("GET", "/api/state?after=\(version)").json)
      if state.isWhole, holds(state) { return state }
      version = state.version
    }
    throw Failure(description: "no such state comes")
  }

  struct State {
    let json: [String: Any]
    init(_ json: [String: Any]) { self.json = json }

    var version: Int { json["version"] as? Int ?? 0 }
    /// Not only the word that nothing is new.
    var isWhole: Bool { json["files"] != nil }
    var isStale: Bool { json["stale"] as? Bool ?? true }
    var text: String { ((json["files"] as? [[String: Any]])?.first?["text"]) as? String ?? "" }
    var diagnostics: [[String: Any]] { json["diagnostics"] as? [[String: Any]] ?? [] }
    var pages: [[String: Any]] { json["pages"] as? [[String: Any]] ?? [] }
    var undo: String? { (json["history"] as? [String: Any])?["undo"] as? String }
    var redo: String? { (json["history"] as? [String: Any])?["redo"] as? String }

    func item(_ id: String) -> [String: Any]? {
      (pages.first?["info"] as? [[String: Any]])?.first { $0["id"] as? String == id }
    }

    func box(_ id: String) -> [Double] {
      (item(id)?["box"] as? [Any] ?? []).compactMap { ($0 as? NSNumber)?.doubleValue }
    }
  }
}

extension OpenDesk {
  /// A sheet with what a desk has to do with.
  static let sheet = """
    // 一张小纸
    certificate "Small" {
      page 120mm x 80mm
      font song "CertPress Song"
      data {
        name text "姓名" { max: 20 }
        note text "备注" { optional; max: 60 }
      }
      style wide { font: song 16pt; width: 60mm; align: center }
      rectangle { id: box; at: 10mm 10mm; size: 30mm x 20mm; stroke: 0.5pt #b08d3e }  // stays
      text "{name}" { id: name; style: wide; at: 50mm 12mm }
      text "below" { id: under; font: song 12pt; at: with name below name + 4mm }
      column {
        id: list; at: 10mm 45mm; width: 80mm; pitch: 8mm
        row { text "甲" { font: song 12pt } }
      }
      when note { text "{note}" { id: note; font: song 12pt; at: 10mm 65mm; width: 90mm; fit: shrink(8pt) } }
    }

    """
}
