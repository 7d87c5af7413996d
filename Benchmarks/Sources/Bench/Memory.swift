import Glibc

/// What Linux says of a process' memory, in MB.
struct Memory {
  /// The largest resident set so far: anonymous pages, and pages of files, be they libraries or the mapped fonts.
  let peak: Double
  /// Resident now: what the program has for itself, which other processes cannot share …
  let anonymous: Double
  /// … and the pages of mapped files, which the system drops when it is short of memory and shares between processes.
  let files: Double

  /// Of this process.
  init() throws {
    let status = String(decoding: try bytes(of: "/proc/self/status"), as: UTF8.self)
    func value(_ name: String) -> Double {
      let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
      let kilobytes = line?.split { $0 == " " || $0 == "\t" }.dropFirst().first.flatMap { Double($0) }
      return (kilobytes ?? .nan) / 1024
    }
    (peak, anonymous, files) = (value("VmHWM"), value("RssAnon"), value("RssFile"))
  }

  var line: String { "\(peak) \(anonymous) \(files)" }

  /// Of a process of this program that renders `count` certificates and nothing else.
  init(of product: Product, count: Int) throws {
    let words = try outputOf("\(CommandLine.arguments[0]) memory \(product.rawValue) \(count)").split {
      $0 == " " || $0 == "\n"
    }
    let numbers = words.compactMap { Double($0) }
    guard numbers.count == 3 else { throw SystemError("Bench memory said nothing", code: 0) }
    (peak, anonymous, files) = (numbers[0], numbers[1], numbers[2])
  }
}

/// What a command prints.
private func outputOf(_ command: String) throws -> String {
  guard let pipe = popen(command, "r") else { throw SystemError("cannot run \(command)", code: errno) }
  defer { pclose(pipe) }
  var output: [UInt8] = []
  while case let byte = fgetc(pipe), byte != EOF { output.append(UInt8(truncatingIfNeeded: byte)) }
  return String(decoding: output, as: UTF8.self)
}
