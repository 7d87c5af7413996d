public import Foundation

/// Runs programs: the command under test, and the independent readers of what it made.
public enum Tool {
  public struct Result: Sendable {
    public var status: Int32
    public var output: Data
    public var error: String
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// - Parameters:
  ///   - command: a program by path or by name, and its arguments.
  ///   - input: for standard input; none by default.
  ///   - environment: replaces the whole environment.
  public static func run(
    _ command: String..., input: Data? = nil, environment: [String: String]? = nil, folder: String? = nil
  ) throws -> Result {
    try run(command, input: input, environment: environment, folder: folder)
  }

  public static func run(
    _ command: [String], input: Data? = nil, environment: [String: String]? = nil, folder: String? = nil
  ) throws -> Result {
    let scratch = try TemporaryFolder()
    let files = try ["output", "error"].map { name in
      try Data().write(to: URL(filePath: scratch.path(name)))
      return try FileHandle(forWritingTo: URL(filePath: scratch.path(name)))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    if let environment {
      process.arguments = ["-i"] + environment.map { "\($0.key)=\($0.value)" } + command
    }
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    // Files, not pipes: neither side can block the other, however much is written.
    if let input {
      try input.write(to: URL(filePath: scratch.path("input")))
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: scratch.path("input")))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    process.standardOutput = files[0]
    process.standardError = files[1]
    try process.run()
    process.waitUntilExit()
    for file in files { try file.close() }
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: try Data(contentsOf: URL(filePath: scratch.path("output"))),
      error: String(decoding: try Data(contentsOf: URL(filePath: scratch.path("error"))), as: UTF8.self))
  }
}

/// A folder that goes when its last user does.
public final class TemporaryFolder: Sendable {
  public let url: URL

  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "certpress-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  public func path(_ name: String) -> String { url.appending(path: name).path }

  public func write(_ data: Data, as name: String) throws -> String {
    try data.write(to: URL(filePath: path(name)))
    return path(name)
  }
}
