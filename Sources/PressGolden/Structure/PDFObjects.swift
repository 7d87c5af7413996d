import CertPress
import PressDiagnostics
import PressBytes
import PressJSON

/// The objects of a PDF as qpdf lists them (its JSON, version 2): numbers and names as they are, `"12 0 R"` for a reference, `"u:…"`
/// for a text, streams decoded.
struct PDFObjects {
  /// In the order of their numbers.
  let all: [JSONValue]
  let trailer: JSONValue
  /// Names of attached files.
  let attachments: [String]
  private let byReference: [String: JSONValue]

  init(of pdf: [UInt8]) throws(Faults) {
    let text = try PDFReader.objects(of: pdf)
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONReader.read(text)
    } catch {
      throw Self.unreadable(error.message)
    }
    guard let objects = json["qpdf"]?.array?.last?.members else { throw Self.unreadable("no objects") }
    var byReference: [String: JSONValue] = [:]
    var numbered: [(Int, JSONValue)] = []
    for member in objects where member.key.hasPrefix("obj:") {
      let reference = String(member.key.dropFirst(4))
      guard let value = member.value["value"] ?? member.value["stream"] else { continue }
      byReference[reference] = value
      numbered.append((Int(reference.prefix { $0 != " " }) ?? 0, value))
    }
    self.byReference = byReference
    all = numbered.sorted { $0.0 < $1.0 }.map(\.1)
    guard let trailer = objects.first(where: { $0.key == "trailer" })?.value["value"] else {
      throw Self.unreadable("no trailer")
    }
    self.trailer = trailer
    attachments = json["attachments"]?.members?.map(\.key).sorted() ?? []
  }

  private static func unreadable(_ reason: String) -> Faults {
    Faults(.input, [Diagnostic(.error, "golden.unreadable-pdf", "the objects of the PDF cannot be listed: \(reason)")])
  }

  /// What a value refers to, or the value itself; a stream's dictionary for a stream.
  func resolved(_ value: JSONValue?) -> JSONValue? {
    guard let value else { return nil }
    let target = value.string.flatMap { byReference[$0] } ?? value
    return target["dict"] ?? target
  }

  /// An entry of a dictionary, its reference followed.
  func entry(_ key: String, of dictionary: JSONValue?) -> JSONValue? { resolved(resolved(dictionary)?[key]) }

  /// The decoded bytes of the stream that a value refers to.
  func data(_ value: JSONValue?) -> [UInt8]? {
    guard let value else { return nil }
    let stream = value.string.flatMap { byReference[$0] } ?? value
    return stream["data"]?.string.map(Base64.decode)
  }

  var catalog: JSONValue? { resolved(trailer["/Root"]) }

  /// Pages in order.
  var pages: [JSONValue] { leaves(entry("/Pages", of: catalog)) }

  private func leaves(_ node: JSONValue?, depth: Int = 0) -> [JSONValue] {
    guard let node = resolved(node), depth < 64 else { return [] }
    guard let kids = entry("/Kids", of: node)?.array else { return [node] }
    return kids.flatMap { leaves($0, depth: depth + 1) }
  }
}
