public import PressRecord
import PressText

extension Press {
  /// Which face each character of a text would take.
  /// - Parameter family: by its name, `CertPress Kai`, or by its role, `kai`; all families by default.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/input`` where there is no such family.
  public func coverage(of text: String, family: String? = nil) throws(Faults) -> TextCoverage {
    var builder = CoverageBuilder(fonts: fonts, families: try families(named: family))
    builder.add(text)
    return builder.coverage
  }

  /// Which face each character of records' texts would take, and where those stand that not every core has.
  ///
  /// It holds single characters and their places, no values.
  /// - Parameter family: by its name, `CertPress Kai`, or by its role, `kai`; all families by default.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/input`` where there is no such family.
  public func coverage(of records: some Sequence<Record>, family: String? = nil) throws(Faults) -> TextCoverage {
    var builder = CoverageBuilder(fonts: fonts, families: try families(named: family))
    for (index, record) in records.enumerated() { builder.add(record, number: index + 1) }
    return builder.coverage
  }

  private func families(named name: String?) throws(Faults) -> [FontFamily] {
    guard let name else { return fonts.families }
    if let family = fonts.family(named: name) { return [family] }
    if let family = fonts.families.first(where: { $0.role == name.lowercased() }) { return [family] }
    throw Faults(.input, [ShapingProblem.unknownFamily(name).diagnostic(families: fonts.families)])
  }
}
