import FlyingFox
import PressDiagnostics

/// What the server says.
struct Answer: Sendable {
  var status: HTTPStatusCode
  var type: String
  var body: [UInt8]

  static func json(_ status: HTTPStatusCode = .ok, _ members: (inout JSONWriter) -> Void) -> Answer {
    var json = JSONWriter()
    json.object { members(&$0) }
    return Answer(status: status, type: "application/json", body: json.bytes)
  }

  static func failure(_ status: HTTPStatusCode, _ message: String) -> Answer {
    .json(status) { $0.member("message", message) }
  }

  static let notFound = failure(.notFound, "there is nothing of that name")
  static let wrongMethod = failure(.methodNotAllowed, "that is not to be had in this way")
  static func failed(_ message: String) -> Answer { failure(.internalServerError, message) }
  static let conflict = json(.conflict) {
    $0.member("outcome", "conflict")
    $0.member("message", "another program has written the file since; nothing was changed, and the sheet shows it now")
  }
  static func malformed(_ what: String) -> Answer { failure(.badRequest, what) }

  /// Nothing but the page's own files is loaded or run, no page may frame it, and nothing is kept.
  private static let headers: [HTTPHeader: String] = [
    HTTPHeader("Content-Security-Policy"):
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data: blob:; "
      + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    HTTPHeader("X-Content-Type-Options"): "nosniff",
    HTTPHeader("Referrer-Policy"): "no-referrer",
    HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
    .cacheControl: "no-store",
  ]

  var response: HTTPResponse {
    HTTPResponse(status, Self.headers.merging([.contentType: type]) { $1 }, body)
  }
}
