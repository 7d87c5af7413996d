import PressTemplate

/// A way in which a record may be hard for a layout.
enum SampleKind: Hashable {
  case usual
  case longestOfAll
  /// Of the field of that name; all others as usual.
  case longest(String)
  case rareCharacters
  case longName
  case optionalsAbsent
  case noPicture
  case shortest
  case markup
  case longestList

  /// How many single fields are tried at their longest.
  private static let mostSingles = 3

  /// Those that mean something for the schema, as they are shown.
  static func all(for schema: Schema) -> [SampleKind] {
    let given = schema.fields.filter(\.isGiven)
    let texts = given.filter(\.isFreeText)
    var kinds: [SampleKind] = [.usual, .longestOfAll]
    kinds += hardest(texts).map { .longest($0.name) }
    if texts.contains(where: { mayBeRare($0, in: schema) }) { kinds.append(.rareCharacters) }
    if texts.contains(where: { $0.subject.isName }) { kinds.append(.longName) }
    if given.contains(where: \.hasOptional) { kinds.append(.optionalsAbsent) }
    if given.contains(where: { $0.type == .image }) { kinds.append(.noPicture) }
    kinds.append(.shortest)
    if !texts.isEmpty || given.contains(where: { $0.type == .list }) { kinds.append(.markup) }
    if given.contains(where: { $0.type == .list }) { kinds.append(.longestList) }
    return kinds
  }

  /// The texts that may grow most; a person's name, which nobody may cut, before all others.
  private static func hardest(_ texts: [Schema.Field]) -> [Schema.Field] {
    let sorted = texts.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.subject.isName != other.subject.isName { return one.subject.isName }
      let (longer, shorter) = (one.longestLength, other.longestLength)
      return longer != shorter ? longer > shorter : left.offset < right.offset
    }
    guard let name = sorted.first else { return [] }
    return [name.element] + sorted.dropFirst().map(\.element).filter { !$0.subject.isName }.prefix(mostSingles - 1)
  }

  /// True for names; where a record has none, for all texts in Chinese but numbers.
  static func mayBeRare(_ field: Schema.Field, in schema: Schema) -> Bool {
    guard field.isFreeText else { return false }
    let subject = field.subject
    if subject.isName { return true }
    return field.isChinese && !subject.isCode && !schema.fields.contains { $0.isFreeText && $0.subject.isName }
  }

  /// The lower, the sooner it is shown where there is no room for all.
  var rank: Int {
    switch self {
    case .usual: 0
    case .longestOfAll: 1
    case .rareCharacters: 2
    case .longName: 3
    case .optionalsAbsent: 4
    case .noPicture: 5
    case .longestList: 6
    case .markup: 7
    case .shortest: 8
    case .longest: 9
    }
  }

  /// A designer's word for it.
  func name(in schema: Schema) -> String {
    switch self {
    case .usual: "usual"
    case .longestOfAll: "longest of every field"
    case .longest(let name): SampleKind.longestName(schema[name], in: schema)
    case .rareCharacters: "rare characters"
    case .longName: "long name with ·"
    case .optionalsAbsent: "optional fields absent"
    case .noPicture: "no picture"
    case .shortest: "shortest of every field"
    case .markup: "markup as text"
    case .longestList: "longest list"
    }
  }

  /// By the field's label, and its name too where two are labelled alike.
  static func longestName(_ field: Schema.Field?, in schema: Schema) -> String {
    guard let field else { return "longest" }
    let isShared = schema.fields.count { $0.label == field.label } > 1
    return "longest \(field.label)" + (isShared ? " (\(field.name))" : "")
  }
}

extension Schema.Field {
  /// A text that a record may fill with what it likes.
  var isFreeText: Bool { type == .text && oneOf == nil }

  /// True if it, or something in each of its entries, may be lacking.
  var hasOptional: Bool { isOptional || fields.contains(where: \.isOptional) }
}
