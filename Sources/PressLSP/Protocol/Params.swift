import PressJSON

/// What a request says, read with errors that name what is wanted.
struct Params: Sendable {
  let value: JSONValue?

  init(_ value: JSONValue?) { self.value = value }

  func member(_ path: String...) -> JSONValue? { path.reduce(value) { $0?[$1] } }

  func uri() throws(RequestError) -> String {
    guard let uri = member("textDocument", "uri")?.string else { throw Self.lacking("textDocument.uri") }
    return uri
  }

  func position() throws(RequestError) -> Position {
    guard let position = member("position").flatMap(Position.init) else { throw Self.lacking("position") }
    return position
  }

  func range() throws(RequestError) -> (Position, Position) {
    guard let range = member("range").flatMap(Self.range) else { throw Self.lacking("range") }
    return range
  }

  func string(_ name: String) throws(RequestError) -> String {
    guard let text = member(name)?.string else { throw Self.lacking(name) }
    return text
  }

  static func range(_ value: JSONValue) -> (Position, Position)? {
    guard let start = value["start"].flatMap(Position.init), let end = value["end"].flatMap(Position.init) else {
      return nil
    }
    return (start, end)
  }

  static func lacking(_ name: String) -> RequestError { RequestError(.invalidParams, "'\(name)' is missing or wrong") }
}

extension Position {
  init?(_ value: JSONValue) {
    guard let line = value["line"]?.int, let character = value["character"]?.int, line >= 0, character >= 0 else {
      return nil
    }
    // The protocol's numbers are of 31 bits (LSP 3.17, uinteger).
    let most = Int(Int32.max)
    self.init(line: min(line, most), character: min(character, most))
  }
}
