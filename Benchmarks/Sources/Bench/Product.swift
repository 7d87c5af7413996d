import CertPress

/// What is made of a record.
enum Product: Int, CaseIterable {
  case pdf, png150, png300

  /// As the command line has it: the case's own name.
  init?(named name: String) {
    guard let product = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = product
  }

  var format: OutputFormat {
    switch self {
    case .pdf: .pdf
    case .png150: .png(dpi: 150)
    case .png300: .png(dpi: 300)
    }
  }
}
