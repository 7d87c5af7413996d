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
        certpress render award.layout --data zhang.json --output zhang.svg
        certpress render transcript.layout --data li.json --output li-2.svg --page 2
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

  @Option(
    help: ArgumentHelp(
      "Which page, from 1. A PDF has all of them. Default: a PNG's first; an SVG needs it where there are several.",
      valueName: "n"))
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
    if outputFormat == nil {
      throw ValidationError(
        output == "-"
          ? "standard output has no ending that tells what to write: say --format pdf, png or svg"
          : "'\(output)' ends neither in .pdf nor in .png or .svg: say --format pdf, png or svg")
    }
    if let page {
      if page < 1 { throw ValidationError("--page counts from 1") }
      if outputFormat == .pdf { throw ValidationError("--page goes with PNG and SVG: a PDF has all pages") }
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
        record.record(for: layout), as: outputFormat, page: page.map { $0 - 1 },
        pictures: record.pictures(), painter: painter == .cairo ? .cairo : .press)
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
