import CertPress

// What a service needs, whole: this file is the example of README and docs, and the tests beside it run it. It imports the
// façade and nothing else.

/// Makes downloads: one engine and one layout for the life of the service, any number of requests at a time.
struct CertificateService: Sendable {
  private let layout: Layout
  private let portraits: Pictures

  /// - Throws: ``Faults`` with all errors of the layout, before the first request comes.
  init(fonts: String, layout path: String, portraits: Pictures) throws {
    layout = try Press(fonts: fonts).layout(at: path)
    self.portraits = portraits
  }

  enum Answer {
    case download([UInt8])
    /// What is wrong with the request, by field: for the authority that sent it. Ids and fields, never values.
    case refused([String: String])
  }

  /// One request. The body is the record as JSON; `number` is the request's, for the log.
  func download(_ body: [UInt8], number: Int) async throws -> Answer {
    do throws(Faults) {
      let record = try layout.record(json: body, name: "request \(number)")
      return .download(try layout.render(record, as: .pdf, pictures: portraits).bytes)
    } catch {
      guard error.kind == .input else { throw error }
      let errors = error.diagnostics.filter { $0.severity == .error }
      return .refused(Dictionary(errors.map { ($0.field ?? "", $0.id) }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
