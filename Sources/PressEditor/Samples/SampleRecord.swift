public import CertPress
public import PressTemplate

/// A record that tries a layout: of a designer's file, or invented from the layout's data.
///
/// Invented ones satisfy the schema, and are the same for the same schema. All but a missing picture can be printed, if the
/// layout has room for what its own data allows.
public struct SampleRecord: Sendable {
  public enum Origin: Sendable, Equatable {
    case invented
    /// By the file's name and its place in it.
    case given(name: String)
  }

  /// What it is for: `longest of every field`. Unique among those that are made together; never a value.
  public var name: String
  public var origin: Origin
  /// One JSON object.
  public var json: [UInt8]

  /// How many a designer looks at.
  public static let most = 10

  /// One for each way in which a record of this schema may be hard for a layout; the first is the usual one.
  public static func invented(for schema: Schema) -> [SampleRecord] {
    SampleKind.all(for: schema).map { SampleRecord($0, of: schema) }
  }

  /// At most ``most`` that are the hardest: those of a file first, then invented ones for what the file does not try.
  public static func nastiest(for schema: Schema, given: [GivenRecord]) -> [SampleRecord] {
    var choice = RecordChoice(schema: schema, given: given)
    choice.choose()
    let kinds = SampleKind.all(for: schema).filter { !choice.isTried($0) }
    let ranked = kinds.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    let wanted = Set(ranked.prefix(most - choice.samples.count).map(\.element))
    return choice.samples + kinds.filter(wanted.contains).map { SampleRecord($0, of: schema) }
  }

  private init(_ kind: SampleKind, of schema: Schema) {
    self.init(name: kind.name(in: schema), origin: .invented, json: Invention(kind: kind, schema: schema).record())
  }

  init(name: String, origin: Origin, json: [UInt8]) {
    self.name = name
    self.origin = origin
    self.json = json
  }

  /// The pictures that invented records name: a portrait in outline, and a signature.
  public static let pictures = Pictures.memory([
    SamplePicture.portrait.rawValue: PackageResources.portrait_png,
    SamplePicture.signature.rawValue: PackageResources.signature_png,
  ])
}

/// A picture that stands for one nobody has yet.
enum SamplePicture: String {
  /// 5 : 7, as on an identity card's photograph.
  case portrait = "invented-portrait.png"
  /// Transparent but for its stroke.
  case signature = "invented-signature.png"
  /// There is none of this name.
  case missing = "invented-missing.png"

  init(for field: Schema.Field) {
    self = LabelWords(field).hasAny(of: ["签名", "签字", "signature"]) ? .signature : .portrait
  }
}
