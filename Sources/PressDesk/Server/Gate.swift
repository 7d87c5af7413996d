import FlyingFox

/// Who is answered. The server listens on 127.0.0.1 alone, but each program and each web page on this machine can call it:
/// - `Host` must be this server's: a foreign name that was made to lead here (DNS rebinding) is turned away.
/// - `Origin` and `Sec-Fetch-Site`, where a browser sends them, must be this page's: no other page's script or form is heard.
/// - The token must be shown in `Authorization`, which no form and no picture of a foreign page can send.
struct Gate: Sendable {
  let port: UInt16
  let token: Token

  enum Refusal: Error {
    case foreign
    case noToken
  }

  func check(_ request: HTTPRequest, needsToken: Bool) throws(Refusal) {
    let hosts = ["127.0.0.1:\(port)", "localhost:\(port)"]
    guard let host = request.headers[.host], hosts.contains(host.lowercased()) else { throw .foreign }
    if let origin = request.headers[.origin], !hosts.map({ "http://" + $0 }).contains(origin) { throw .foreign }
    if let site = request.headers[HTTPHeader("Sec-Fetch-Site")], site != "same-origin", site != "none" {
      throw .foreign
    }
    guard needsToken else { return }
    let bearer = "Bearer "
    guard let shown = request.headers[.authorization], shown.hasPrefix(bearer),
      token.matches(String(shown.dropFirst(bearer.count)))
    else { throw .noToken }
  }
}

extension HTTPHeader {
  static let origin = HTTPHeader("Origin")
}
