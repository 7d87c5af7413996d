import PressScene
import Testing

@testable import PressText

@Suite("Choosing faces")
struct FaceChoiceTests {
  @Test("a rare name in Song stays in Song's own two files, without a warning", arguments: ["䶮", "㛃", "镕", "堃"])
  func songHasRareNames(name: String) throws {
    let (text, problems) = try Fixture.shape("张" + name)
    #expect(problems == [])
    #expect(text.faceNames.allSatisfy { $0.hasPrefix(Fixture.song) })
    #expect(text.clusters.allSatisfy { $0.glyphs.count == 1 })
  }

  @Test("a rare name in Kai that Kai has is Kai throughout")
  func kaiHasIt() throws {
    let (text, problems) = try Fixture.shape("𠅤", Fixture.kai)
    #expect(problems == [])
    #expect(text.faceNames.allSatisfy { $0.hasPrefix(Fixture.kai) })
  }

  @Test("a name that Kai lacks is set in Song as a whole, and the first character that Kai lacks is told")
  func familyChanges() throws {
    // 㺂 U+3E82 is in Song's further file and in no Kai.
    let (text, problems) = try Fixture.shape("张㺂三", Fixture.kai)
    #expect(text.faceNames.allSatisfy { $0.hasPrefix(Fixture.song) }, "one name, one style")
    #expect(problems == [.familyChanged(character: "㺂", asked: Fixture.kai, used: Fixture.song)])
  }

  @Test("a character that only the rare file has is told, and the rest of the text stays in its family")
  func rare() throws {
    let (text, problems) = try Fixture.shape("张𥖎三")
    #expect(text.faceNames == [Fixture.song, "CertPress Rare", Fixture.song])
    #expect(problems == [.familyChanged(character: "𥖎", asked: Fixture.song, used: "CertPress Rare")])
    let (inKai, kaiProblems) = try Fixture.shape("张𥖎三", Fixture.kai)
    #expect(inKai.faceNames == text.faceNames)
    #expect(kaiProblems == [.familyChanged(character: "𥖎", asked: Fixture.kai, used: Fixture.song)])
  }

