import ArgumentParser
import CertPress
import PressBytes

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders a layout and a record to PDF or PNG.",
    discussion: """
      Examples:
        certpress render award.layout --data zhang.json --output zhang.pdf
        certpress render award.layout --data zhang.json --output zhang.png --dpi 150
        cat zhang.json | certpress render award.layout --data - --format pdf --output - > zhang.pdf

      The output file appears whole or not at all.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case pdf, png }

  @Argument(help: "The layout file.")
  var layout: String

  @OptionGroup var record: RecordOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write; - writes standard output.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("What to write. Default: what the output file's ending says.", valueName: "format"))
  var format: Format?

  @Option(help: ArgumentHelp("Pixels per inch of a PNG, 36 to 1200.", valueName: "n"))
  var dpi: Double = 300

  @OptionGroup var fonts: FontOptions
  @OptionGroup var report: ReportOptions

  func validate() throws {
    guard (36...1200).contains(dpi) else { throw ValidationError("--dpi goes from 36 to 1200") }
    guard outputFormat != nil else {
      throw ValidationError("'\(output)' ends neither in .pdf nor in .png: say --format pdf or --format png")
    }
    if report.diagnostics == .json, output == "-" {
      throw ValidationError("--diagnostics json and --output - would both write to standard output")
    }
  }

  private var outputFormat: OutputFormat? {
    switch format {
    case .pdf: .pdf
    case .png: .png(dpi: dpi)
    case nil:
      if output.lowercased().hasSuffix(".pdf") {
        .pdf
      } else if output.lowercased().hasSuffix(".png") {
        .png(dpi: dpi)
      } else {
        nil
      }
    }
  }

  func run() throws {
    guard let outputFormat else { return }
    try report.run { () throws(Faults) in
      let layout = try fonts.press().layout(at: layout)
      let document = try layout.render(record.record(for: layout), as: outputFormat, pictures: record.pictures)
      do throws(FileError) {
        if output == "-" {
          try Files.write(document.bytes, descriptor: 1, path: "standard output")
        } else {
          try Files.write(document.bytes, to: output)
        }
      } catch {
        throw Faults(error, doing: "write")
      }
      report.report(layout.warnings + document.warnings, sources: layout.sources)
    }
  }
}
