import CertPress
import PressBytes
import PressDiagnostics
import PressScene

extension GoldenHarness {
  /// Renders one case and compares all its layers.
  public func check(_ golden: GoldenCase) -> Outcome {
    do throws(Faults) {
      if golden.isOfDiagnostics { return try checkDiagnostics(golden) }
      let settings = try CaseSettings(of: golden)
      return try compare(Rendering(golden, press: press), with: golden, settings)
    } catch {
      return broken(golden, error)
    }
  }

  private func broken(_ golden: GoldenCase, _ faults: Faults) -> Outcome {
    let first = faults.diagnostics.first
    let what = first?.id.hasPrefix("golden.") == true ? "cannot be compared" : "does not render"
    let difference = Difference(
      .render, "golden.does-not-render", "\(what):\n\(faults)",
      place: first?.span.flatMap { faults.sources.place(of: $0) })
    return Outcome(
      name: golden.name, status: .broken, layout: try? golden.layoutPath, differences: [difference])
  }

  /// - Throws: ``Faults`` where a reader of PDFs fails.
  func compare(
    _ rendering: Rendering, with golden: GoldenCase, _ settings: CaseSettings
  ) throws(Faults) -> Outcome {
    var work = CaseComparison(rendering: rendering, golden: golden, settings: settings, harness: self)
    try work.run()
    var status = Outcome.Status.equal
    if !work.differences.isEmpty { status = work.isSound ? .differs : .broken }
    // What belongs to nothing is nothing that was known.
    let isKnown = settings.knownBad != nil && !work.differences.contains { $0.id == "golden.stray" }
    if isKnown { status = status == .equal ? .mended : status == .differs ? .knownBad : status }
    return Outcome(
      name: golden.name, status: status, why: settings.knownBad, layout: try golden.layoutPath,
      differences: work.differences, evidence: status == .equal ? Outcome.Evidence() : work.evidence)
  }

  /// What pixels may differ by where the libraries are others than those of the goldens.
  var toleranceOfEnvironment: UInt8 { recorded.map(environment.drawsLike) == false ? 1 : 0 }
}
