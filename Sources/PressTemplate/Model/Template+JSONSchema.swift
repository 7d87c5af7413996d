extension Template {
  /// A JSON Schema (2020-12) of the records that this layout takes: for services that check them before they come, and for
  /// programs that make forms of such schemas.
  ///
  /// It refuses nothing that ``filled(by:)`` takes, but for two things: JSON Schema counts code points where the engine counts
  /// characters (a letter with a mark of its own is one), and a validator that asserts `format` may know no web address beyond
  /// ASCII. What no pattern can say is left to the engine: the digits of an amount of money, characters beyond the basic plane.
  public var jsonSchema: String {
    var wholeDates: Set<String> = []
    if case .field(let name, _) = document.date { wholeDates.insert(name) }
    return schema.jsonSchema(title: name, wholeDates: wholeDates)
  }
}
