/// Reads JSON as RFC 8259 has it: UTF-8, one value, nothing forgiven but a byte order mark at the beginning.
///
/// Names that Swift holds equal (canonically equivalent) count as duplicates, since a look-up could not tell them apart.
public enum JSONReader {
  /// How many arrays and objects may stand inside each other.
  public static let depthLimit = 128

  /// The value of `bytes`, or of a part of them; the ranges of the result count from the beginning of `bytes`.
  ///
  /// - Throws: the first fault.
  public static func read(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONError) -> JSONValue {
    let (value, errors) = collect(bytes, in: range)
    if let value { return value }
    throw errors[0]
  }

  /// The same for a person who wants all the faults at once: the value, or the faults in the order of the text.
  ///
  /// Faults within strings and duplicate keys are gathered, up to ``errorLimit``; one of structure or encoding ends the reading.
  public static func collect(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) -> (value: JSONValue?, errors: [JSONError]) {
    let range = (range ?? bytes.indices).clamped(to: bytes.indices)
    return bytes.withUnsafeBytes { buffer in
      var parser = JSONParser(buffer, in: range)
      do throws(JSONError) {
        let value = try parser.document()
        if parser.errors.isEmpty { return (value, []) }
      } catch {
        parser.errors.append(error)
      }
      return (nil, parser.errors.sorted { $0.offset < $1.offset })
    }
  }

  /// How many faults of one text are told.
  public static let errorLimit = 20
}
