import PressDiagnostics

/// What a layout declares, and what it uses.
struct Names {
  enum Kind: String, CaseIterable {
    case font, style, field
  }

  struct Use {
    var span: Span
    /// A bare word where a text in quotes could stand as well.
    var isBare = false
  }

  /// A font's or a field's declaration: known, or broken in a way that has been told.
  enum Lookup<Value: Sendable>: Sendable {
    case known(Value)
    case broken
    case unknown
  }

  private(set) var fonts: [String: String?] = [:]
  private(set) var fields: [String: Schema.Field?] = [:]
  private(set) var declarations: [Kind: [String: Span]] = [:]
  private(set) var uses: [Kind: [String: [Use]]] = [:]
  private var seen: Set<Span> = []
  private var log: [(kind: Kind, name: String)] = []
  /// Declarations that lack their name; one of them may be what an unknown name was meant to be.
  private(set) var nameless: [Kind: Int] = [:]
  private var duplicates: [(kind: Kind, name: String, span: Span, first: Span)] = []
  /// A file of declarations could not be read.
  var isIncomplete = false
  /// Words in what was not understood, where a declaration or a use may have been meant.
  private(set) var mentioned: Set<String> = []
  /// The alias declared first.
  private(set) var firstFont: String?
  /// The lists of the `repeat`s around what is being read; one that is not known, or broken, may have any fields.
  private var lists: [(name: String, isWhole: Bool)] = []

  mutating func declareFont(_ alias: String, family: String?, at span: Span) {
    if firstFont == nil { firstFont = alias }
    fonts[alias] = .some(family)
    declarations[.font, default: [:]][alias] = span
  }

  mutating func declareStyle(_ name: String, at span: Span) {
    declarations[.style, default: [:]][name] = span
  }

  mutating func declareField(_ name: String, _ field: Schema.Field?, at span: Span) {
    fields[name] = .some(field)
    declarations[.field, default: [:]][name] = span
  }

  /// What has come to be known of a declared field.
  mutating func redeclareField(_ name: String, _ field: Schema.Field) { fields[name] = .some(field) }

  mutating func declareNameless(_ kind: Kind) { nameless[kind, default: 0] += 1 }

  /// One that is taken: another name may have been meant.
  mutating func declareDuplicate(_ kind: Kind, _ name: String, at span: Span, first: Span) {
    declareNameless(kind)
    duplicates.append((kind, name, span, first))
  }

  mutating func mention(_ word: String) { mentioned.insert(word) }

  func declaration(_ kind: Kind, _ name: String) -> Span? { declarations[kind]?[name] }

  func isUsed(_ kind: Kind, _ name: String) -> Bool { uses[kind]?[name] != nil }

  /// The family behind an alias; nil if there is none, which will be told once for all its uses.
  mutating func useFont(_ alias: String, at span: Span) -> String? {
    use(.font, alias, Use(span: span))
    return fonts[alias] ?? nil
  }

  mutating func useStyle(_ name: String, at span: Span) { use(.style, name, Use(span: span)) }

  /// What follows is read for each entry of a list.
  mutating func enter(_ list: String?, isWhole: Bool) { lists.append((list ?? "", isWhole)) }
  mutating func leave() { lists.removeLast() }
  var isInRepeat: Bool { !lists.isEmpty }

  /// A field of that name: one of the list's that is repeated, or else of the record's.
  @discardableResult
  mutating func useField(_ name: String, at span: Span, isBare: Bool = false) -> Lookup<Schema.Field> {
    var entry = lists.lazy.map { $0.name + "/" + name }.first { fields[$0] != nil }
    if entry == nil, fields[name] == nil, lists.contains(where: { !$0.isWhole }) {
      // In a `repeat` whose list is not known, or not whole, which has been told, it may be of any.
      entry = fields.keys.filter { $0.hasSuffix("/" + name) }.min()
      if entry == nil { return .broken }
    }
    let name = entry ?? name
    use(.field, name, Use(span: span, isBare: isBare))
    guard let entry = fields[name] else { return .unknown }
    guard let field = entry else { return .broken }
    return .known(field)
  }

