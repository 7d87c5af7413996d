import PressDiagnostics
import PressSyntax

extension Vocabulary {
  /// What may stand in a value besides the words that the language knows.
  public struct Terms: OptionSet, Sendable, Hashable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// `12mm`, and 字号.
    public static let lengths = Terms(rawValue: 1)
    /// `50%`
    public static let shares = Terms(rawValue: 2)
    /// `#b08d3e`
    public static let colors = Terms(rawValue: 4)
    /// Aliases of fonts.
    public static let fonts = Terms(rawValue: 8)
    /// Names of styles.
    public static let styles = Terms(rawValue: 16)
    /// Fields as bare words.
    public static let fields = Terms(rawValue: 32)
    /// Fields of dates only.
    public static let dates = Terms(rawValue: 64)
    /// Texts in quotes with fields in braces.
    public static let texts = Terms(rawValue: 128)
    /// Ids of elements that a place hangs on.
    public static let ids = Terms(rawValue: 256)
  }
}

extension Property {
  var names: Vocabulary.Terms {
    switch Value.self {
    case is FontChoice.Type: .fonts
    case is TextTemplate.Type: [.texts, .fields]
    case is DocumentTemplate.DateSource.Type: .dates
    case is MeasuredPlace.Type: .ids
    case _ where name == Properties.style.name: .styles
    case _ where name == Properties.sameAs.name: .fields
    default: []
    }
  }
}

extension PropertyRule {
  /// Asked of the form itself, which alone knows what it takes.
  var terms: Vocabulary.Terms {
    var terms = names
    if ["5mm", "5mm 5mm", "5mm x 5mm"].contains(where: takes) { terms.insert(.lengths) }
    if ["50%", "50% 50%", "50% x 50%"].contains(where: takes) { terms.insert(.shares) }
    if ["#b08d3e", "1pt #b08d3e"].contains(where: takes) { terms.insert(.colors) }
    return terms
  }

  /// Whether a value is read without complaint.
  private func takes(_ value: String) -> Bool {
    let source = Source(name: "", bytes: Array("\(name): \(value)".utf8))
    let (tree, problems) = LayoutParser.parse(source, id: SourceID(index: 0))
    guard problems.isEmpty, case .property(let property)? = tree.root.statements.first else { return false }
    let findings = Findings(source: source, tree: tree, loader: NoFiles())
    let list = ListReader(property.value, of: property.name, findings: findings, subject: name)
    return (try? read(list)) != nil && findings.diagnostics.isEmpty
  }
}

private final class NoFiles: LayoutFiles {
  func file(_ name: String) -> Result<(source: Source, id: SourceID), LayoutFileProblem> {
    .failure(LayoutFileProblem(reason: "there are none"))
  }
}
