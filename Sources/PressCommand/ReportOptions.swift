import ArgumentParser

struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How errors and warnings are told: text on standard error, or a JSON array on standard output.",
      valueName: "style"))
  var diagnostics: Reporter.Style = .text

  @OptionGroup var values: ValuesOption

  var reporter: Reporter { Reporter(style: diagnostics, showsValues: values.showValues) }
}

struct ValuesOption: ParsableArguments {
  @Flag(help: "Show lines of the record in errors and warnings. They are personal data.")
  var showValues = false
}

extension Reporter.Style: ExpressibleByArgument {}
