import ArgumentParser
import CertPress
import PressBytes

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders a layout and a record to PDF, PNG or SVG.",
    discussion: """
      Examples:
        certpress render award.layout --data zhang.json --output zhang.pdf
        certpress render award.layout --data zhang.json --output zhang.png --dpi 150
        certpress render grades.layout --data zhang.json --output second.svg --page 2
        certpress render award.layout --data - --output - --format pdf < zhang.json

      The output file appears whole or not at all: after an error, an older one is still \
      there, untouched.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case pdf, png, svg }
  enum Painter: String, ExpressibleByArgument, CaseIterable { case press, cairo }

  @Argument(help: "The layout file.")
  var layout: String

  @OptionGroup var record: RecordOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write; - writes standard output.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("What to write. Default: what the output file's ending says.", valueName: "format"))
  var format: Format?

  @Option(help: ArgumentHelp("Pixels per inch of a PNG, 36 to 1200. Default: 300.", valueName: "n"))
  var dpi: Double?

  @Option(help: ArgumentHelp("The page that a PNG or SVG shows. Default: 1. A PDF has all pages.", valueName: "n"))
  var page: Int?

  @Option(
    help: ArgumentHelp(
      "Who writes a PDF: press, the house's own writer (tagged), or cairo, by which it is measured. Default: press.",
      valueName: "painter"))
  var painter: Painter = .press

  @OptionGroup var fonts: FontOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    if let dpi, !(36...1200).contains(dpi) { throw ValidationError("--dpi goes from 36 to 1200") }
    if let page, page < 1 { throw ValidationError("--page counts from 1") }
    if page != nil, outputFormat == .pdf { throw ValidationError("a PDF has all pages: leave --page away") }
    if outputFormat == nil {
      throw ValidationError(
        output == "-"
          ? "standard output has no ending that tells what to write: say --format pdf, png or svg"
          : "'\(output)' ends in none of .pdf, .png and .svg: say --format pdf, png or svg")
    }
    if report.diagnostics == .json, output == "-" {
      throw ValidationError("--diagnostics json and --output - would both write to standard output")
    }
  }

  private var outputFormat: OutputFormat? {
    let png = OutputFormat.png(dpi: dpi ?? 300)
    switch format {
    case .pdf: return .pdf
    case .png: return png
    case .svg: return .svg
    case nil:
      let name = output.lowercased()
      return name.hasSuffix(".pdf") ? .pdf : name.hasSuffix(".png") ? png : name.hasSuffix(".svg") ? .svg : nil
    }
  }

  func run() throws {
    guard let outputFormat else { return }
    try report.reporter.run { () throws(Faults) in
      let layout = try fonts.press().layout(at: layout)
      let document = try layout.render(
        record.record(for: layout), as: outputFormat, pictures: record.pictures(), page: (page ?? 1) - 1,
        painter: painter == .cairo ? .cairo : .press)
      if output == "-" {
        try writeOut(document.bytes)
      } else {
        do throws(FileError) {
          try Files.write(document.bytes, to: output)
        } catch {
          throw Faults(writing: error)
        }
      }
      try report.reporter.report(layout.warnings + document.warnings, sources: document.sources)
      // The process ends here: what it holds goes with it, and needs no tidying up.
      _ = Unmanaged.passRetained(layout as AnyObject)
    }
  }
}
