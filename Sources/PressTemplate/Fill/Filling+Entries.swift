import PressDiagnostics
import PressRecord

// Optional fields of a list's entries that are printed without a `when`.

extension Filling {
  /// Tells which entries lack what the layout prints of each.
  mutating func checkEntries() {
    for list in source.schema.fields where list.fields.contains(where: \.isOptional) {
      guard case .list(let entries)? = values[list.name] else { continue }
      let repeats = repeats(of: list.name, in: source.elements)
      if repeats.isEmpty { continue }
      var faults = 0
      for (index, entry) in entries.enumerated() {
        for field in list.fields where field.isOptional && entry[field.name] == nil {
          let places = repeats.flatMap { self.places(of: field.name, in: $0, list, entry) }
          if places.isEmpty { continue }
          faults += 1
          if faults > Filling.mostFaults { break }
          diagnostics.append(
            .absentInEntry(
              field, of: "\(list.name)[\(index + 1)]", at: spans["\(list.name)[\(index + 1)]"] ?? spans[list.name],
              places: places.sorted { ($0.source.index, $0.range.lowerBound) < ($1.source.index, $1.range.lowerBound) },
              record: record.name))
        }
      }
    }
  }

  /// What is there once for each entry of a list, wherever with this record.
  private func repeats(of list: String, in elements: [Element]) -> [[Element]] {
    elements.flatMap { element -> [[Element]] in
      switch element.kind {
      case .when(let field, _) where source.schema[field] != nil && values[field] == nil: return []
      case .repeat(list, let children): return [children] + repeats(of: list, in: children)
      case .repeat(let other, _) where values[other] == nil: return []
      default: return repeats(of: list, in: element.children)
      }
    }
  }

  /// Where a field is printed of that entry.
  private func places(
    of name: String, in elements: [Element], _ list: Schema.Field, _ entry: [String: FilledTemplate.Value]
  ) -> [Span] {
    elements.flatMap { element -> [Span] in
      switch element.kind {
      case .when(let field, _):
        let isOwn = list.fields.contains { $0.name == field }
        if (isOwn ? entry[field] : values[field]) == nil { return [] }
      case .repeat(let other, _):
        // There the name means something else.
        if source.schema[other]?.fields.contains(where: { $0.name == name }) ?? false { return [] }
      default: break
      }
      let own = element.texts.flatMap(\.pieces).compactMap { piece -> Span? in
        if case .field(name, let span) = piece { span } else { nil }
      }
      return own + element.children.flatMap { places(of: name, in: [$0], list, entry) }
    }
  }
}
