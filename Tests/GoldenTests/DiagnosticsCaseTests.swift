import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

/// Cases below `diagnostics/`: what a designer is told of a broken layout.
@Suite("Cases of diagnostics")
struct DiagnosticsCaseTests {
  let house: House
  static let name = "diagnostics/unknown-property"
  static let sheet = House.sheet.replacing("width: 40mm", with: "widht: 40mm")

  init() throws {
    house = try House()
    try house.add(Self.name, sheet: Self.sheet)
    try house.record()
  }

  @Test("what is told and what the fix-its make of the layout are recorded")
  func recorded() throws {
    let told = try house.text("expected.diagnostics", in: Self.name)
    #expect(told.hasPrefix("sheet.layout:5:"))
    #expect(told.contains("unknown property 'widht' on 'text' [template.unknown-property]"))
    #expect(try house.text("expected.layout", in: Self.name) == House.sheet)
    #expect(!house.has("expected.png", in: Self.name))
    // The mended layout has nothing wrong with it.
    #expect(!house.has("expected.remaining", in: Self.name))
    #expect(try house.differences(Self.name) == [])
    #expect(try house.harness().check().isFailure == false)
  }

  @Test("other words, another place, another cure and a lost golden are told")
  func changed() throws {
    let told = try house.text("expected.diagnostics", in: Self.name)
    try house.write(told.replacing("unknown property", with: "no such property"), "expected.diagnostics", in: Self.name)
    let differences = try house.differences(Self.name)
    #expect(differences.count == 1)
    #expect(differences[0].hasPrefix("what the designer is told is “sheet.layout:5:"))
    #expect(try house.check(Self.name).status == .differs)
    try house.write(told, "expected.diagnostics", in: Self.name)
    try house.write("certificate", "expected.layout", in: Self.name)
    #expect(try house.differences(Self.name).first?.hasPrefix("the layout after its fix-its is “") == true)
    try house.remove("expected.layout", in: Self.name)
    #expect(try house.differences(Self.name) == ["expected.layout is missing: record the case once it looks right"])
  }

  @Test("the mended layout is checked again: what is still told is recorded, and told where it differs")
  func remaining() throws {
    let name = "diagnostics/two-mistakes"
    // Forty pixels are mended to 30pt, in which the value has no room.
    try house.add(
      name, sheet: House.sheet.replacing("\"{value}\" { id", with: "\"{value} { id").replacing("40mm }", with: "40px }")
    )
    try house.record()
    #expect(try house.differences(name) == [])
    let remaining = try house.text("expected.remaining", in: name)
    #expect(remaining.hasPrefix("sheet.layout:5:"))
    #expect(remaining.contains("[layout.text-overflow]"))
    #expect(try house.text("expected.layout", in: name).contains("30pt }"))
    try house.write(remaining.replacing("does not fit", with: "is too long"), "expected.remaining", in: name)
    #expect(try house.differences(name).first?.hasPrefix("what is still told after the fix-its is “") == true)
    try house.remove("expected.remaining", in: name)
    #expect(try house.differences(name) == ["expected.remaining is missing: record the case once it looks right"])
    // A layout that its cures make whole has no such file.
    try house.write("something", "expected.remaining", in: Self.name)
    #expect(
      try house.differences(Self.name) == ["'expected.remaining' in the case's folder belongs to nothing: remove it"])
  }

  @Test("a mended layout is held against the case's record, too")
  func mendedRecord() throws {
    let name = "diagnostics/mended-record"
    try house.add(name, sheet: Self.sheet, record: #"{"value": ""}"#)
    try house.record()
    #expect(try house.text("expected.diagnostics", in: name).contains("[template.unknown-property]"))
    #expect(try house.text("expected.remaining", in: name).contains("[record.missing-field]"))
  }

  @Test("a layout without a mistake does not belong there, and is not recorded")
  func sound() throws {
    try house.write(House.sheet, "sheet.layout", in: Self.name)
    #expect(try house.check(Self.name).status == .broken)
    let recording = try #require(try house.record().first { $0.name == Self.name })
    #expect(recording.faults?.diagnostics.map(\.id) == ["golden.no-diagnostics"])
  }

  @Test("a sound layout with a record at fault does")
  func record() throws {
    try house.add("diagnostics/record", record: #"{"value": ""}"#)
    try house.record()
    #expect(try house.text("expected.diagnostics", in: "diagnostics/record").contains("[record.missing-field]"))
    #expect(try house.differences("diagnostics/record") == [])
  }
}
