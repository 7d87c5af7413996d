import CertPress

/// What is made of a record, by the name that the command line has for it.
enum Product: String, CaseIterable {
  case pdf
  case cairoPDF = "pdf-cairo"
  case png150, png300

  var format: OutputFormat {
    switch self {
    case .pdf, .cairoPDF: .pdf
    case .png150: .png(dpi: 150)
    case .png300: .png(dpi: 300)
    }
  }

  var painter: PainterChoice { self == .cairoPDF ? .cairo : .press }
}