  @Test("where no stack has everything, the one that lacks the fewest sets the rest")
  func fewestMissing() throws {
    let (text, problems) = try Fixture.shape("张\u{2EBF0}㺂", Fixture.kai)
    #expect(
      problems == [
        .missingCharacter("\u{2EBF0}"), .familyChanged(character: "㺂", asked: Fixture.kai, used: Fixture.song),
      ])
    #expect(text.clusters.map(\.glyphs.count) == [1, 0, 1])
    #expect(text.faceNames.allSatisfy { $0.hasPrefix(Fixture.song) })
  }

  /// The names of rare characters that the fonts were chosen for.
  static let rareNames = "䶮㛃㑇㭎㺂镕喆堃頔翀赟玥婳朤鿍𠅤𡐓𥖎𫖯𫍯𫘦𪻐𫠊𬭼𬀩𬘭𬱖𬸣𬭎𰻝"

  @Test(
    "every character of the rare names is set in every family, in mainland forms",
    arguments: [Fixture.song, Fixture.hei, Fixture.kai])
  func rareNames(family: String) throws {
    let shaper = Shaper(try Fixture.library())
    for character in Self.rareNames {
      let (text, problems) = shaper.shape("王\(character)", family: family)
      #expect(text.clusters.allSatisfy { $0.glyphs.count == 1 && $0.advance == 1 && !$0.glyphs[0].ink.isEmpty })
      #expect(problems.allSatisfy { if case .familyChanged = $0 { true } else { false } })
    }
  }

  @Test("a character that only the last resort has is told as of foreign forms")
  func lastResort() throws {
    let library = try Fixture.library()
    let index = try #require(library.files.firstIndex { $0.tier == .lastResort })
    let scalar = try #require(try onlyCharacter(ofFile: index, in: library))
    let name = library.files[index].face.name
    let (text, problems) = Shaper(library).shape("张\(scalar)\(scalar)", family: Fixture.hei)
    #expect(text.faceNames == [Fixture.song, name, name])
    #expect(
      problems == [
        .familyChanged(character: scalar, asked: Fixture.hei, used: Fixture.song),
        .foreignForms(character: scalar, family: name, forms: "japanese"),
      ])
  }

  @Test("a character that no file has is told once, has no glyph and leaves the others alone")
  func missing() throws {
    // U+2EBF0, the first of Extension I, which no packaged font has.
    let (text, problems) = try Fixture.shape("张\u{2EBF0}三\u{2EBF0}", Fixture.kai)
    #expect(problems == [.missingCharacter("\u{2EBF0}")])
    #expect(text.faceNames == Array(repeating: Fixture.kai, count: 4))
    #expect(text.clusters.map(\.glyphs.count) == [1, 0, 1, 0])
    #expect(text.advances == [1, 0, 1, 0])
  }

  @Test(
    "controls, bidi marks, joiners, variation selectors, noncharacters and private characters are missing, never dropped",
    arguments: [
      0x00, 0x01, 0x09, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x85, 0x9F, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x2028, 0x2029,
      0x202E,
      0x2066, 0x2069, 0xFE00, 0xFE0F, 0xFEFF, 0xFFF9, 0xFFFC, 0xFFFD, 0xFFFE, 0xFFFF, 0xE863, 0xE0001, 0xE0100, 0xE01EF,
      0xF0000, 0x10FFFF, 0x5D0, 0x627, 0xAC00, 0x1F642, 0x301,
    ])
  func refused(codePoint: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(codePoint))
    for text in ["\(scalar)", "张\(scalar)三", "1\(scalar)", "AV\(scalar)AV", "\n\(scalar)\n\(scalar)"] {
      let (shaped, problems) = try Fixture.shape(text)
      #expect(problems == [.missingCharacter(scalar)], "in \(text.unicodeScalars.map(\.value))")
      #expect(shaped.isWhole)
      let sound = shaped.clusters.filter { cluster in
        !cluster.scalars.contains { Array(text.unicodeScalars)[$0] == scalar || Array(text.unicodeScalars)[$0] == "\n" }
      }
      #expect(sound.allSatisfy { !$0.glyphs.isEmpty })
    }
  }

  @Test("a NUL does not end a text")
  func nul() throws {
    let (text, _) = try Fixture.shape("一\0二三")
    #expect(text.clusters.map(\.glyphs.count) == [1, 0, 1, 1])
  }

  @Test("every scalar of Unicode can be shaped, alone and between others, and the clusters are whole")
  func everyScalar() throws {
    let shaper = Shaper(try Fixture.library())
    for start in stride(from: UInt32(0), through: 0x10FFFF, by: 0x400) {
      let scalars = (start..<start + 0x400).compactMap(Unicode.Scalar.init)
      guard !scalars.isEmpty, start < 0x40000 || start % 0x8000 == 0 else { continue }
      var text = String.UnicodeScalarView()
      for scalar in scalars { text += [scalar, "国"] }
      let (shaped, problems) = shaper.shape(String(text), family: Fixture.song)
      #expect(shaped.isWhole)
      let missing = Set(problems.compactMap { if case .missingCharacter(let scalar) = $0 { scalar } else { nil } })
      for cluster in shaped.clusters where cluster.glyphs.isEmpty {
        let scalar = text[text.index(text.startIndex, offsetBy: cluster.scalars.lowerBound)]
        #expect(scalar == "\n" || missing.contains(scalar), "a character vanished without a word")
      }
    }
  }

  /// A Han character that no file but this one has.
  private func onlyCharacter(ofFile index: Int, in library: FontLibrary) throws -> Unicode.Scalar? {
    let others = library.files.indices.filter { $0 != index }.compactMap { library.files[$0].characters.value?.drawn }
    let own = try #require(library.files[index].characters.value?.drawn)
    return (UInt32(0x20000)...0x2EBE0).lazy.compactMap(Unicode.Scalar.init).first { scalar in
      own.contains(scalar) && !others.contains { $0.contains(scalar) }
    }
  }
}
