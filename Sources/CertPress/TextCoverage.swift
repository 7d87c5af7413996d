/// Which face each character of a text would take, in each family that was asked for.
///
/// Each answer is for the character alone: in a text, a character that the family lacks takes the others with it, for one text has
/// one look.
public struct TextCoverage: Sendable {
  /// As layouts write them, in the library's order.
  public let families: [String]
  /// In the order in which they first appear, each once.
  public let characters: [CoveredCharacter]

  /// Every character has a face in every family.
  public var isComplete: Bool { characters.allSatisfy { $0.standing != .missing } }
}

/// One character, a letter with its marks, and who draws it.
public struct CoveredCharacter: Sendable {
  /// Not as a `String`: by canonical equivalence it would be the same as another character.
  public let scalars: [Unicode.Scalar]
  /// One for each of ``TextCoverage/families``.
  public let faces: [Face]
  /// Where it stands in records, in their order. Empty for a plain text, and for a character that every core has.
  public internal(set) var places: [Place] = []

  /// The worst among the families.
  public var standing: Standing { faces.map(\.standing).max() ?? .core }

  public struct Face: Sendable, Equatable {
    /// Of the face that draws it: `CertPress Kai Ext`; nil if there is none.
    public let name: String?
    public let standing: Standing
  }

  /// From the best to the worst.
  public enum Standing: String, CaseIterable, Comparable, Sendable {
    /// The family's own first file has it.
    case core
    /// The family's own second file has it.
    case ext
    /// Another family has it, and sets the whole text; a warning when it is rendered.
    case borrowed
    /// Only the file of rare characters has it; a warning when it is rendered.
    case rare
    /// Only the last resort has it, and its forms may differ from the mainland's; a warning when it is rendered.
    case lastResort = "last-resort"
    /// Nothing draws it; an error when it is rendered.
    case missing

    public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A field of a record, without its value.
  public struct Place: Sendable, Equatable {
    /// 1-based, in the order in which the records came.
    public let number: Int
    /// What the record is called in diagnostics: `records.ndjson:17`.
    public let record: String
    /// The field; one within lists and objects by its path: `courses[2].name`, items counted from 1.
    public let field: String

    public init(number: Int, record: String, field: String) {
      self.number = number
      self.record = record
      self.field = field
    }
  }
}
