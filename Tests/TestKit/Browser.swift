public import Foundation

/// A headless Chromium, driven by W3C WebDriver through chromedriver.
public final class Browser: Sendable {
  public struct Failure: Error, CustomStringConvertible {
    public var description: String
  }

  private let driver: DriverProcess
  private let session: String
  private let profile: TemporaryFolder

  /// - Parameters:
  ///   - width, height: of the window, in CSS pixels.
  public init(width: Int = 1440, height: Int = 900) throws {
    driver = try DriverProcess()
    profile = try TemporaryFolder()
    let options: [String: Any] = [
      "args": [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--window-size=\(width),\(height)",
        "--user-data-dir=\(profile.url.path)",
      ]
    ]
    let capabilities: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": ["browser": "ALL"],
    ]
    let body = try JSONSerialization.data(withJSONObject: ["capabilities": ["alwaysMatch": capabilities]])
    let value = try driver.call("POST", "/session", body)
    guard let answer = try JSONSerialization.jsonObject(with: value) as? [String: Any],
      let id = answer["sessionId"] as? String
    else { throw Failure(description: "no session: \(String(decoding: value, as: UTF8.self))") }
    session = "/session/" + id
  }

  public func open(_ url: URL) throws { _ = try post("/url", ["url": url.absoluteString]) }

  /// What a function body of JavaScript returns, as text; what is no text, as JSON.
  public func run(_ script: String) throws -> String {
    let value = try post("/execute/sync", ["script": script, "args": [String]()])
    let json = try JSONSerialization.jsonObject(with: value, options: .fragmentsAllowed)
    return json as? String ?? String(decoding: value, as: UTF8.self)
  }

  /// Waits until an expression is true.
  public func wait(for expression: String) throws {
    for _ in 0..<200 {
      if try run("return String(Boolean(\(expression)))") == "true" { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Failure(description: "never true: \(expression)")
  }

  /// Types on whatever has the focus.
  /// - Parameter modifiers: keys that are held meanwhile.
  public func type(_ text: String, holding modifiers: Key...) throws {
    let held = modifiers.map(\.rawValue)
    let presses =
      held.map { ["type": "keyDown", "value": $0] }
      + text.map(String.init).flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
      + held.reversed().map { ["type": "keyUp", "value": $0] }
    let keyboard: [String: Any] = ["type": "key", "id": "keyboard", "actions": presses]
    _ = try post("/actions", ["actions": [keyboard]])
  }

  public func press(_ key: Key, holding modifiers: Key...) throws {
    let held = modifiers.map(\.rawValue)
    let presses =
      held.map { ["type": "keyDown", "value": $0] }
      + [["type": "keyDown", "value": key.rawValue], ["type": "keyUp", "value": key.rawValue]]
      + held.reversed().map { ["type": "keyUp", "value": $0] }
    _ = try post("/actions", ["actions": [["type": "key", "id": "keyboard", "actions": presses]]])
  }

  /// Keys without a character, by their codes in WebDriver.
  public enum Key: String, Sendable {
    case tab = "\u{E004}"
    case enter = "\u{E007}"
    case shift = "\u{E008}"
    case control = "\u{E009}"
    case alt = "\u{E00A}"
    case escape = "\u{E00C}"
    case left = "\u{E012}"
    case up = "\u{E013}"
    case right = "\u{E014}"
    case down = "\u{E015}"
  }

  /// Presses the left button at the first place and lets go at the last; CSS pixels of the window.
  /// - Parameter key: held all the while.
  public func drag(_ places: [(x: Double, y: Double)], holding key: Key? = nil) throws {
    let moves = places.map { place -> [String: Any] in
      ["type": "pointerMove", "duration": 20, "x": Int(place.x.rounded()), "y": Int(place.y.rounded())]
    }
    guard let first = moves.first else { return }
    var pointer: [[String: Any]] = [first, ["type": "pointerDown", "button": 0]]
    pointer += moves.dropFirst()
    pointer.append(["type": "pointerUp", "button": 0])
    var sources: [[String: Any]] = [
      ["type": "pointer", "id": "mouse", "parameters": ["pointerType": "mouse"], "actions": pointer]
    ]
    if let key {
      let pauses = Array(repeating: ["type": "pause"] as [String: Any], count: pointer.count - 2)
      let down: [String: Any] = ["type": "keyDown", "value": key.rawValue]
      let up: [String: Any] = ["type": "keyUp", "value": key.rawValue]
      sources.append(["type": "key", "id": "keyboard", "actions": [down] + pauses + [["type": "pause"], up]])
    }
    _ = try post("/actions", ["actions": sources])
  }

  public func click(_ x: Double, _ y: Double) throws { try drag([(x, y)]) }

  /// A PNG of the window.
  public func screenshot() throws -> Data {
    let value = try driver.call("GET", session + "/screenshot", nil)
    guard let text = try JSONSerialization.jsonObject(with: value, options: .fragmentsAllowed) as? String,
      let data = Data(base64Encoded: text)
    else { throw Failure(description: "no screenshot") }
    return data
  }

  /// The page as the browser prints it, on paper of the page's own size.
  public func printed() throws -> Data {
    let value = try post(
      "/goog/cdp/execute", ["cmd": "Page.printToPDF", "params": ["preferCSSPageSize": true, "printBackground": true]])
    guard let answer = try JSONSerialization.jsonObject(with: value) as? [String: Any],
      let text = answer["data"] as? String, let data = Data(base64Encoded: text)
    else { throw Failure(description: "no print") }
    return data
  }

  /// What the page wrote to its console since the last call.
  public func console() throws -> [String] {
    let value = try post("/se/log", ["type": "browser"])
    let entries = try JSONSerialization.jsonObject(with: value) as? [[String: Any]] ?? []
    return entries.map { "\($0["level"] ?? "") \($0["message"] ?? "")" }
  }

  public func close() throws { _ = try driver.call("DELETE", session, nil) }

  private func post(_ path: String, _ body: [String: Any]) throws -> Data {
    try driver.call("POST", session + path, JSONSerialization.data(withJSONObject: body))
  }
}

/// chromedriver, on a port that it chose; it ends with its owner.
private final class DriverProcess: Sendable {
  private let port: Int
  private let pid: Int32

  init() throws {
    let folder = try TemporaryFolder()
    let log = folder.path("log")
    try Data().write(to: URL(filePath: log))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["chromedriver", "--port=0"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: log))
    process.standardError = process.standardOutput
    try process.run()
    pid = process.processIdentifier
    for _ in 0..<200 {
      let text = try String(contentsOfFile: log, encoding: .utf8)
      if let match = text.firstMatch(of: /started successfully on port (\d+)/), let found = Int(match.1) {
        port = found
        return
      }
      Thread.sleep(forTimeInterval: 0.05)
    }
    kill(pid, SIGKILL)
    throw Browser.Failure(description: "chromedriver does not start")
  }

  deinit { kill(pid, SIGTERM) }

  /// The `value` of the answer, as JSON.
  func call(_ method: String, _ path: String, _ body: Data?) throws -> Data {
    // By curl: URLSession of Foundation 6.3 on Linux fails on the headers of chromedriver's answers.
    let run = try Tool.run(
      ["curl", "-sS", "--max-time", "60", "-X", method, "-H", "Content-Type: application/json"]
        + (body == nil ? [] : ["--data-binary", "@-"]) + ["http://127.0.0.1:\(port)\(path)"], input: body)
    guard run.status == 0, let answer = try JSONSerialization.jsonObject(with: run.output) as? [String: Any],
      let value = answer["value"], (value as? [String: Any])?["error"] == nil
    else { throw Browser.Failure(description: "\(path): \(run.error) \(run.text.prefix(500))") }
    return try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
  }
}