  private mutating func use(_ kind: Kind, _ name: String, _ use: Use) {
    guard seen.insert(use.span).inserted else { return }
    uses[kind, default: [:]][name, default: []].append(use)
    log.append((kind, name))
  }

  /// How many uses there have been.
  var useCount: Int { log.count }

  /// Takes back the latest uses: they were read in a way that proved wrong.
  mutating func forgetUses(after count: Int) {
    while log.count > count, let (kind, name) = log.popLast() {
      guard let use = uses[kind]?[name]?.popLast() else { continue }
      seen.remove(use.span)
      if uses[kind]?[name]?.isEmpty == true { uses[kind]?[name] = nil }
    }
  }
}

extension Names {
  /// Names that are used and not declared, each once with all its uses, in the order of their first use.
  func unknown(_ kind: Kind) -> [(name: String, uses: [Use])] {
    let unknown = undeclared(kind)
    return unknown.count <= nameless[kind] ?? 0 ? [] : unknown
  }

  private func undeclared(_ kind: Kind) -> [(name: String, uses: [Use])] {
    let declared = declarations[kind] ?? [:]
    return (uses[kind] ?? [:])
      .filter { declared[$0.key] == nil && !mentioned.contains($0.key) }
      .map { (name: $0.key, uses: $0.value.sorted { $0.span.range.lowerBound < $1.span.range.lowerBound }) }
      .sorted { $0.uses[0].span.range.lowerBound < $1.uses[0].span.range.lowerBound }
  }

  /// The diagnostics for names that are declared twice.
  func duplicateNames() -> [Diagnostic] {
    duplicates.map { duplicate in
      let undeclared = undeclared(duplicate.kind)
      let isOne = undeclared.count == 1 && nameless[duplicate.kind] == 1
      return .duplicateName(
        duplicate.kind, duplicate.name, at: duplicate.span, first: duplicate.first,
        missing: isOne ? undeclared.first?.name : nil)
    }
  }

  /// Names that are declared and not used, in the order of their declarations.
  func unused(_ kind: Kind) -> [(name: String, span: Span)] {
    (declarations[kind] ?? [:])
      .filter { !isUsed(kind, $0.key) && !mentioned.contains($0.key) }
      .map { (name: $0.key, span: $0.value) }
      .sorted { $0.span.range.lowerBound < $1.span.range.lowerBound }
  }

  /// The diagnostics for names that nothing declares.
  func unknownNames(_ suggestions: inout SuggestionBudget) -> [Diagnostic] {
    Kind.allCases.flatMap { unknownNames($0, &suggestions) }
  }

  private func unknownNames(_ kind: Kind, _ suggestions: inout SuggestionBudget) -> [Diagnostic] {
    let known = declarations[kind] ?? [:]
    let sorted = known.keys.sorted()
    let lastNames = sorted.map(\.lastName)
    let fullNames = Dictionary(zip(lastNames, sorted)) { first, _ in first }
    // Fields of lists' entries, by the parts of their paths behind a slash.
    let entries = Dictionary(sorted.flatMap { name in name.partsBehindSlashes.map { ($0, name) } }) { first, _ in first
    }
    let declared = known.sorted { $0.value.range.lowerBound < $1.value.range.lowerBound }.map(\.key)
    return unknown(kind).compactMap { unknown in
      if let entry = entries[unknown.name], let place = known[entry] {
        return .entryOutsideRepeat(unknown.name, list: String(entry.prefix { $0 != "/" }), uses: unknown.uses, place)
      }
      let suggestion = suggestions.likely(to: unknown.name, among: lastNames)
      if isIncomplete, suggestion == nil { return nil }
      return .unknownName(
        kind, unknown.name, uses: unknown.uses,
        suggestion: suggestion.flatMap { name in
          guard let full = known[name] == nil ? fullNames[name] : name else { return nil }
          return known[full].map { (name: name, declaration: $0, isUsed: isUsed(kind, full)) }
        },
        declared: declared)
    }
  }
}

extension String {
  /// Of `a/b/c`: `b/c` and `c`.
  fileprivate var partsBehindSlashes: [String] {
    indices.filter { self[$0] == "/" }.map { String(self[index(after: $0)...]) }
  }
}
