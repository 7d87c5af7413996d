import Foundation
import TestKit
import Testing

@testable import PressGolden

extension Fault {
  /// What a writer of PDFs could get wrong while the scene and the PNG are as they were.
  static let ofPDFs: [Fault] = [
    Fault(
      "no font has a ToUnicode map",
      .pdf { edit in try edit.dictionaries { $0.removeValue(forKey: "/ToUnicode") != nil } },
      tells: "font CertPressKai-Regular has no ToUnicode map any more: its text cannot be extracted", "reads"),
    Fault(
      "one ToUnicode map leads to nothing",
      .pdf { edit in try edit.streams(with: "<77F3>") { $0.replacing("<77F3>", with: "<0000>") } },
      tells: "font CertPressKai-Regular no longer maps to 石", "the PDF's text of 姓名 reads"),
    Fault(
      "the texts are drawn but hold nothing",
      .pdf { edit in
        try edit.streams(with: "begincmap") { map in
          map.replacing(/\[[<>0-9A-F]+\]/) { list in list.output.replacing(/<[0-9A-F]+>/) { _ in "<0000>" } }
        }
        try edit.streams(with: "/ActualText") { $0.replacing(/\/ActualText<[0-9A-F]+>/) { _ in "" } }
      }, tells: "the PDF has no text any more"),
    Fault(
      "a font is not embedded",
      .pdf { edit in
        try edit.dictionaries {
          ($0["/FontName"] as? String)?.hasSuffix("CertPressHei-Regular") == true
            && $0.removeValue(forKey: "/FontFile2") != nil
        }
      }, tells: "font CertPressHei-Regular is no longer embedded: the certificate looks otherwise elsewhere"),
    Fault(
      "the title is lost", .pdf { edit in try edit.dictionaries { $0.removeValue(forKey: "/Title") != nil } },
      tells: "the title is gone from the PDF"),
    Fault(
      "the date is lost", .pdf { edit in try edit.dictionaries { $0.removeValue(forKey: "/CreationDate") != nil } },
      tells: "the date of creation is gone from the PDF"),
    Fault(
      "the page is one point wider",
      .pdf { edit in
        try edit.dictionaries { page in
          guard page["/MediaBox"] != nil else { return false }
          page["/MediaBox"] = [0, 0, 842.89, 595.276]
          return true
        }
      }, tells: "page 1's MediaBox of the PDF is “0 0 842.89 595.276”, not “0 0 841.89 595.276”"),
    Fault(
      "the page is turned",
      .pdf { edit in
        try edit.dictionaries { page in
          guard page["/MediaBox"] != nil else { return false }
          page["/Rotate"] = 90
          return true
        }
      }, tells: "page 1's Rotate is new in the PDF: 90"),
    Fault(
      "the page is cropped",
      .pdf { edit in
        try edit.dictionaries { page in
          guard page["/MediaBox"] != nil else { return false }
          page["/CropBox"] = [0, 0, 841.89, 590]
          return true
        }
      }, tells: "page 1's CropBox is new in the PDF: 0 0 841.89 590"),
    Fault(
      "the producer is lost", .pdf { edit in try edit.dictionaries { $0.removeValue(forKey: "/Producer") != nil } },
      tells: "the producer is gone from the PDF"),
    Fault(
      "the photo is not drawn",
      .pdf { edit in
        let name = try edit.nameOfPicture()
        try edit.streams(with: name + " Do") { $0.replacing(name + " Do", with: "") }
      },
      tells: "照片 is not drawn alike as PDF and as PNG"),
    Fault(
      "one glyph is drawn 0.1 mm away",
      .pdf { edit in
        // The first glyph of the first string of several glyphs: 0.1 mm is 0.2835 pt, at 16 pt 17.7 thousandths of the em.
        try edit.streams(with: "TJ") { text in
          let match = try #require(text.firstMatch(of: /\[<([0-9A-F]{4})/))
          return text.replacingCharacters(in: match.range, with: "[-17.7<\(match.1)>17.7<")
        }
      }, tells: "is not drawn alike as PDF and as PNG"),
    Fault(
      "something is drawn that the scene does not hold",
      .pdf { edit in try edit.streams(with: "1 0 0 -1 0 595.276 cm") { $0 + "\n0 0 0 rg 300 60 3 3 re f\n" } },
      tells: "the PDF draws something where the scene has nothing"),
  ]
}
