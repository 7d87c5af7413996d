import FlyingFox
// The one place in the house where Foundation is named: the HTTP library takes and gives bodies as its Data.
import FoundationEssentials

extension HTTPResponse {
  init(_ status: HTTPStatusCode, _ headers: [HTTPHeader: String], _ body: [UInt8]) {
    self.init(
      statusCode: status, headers: HTTPHeaders(headers),
      // In one piece: its own pieces are of 4 KB.
      body: HTTPBodySequence(data: Data(body), suggestedBufferSize: max(body.count, 1)))
  }
}

extension HTTPRequest {
  /// The body; nil where it is longer than `limit` bytes.
  func body(limit: Int) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    for try await piece in bodySequence {
      bytes += piece
      if bytes.count > limit { return nil }
    }
    return bytes
  }
}
