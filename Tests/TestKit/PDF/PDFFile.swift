import Foundation

/// A PDF as qpdf takes it apart: every object, and every stream decoded but for pictures.
public struct PDFFile: Sendable {
  public indirect enum Object: Sendable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case name(String)
    case reference(String)
    case array([Object])
    case dictionary([String: Object])
  }

  public struct Stream: Sendable {
    public var dictionary: [String: Object]
    public var bytes: [UInt8]
  }

  public private(set) var objects: [String: Object] = [:]
  public private(set) var streams: [String: Stream] = [:]
  public private(set) var trailer: [String: Object] = [:]

  public init(_ pdf: [UInt8]) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Data(pdf), as: "file.pdf")
    let run = try Tool.run("qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", path)
    guard run.status == 0, run.error.isEmpty else { throw Unreadable("qpdf: \(run.error)") }
    let json = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    guard let parts = json?["qpdf"] as? [[String: Any]], parts.count == 2 else { throw Unreadable("qpdf's JSON") }
    for (key, entry) in parts[1] {
      guard let entry = entry as? [String: Any] else { throw Unreadable("object \(key)") }
      let id = key.replacing("obj:", with: "")
      if let stream = entry["stream"] as? [String: Any] {
        guard case .dictionary(let dictionary) = try Self.object(stream["dict"] ?? [:]),
          let bytes = (stream["data"] as? String).flatMap({ Data(base64Encoded: $0) })
        else { throw Unreadable("stream \(key)") }
        streams[id] = Stream(dictionary: dictionary, bytes: Array(bytes))
      } else if id == "trailer" {
        guard case .dictionary(let dictionary) = try Self.object(entry["value"] ?? [:]) else {
          throw Unreadable("trailer")
        }
        trailer = dictionary
      } else {
        objects[id] = try Self.object(entry["value"] ?? NSNull())
      }
    }
  }

  private static func object(_ json: Any) throws -> Object {
    switch json {
    case let text as String:
      if text.hasPrefix("/") { return .name(String(text.dropFirst())) }
      if text.hasPrefix("u:") || text.hasPrefix("b:") { return .text(String(text.dropFirst(2))) }
      if text.hasSuffix(" R") { return .reference(text) }
      throw Unreadable("the value \(text)")
    case let array as [Any]: return .array(try array.map(object))
    case let dictionary as [String: Any]:
      return .dictionary(
        Dictionary(
          uniqueKeysWithValues: try dictionary.map { (String($0.key.trimmingPrefix("/")), try object($0.value)) }))
    case is NSNull: return .null
    case let number as NSNumber: return .number(number.doubleValue)
    default: throw Unreadable("a value of JSON")
    }
  }

  /// What a reference stands for.
  public func resolved(_ object: Object?) -> Object {
    guard case .reference(let id) = object else { return object ?? .null }
    return objects[id] ?? .null
  }

  public func dictionary(_ object: Object?) -> [String: Object] {
    if case .reference(let id) = object, let stream = streams[id] { return stream.dictionary }
    if case .dictionary(let dictionary) = resolved(object) { return dictionary }
    return [:]
  }

  public func array(_ object: Object?) -> [Object] {
    if case .array(let array) = resolved(object) { return array }
    return []
  }

  public func number(_ object: Object?) -> Double? {
    if case .number(let number) = resolved(object) { return number }
    return nil
  }

  public func name(_ object: Object?) -> String? {
    if case .name(let name) = resolved(object) { return name }
    return nil
  }

  public func text(_ object: Object?) -> String? {
    if case .text(let text) = resolved(object) { return text }
    return nil
  }

  public func stream(_ object: Object?) -> Stream? {
    if case .reference(let id) = object { return streams[id] }
    return nil
  }

  public var information: [String: Object] { dictionary(trailer["Info"]) }

  public var pages: [[String: Object]] {
    array(dictionary(dictionary(trailer["Root"])["Pages"])["Kids"]).map { dictionary($0) }
  }

  /// The pictures' bytes as they stand in the file.
  public var pictures: [Stream] { streams.values.filter { name($0.dictionary["Subtype"]) == "Image" } }
}
