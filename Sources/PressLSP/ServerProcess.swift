import Glibc
public import PressBytes

/// A language server on two file descriptors, for as long as the client wants it.
public struct ServerProcess {
  private var server: LanguageServer
  private let input: Int32
  private let output: Int32

  public init(_ server: LanguageServer, input: Int32 = 0, output: Int32 = 1) {
    self.server = server
    self.input = input
    self.output = output
  }

  /// Answers until the client ends it or is gone.
  /// - Returns: 0 after `shutdown` and `exit`, else 1.
  /// - Throws: ``FileError`` where an answer cannot be written.
  public mutating func run() throws(FileError) -> Int32 {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(input, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        // A client that ends without a word has ended; what it asked before is answered, for a session that comes from a file.
        while server.answerNext() { try flush() }
        server.publish()
        try flush()
        return server.exitCode ?? 1
      }
      server.take(Array(buffer[..<count]))
      // What has come in meanwhile may follow up on this, or take it back: it is read first.
      if isMoreWaiting { continue }
      while server.answerNext() {
        try flush()
        if isMoreWaiting { break }
      }
      if !isMoreWaiting { server.publish() }
      try flush()
      if let code = server.exitCode { return code }
    }
  }

  private mutating func flush() throws(FileError) {
    let bytes = server.drain()
    if !bytes.isEmpty { try Files.write(bytes, descriptor: output, path: "standard output") }
  }

  private var isMoreWaiting: Bool {
    var state = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, 0) > 0 && state.revents & Int16(POLLIN) != 0
  }
}
