public import PressDiagnostics
public import PressScene
public import PressTemplate

/// What befalls a record's texts on a sheet, in a few words beside its picture; no value of the record is in it.
public struct SampleReport: Sendable {
  public enum Status: String, Sendable { case good, warning, error }

  public var status: Status
  /// The first error; then `姓名 shrinks to 12.4 pt`, `批准单位 wraps into 2 lines`; then, without an error, the first warning.
  public var flags: [String]

  /// What stands beside a small picture, at most.
  private static let mostFlags = 6
  /// Characters of a message.
  private static let longestMessage = 90

  public init(scene: Scene, diagnostics: [Diagnostic], schema: Schema) {
    var fits: [(label: String, fit: TextFit)] = []
    for page in scene.pages { Self.collect(page.items, schema, &fits) }
    // Of what is said again and again, such as a list's column, the worst.
    var told: [String] = []
    var worst: [String: TextFit] = [:]
    for (label, fit) in fits {
      guard let other = worst[label] else {
        told.append(label)
        worst[label] = fit
        continue
      }
      if (fit.usedSize.value, -fit.lines) < (other.usedSize.value, -other.lines) { worst[label] = fit }
    }
    flags = told.prefix(Self.mostFlags).compactMap { label in worst[label].map { $0.flag(label) } }
    if told.count > Self.mostFlags { flags.append("\(told.count - Self.mostFlags) more shrink or wrap") }
    let error = diagnostics.first { $0.severity == .error }
    if let error { flags.insert(Self.shortened(error.message), at: 0) }
    if error == nil, let warning = diagnostics.first { flags.append(Self.shortened(warning.message)) }
    status = error != nil ? .error : flags.isEmpty ? .good : .warning
  }

  private static func collect(_ items: [Item], _ schema: Schema, _ fits: inout [(label: String, fit: TextFit)]) {
    for item in items {
      switch item.content {
      case .text(_, let fit) where fit.isFitted: fits.append((item.label(in: schema), fit))
      case .group(let group): collect(group.children, schema, &fits)
      default: break
      }
    }
  }

  private static func shortened(_ message: String) -> String {
    message.count <= longestMessage ? message : message.prefix(longestMessage - 1) + "…"
  }
}

extension TextFit {
  /// True where a step of the policy held that changed something.
  fileprivate var isFitted: Bool { step != nil && (usedSize < askedSize || isWrapped) }

  /// Lines that the text itself asks for are no wrapping.
  private var isWrapped: Bool { lines > 1 && step?.hasPrefix("wrap") == true }

  fileprivate func flag(_ label: String) -> String {
    let size = "\(decimal(usedSize.value, digits: 1)) pt"
    if isWrapped { return "\(label) wraps into \(lines) lines" + (usedSize < askedSize ? " at \(size)" : "") }
    return "\(label) shrinks to \(size)"
  }
}

extension Item {
  /// Of the field that it prints, as far as its id or its fields tell; else its id.
  fileprivate func label(in schema: Schema) -> String {
    let parts = id.split(separator: "/")
    if let last = parts.last {
      let name = String(last.prefix { $0 != "~" })
      if let field = schema[name] { return field.label }
      // An entry's: `marks/grades/3/score`.
      if parts.count > 2, let field = schema["\(parts[parts.count - 3])/\(name)"] { return field.label }
    }
    // A fixed text may hang on one field too, by its place; such are mostly labels and captions.
    switch role {
    case .value, .paragraph, .heading:
      if fields.count == 1, let name = fields.first, let field = schema[name], field.type != .list {
        return field.label
      }
    default: break
    }
    return id
  }
}
