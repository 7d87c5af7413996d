import CExpat
import PressScene

/// Runs expat over a file and hands what it meets to an `ArtBuilder`. The handle lives as long as this, on one task.
final class SVGParser {
  private let handle: XML_Parser
  private var builder = ArtBuilder()
  /// The first thing wrong; expat is stopped, but may still call for the element it is at.
  private var fault: SVGFault?

  /// Stands between namespace and name: no URI of a file can hold it, as expat refuses those that do.
  private static let separator: UInt8 = 0x0A
  static let namespace = "http://www.w3.org/2000/svg"

  static func read(_ bytes: [UInt8]) throws(MediaError) -> VectorArt {
    try SVGParser().read(bytes)
  }

  private init() throws(MediaError) {
    guard let handle = XML_ParserCreateNS(nil, XML_Char(Self.separator)) else { throw .outOfMemory }
    self.handle = handle
  }

  deinit { XML_ParserFree(handle) }

  private func read(_ bytes: [UInt8]) throws(MediaError) -> VectorArt {
    setHandlers()
    let status = bytes.withUnsafeBytes { bytes in
      XML_Parse(handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), 1)
    }
    if let fault { throw .svg(fault) }
    guard status == XML_STATUS_OK else {
      let code = XML_GetErrorCode(handle)
      if code == XML_ERROR_NO_MEMORY { throw .outOfMemory }
      let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "error \(code.rawValue)"
      throw .svg(SVGFault(.malformed(reason: reason), at: place))
    }
    do throws(SVGFault) { return try builder.finish() } catch { throw .svg(error) }
  }

  private func setHandlers() {
    XML_SetUserData(handle, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      handle, { SVGParser.of($0)?.start($1, attributes: $2) }, { data, _ in SVGParser.of(data)?.end() })
    XML_SetCharacterDataHandler(handle) { SVGParser.of($0)?.text($1, count: $2) }
    XML_SetStartDoctypeDeclHandler(handle) { SVGParser.of($0)?.documentType(publicID: $3, declares: $4 != 0) }
    XML_SetSkippedEntityHandler(handle) { data, name, _ in
      guard let parser = SVGParser.of(data) else { return }
      parser.stop(.entity(name.map { String(cString: $0) } ?? ""))
    }
    XML_SetProcessingInstructionHandler(handle) { data, target, _ in
      guard let target, String(cString: target) == "xml-stylesheet" else { return }
      SVGParser.of(data)?.stop(.styleSheet)
    }
  }

  /// The parser that `read` keeps alive while expat runs; nil once something is wrong.
  private static func of(_ data: UnsafeMutableRawPointer?) -> SVGParser? {
    guard let data else { return nil }
    let parser = Unmanaged<SVGParser>.fromOpaque(data).takeUnretainedValue()
    return parser.fault == nil ? parser : nil
  }

  /// Of the event that expat is at.
  private var place: SVGFault.Place {
    SVGFault.Place(line: Int(XML_GetCurrentLineNumber(handle)), column: Int(XML_GetCurrentColumnNumber(handle)) + 1)
  }

  private func stop(_ problem: SVGFault.Problem) { stop(SVGFault(problem, at: place)) }

  private func stop(_ fault: SVGFault) {
    self.fault = fault
    XML_StopParser(handle, 0)
  }

  private func start(
    _ name: UnsafePointer<XML_Char>?, attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
  ) {
    guard let name, let attributes else { return }
    var element = SVGElement(qualifiedName: String(cString: name), separator: Self.separator, place: place)
    var index = 0
    while let key = attributes[index], let value = attributes[index + 1] {
      element.add(String(cString: key), value: String(cString: value), separator: Self.separator)
      index += 2
    }
    do throws(SVGFault) { try builder.start(element) } catch { stop(error) }
  }

  private func end() {
    do throws(SVGFault) { try builder.end() } catch { stop(error) }
  }

  private func text(_ text: UnsafePointer<XML_Char>?, count: Int32) {
    guard builder.isInStyleSheet, let text else { return }
    let isBlank = UnsafeBufferPointer(start: text, count: Int(count)).allSatisfy { 0...0x20 ~= $0 }
    if !isBlank { stop(.styleSheet) }
  }

  /// The W3C's own document types are passed over: drawing programs write them out of habit, and expat fetches nothing.
  /// Any other is refused before its first declaration is read, so that no entity is ever expanded.
  private func documentType(publicID: UnsafePointer<XML_Char>?, declares: Bool) {
    let isOfW3C = publicID.map { String(cString: $0).hasPrefix("-//W3C//DTD SVG ") } ?? false
    if declares || !isOfW3C { stop(.documentType) }
  }
}
