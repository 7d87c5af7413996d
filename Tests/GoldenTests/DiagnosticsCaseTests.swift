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
