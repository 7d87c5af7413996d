import FlyingFox
import FlyingSocks
import Glibc
import PressBytes
import Synchronization

/// The desk's page and its interface, over HTTP on 127.0.0.1.
final class DeskServer: Sendable {
  let desk: Desk
  private let token: Token
  private let gate = Mutex<Gate?>(nil)

  init(desk: Desk, token: Token) {
    self.desk = desk
    self.token = token
  }

  /// Answers until the process ends.
  /// - Parameters:
  ///   - port: 0 for one that is free.
  ///   - opened: gets the address to open, token and all, once it answers.
  /// - Throws: ``FileError`` where the port cannot be had, or the files cannot be followed.
  func run(port: UInt16, opened: (String) -> Void) async throws {
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    try Self.checkThatNobodyHas(port, address)
    // A page waits up to 25 seconds for something new.
    let server = HTTPServer(address: address, timeout: 60, logger: .disabled, handler: Router(server: self))
    let running = Task { try await server.run() }
    do {
      try await server.waitUntilListening()
    } catch {
      try await rethrow(running, port)
    }
    try await desk.follow()
    guard case .ip4(_, let port)? = await server.listeningAddress else {
      throw FileError(path: "127.0.0.1", code: EADDRNOTAVAIL)
    }
    gate.withLock { $0 = Gate(port: port, token: token) }
    opened("http://127.0.0.1:\(port)/#\(token.text)")
    try await rethrow(running, port)
  }

  private func rethrow(_ running: Task<Void, any Error>, _ port: UInt16) async throws {
    do {
      try await running.value
    } catch SocketError.failed(_, let code, _) {
      throw FileError(path: "127.0.0.1:\(port)", code: code)
    }
  }

  /// The library tells of a port that is taken after five seconds.
  private static func checkThatNobodyHas(_ port: UInt16, _ address: sockaddr_in) throws {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    // As the library does: what a desk that has just ended leaves behind is in nobody's way.
    var yes: Int32 = 1
    setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = address
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw FileError(path: "127.0.0.1:\(port)", code: errno) }
  }

  private struct Router: HTTPHandler {
    let server: DeskServer

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse { await server.answer(request).response }
  }

  private func answer(_ request: HTTPRequest) async -> Answer {
    guard let gate = gate.withLock({ $0 }) else { return .failure(.serviceUnavailable, "the desk is not open yet") }
    let isInterface = request.path.hasPrefix("/api/")
    do throws(Gate.Refusal) {
      try gate.check(request, needsToken: isInterface)
    } catch {
      switch error {
      case .foreign: return .failure(.forbidden, "this desk answers its own page only")
      case .noToken: return .failure(.unauthorized, "open the address that the terminal shows")
      }
    }
    guard isInterface else { return request.method == .GET ? PageFile.answer(request.path) : .wrongMethod }
    return await answer(String(request.path.dropFirst("/api/".count)), request)
  }

  private func answer(_ name: String, _ request: HTTPRequest) async -> Answer {
    switch (name, request.method) {
    case ("state", .GET): return await desk.stateAnswer(after: request.number("after"))
    case ("strip", .GET): return await desk.stripAnswer(after: request.number("after"))
    case ("scan", .POST): return await scan(request)
    case (_, .POST):
      guard let post = DeskPost(rawValue: name) else { return .notFound }
      return await answer(post, request)
    default: return .notFound
    }
  }

  /// A record of a list with thousands of entries is far below this.
  private static let postLimit = 4 << 20
  private static let scanLimit = 64 << 20

  private func answer(_ post: DeskPost, _ request: HTTPRequest) async -> Answer {
    guard request.hasType("application/json") else { return .failure(.unsupportedMediaType, "JSON is wanted") }
    guard let body = try? await request.body(limit: Self.postLimit) else {
      return .failure(.payloadTooLarge, "that is more than \(Self.postLimit >> 20) MB")
    }
    return await desk.answer(post, body: body)
  }

  private func scan(_ request: HTTPRequest) async -> Answer {
    guard request.hasType("application/octet-stream") || request.hasType("application/pdf") else {
      return .failure(.unsupportedMediaType, "a PDF is wanted")
    }
    guard let body = try? await request.body(limit: Self.scanLimit) else {
      return .failure(.payloadTooLarge, "a scan has at most \(Self.scanLimit >> 20) MB")
    }
    return await Scan.answer(pdf: body, page: request.number("page") ?? 1)
  }
}

extension HTTPRequest {
  func number(_ name: String) -> Int? { query.first { $0.name == name }.flatMap { Int($0.value) } }

  /// A page of somebody else can send a form's types without being asked for leave, and none of these.
  func hasType(_ type: String) -> Bool {
    headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } == type
  }
}
