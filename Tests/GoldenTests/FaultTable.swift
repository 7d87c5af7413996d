import CertPress
import Foundation
import TestKit
import Testing

@testable import PressGolden

extension Fault {
  static let table: [Fault] =
    ofLayouts + ofRecords + ofFiles + ofScenes + ofPDFs + ofTranscriptLayouts + ofEntries + ofTranscriptScenes

  /// What a designer's hand can do.
  static let ofLayouts: [Fault] = [
    Fault(
      "the title moves by 0.1 mm", layout("at: 0.05mm 19mm", "at: 0.15mm 19mm"),
      tells: "heading “湖北省专业技术职称证书” moved 0.10 mm right", line: "at: 0.15mm 19mm"),
    Fault(
      "the QR moves by 0.3 mm", layout("at: 220mm 94mm", "at: 220mm 94.3mm"), tells: "QR moved 0.30 mm down",
      line: "94.3mm"),
    Fault(
      "the photo moves by 0.1 mm", layout("at: 226mm 41mm", "at: 225.9mm 41mm"), tells: "照片 moved 0.10 mm left",
      line: "225.9mm"),
    Fault(
      "the seal moves by 0.1 mm", layout("75mm 156mm", "75mm 155.9mm"), tells: "seal moved 0.10 mm up", line: "155.9mm"),
    Fault(
      "all fields move by 0.3 mm", layout("at: 28mm 40mm", "at: 28.3mm 40mm"),
      tells: "label “姓名”, label “：” (fields/name/：), 姓名 and 33 more moved 0.30 mm right"),
    Fault(
      "the lines of fields stand closer", layout("pitch: 10.4mm", "pitch: 10.3mm"), tells: "性别 moved 0.10 mm up",
      "批准时间 moved 1.10 mm up"),
    Fault(
      "the title is 2 % smaller", layout("font: song 29pt", "font: song 28.42pt"),
      tells: "heading “湖北省专业技术职称证书” is set at 28.42 pt, not 29 pt", line: "28.42pt"),
    Fault(
      "values are 2 % larger", layout("font: kai 16pt", "font: kai 16.32pt"),
      tells: "姓名, 性别, 出生年月 and 2 more are set at 16.32 pt, not 16 pt",
      line: "16.32pt"),
    Fault(
      "the QR is 2 % smaller", layout("size: 40mm", "size: 39.2mm"),
      tells: "QR changed size: 40.00 × 40.00 mm → 39.20 × 39.20 mm"),
    Fault(
      "the photo is 2 % larger", layout("28mm x 39.2mm", "28.56mm x 39.98mm"),
      tells: "照片 changed size: 28.00 × 39.20 mm → 28.56 × 39.98 mm"),
    Fault(
      "the seal is 5 % smaller", layout("diameter: 40mm", "diameter: 38mm"),
      tells: "seal changed size: 40.00 × 40.00 mm → 38.00 × 38.00 mm"),
    Fault(
      "values change from Kai to Hei", layout("font: kai 16pt", "font: hei 16pt"),
      tells: "姓名, 性别, 出生年月 and 2 more are set in CertPress Hei, not in CertPress Kai"),
    Fault(
      "the title changes from Song to Kai", layout("font: song 29pt", "font: kai 29pt"),
      tells: "heading “湖北省专业技术职称证书” is set in CertPress Kai, not in CertPress Song"),
    Fault(
      "the border is 8 steps redder", layout("#b08d3e", "#b88d3e"),
      tells: "border changed colour: #b08d3e → #b88d3e"),
    Fault(
      "captions are 8 steps lighter than black",
      layout("align: center; role: caption }", "align: center; role: caption; color: #080808 }"),
      tells: "text “扫描二维码查验证书” changed colour: #000000 → #080808", line: "#080808"),
    Fault(
      "the border is narrower", layout("width: 7mm; color", "width: 6.8mm; color"),
      tells: "border/band repeats 84 times, not 80"),
    Fault(
      "the caption is lost", layout(#"  text "扫描二维码查验证书" { style: note; at: 215mm 142mm; width: 50mm }"#, ""),
      tells: "text “扫描二维码查验证书” is gone"),
    Fault(
      "a line is there that was not",
      layout("  // Photo and QR", "  line { id: stray; from: 20mm 30mm; to: 40mm 30mm }\n  // Photo and QR"),
      tells: "stray is new", line: "line { id: stray"),
    Fault(
      "the seal slides under the text",
      .layout([
        (#"  seal "湖北省人力资源和社会保障厅职称证书专用章" { center: 75mm 156mm; diameter: 40mm; over: text }"#, ""),
        (
          "  column {\n",
          "  seal \"湖北省人力资源和社会保障厅职称证书专用章\" { center: 75mm 156mm; diameter: 40mm; over: text }\n\n  column {\n"
        ),
      ]), tells: "seal is now drawn under"),
    Fault(
      "two captions change places in the file",
      .layout([
        (#"  text "扫描二维码查验证书" { style: note; at: 215mm 142mm; width: 50mm }"# + "\n", ""),
        ("  seal \"", #"  text "扫描二维码查验证书" { style: note; at: 215mm 142mm; width: 50mm }"# + "\n  seal \""),
      ]), tells: "is now read"),
    Fault(
      "letters stand further apart", layout("tracking: 0.08em", "tracking: 0.1em"),
      tells: "heading “湖北省专业技术职称证书” has letters 0.20 mm further apart", line: "0.1em"),
    Fault(
      "labels are spread wider", layout("width: 4em", "width: 4.1em"),
      tells: "label “姓名”, label “性别”, label “出生年月” and 9 more are spread over 23.14 mm, not 22.58 mm", line: "4.1em"),
    Fault("there is less room for the fields", layout("width: 188mm", "width: 92mm"), tells: "评审组织 shrank from 16 to"),
    Fault(
      "there is hardly any room for the fields", layout("width: 188mm; pitch: 10.4mm", "width: 76mm; pitch: 10.4mm"),
      tells: "评审组织 takes 2 lines, not 1"),
    Fault(
      "the QR gets another level", layout("level: M", "level: Q"), tells: "QR has error correction Q, not M",
      line: "level: Q"),
    Fault(
      "the QR is described otherwise", layout("查验二维码", "二维码"), tells: "QR is described as “二维码”, not as “查验二维码”",
      line: "alt"),
    Fault(
      "the title is no heading any more", layout("role: heading", "role: paragraph"),
      tells: "is read as a paragraph, not as a heading", line: "role: paragraph"),
    Fault(
      "a label has a typing error", layout(#""姓名" { style: label }"#, #""性名" { style: label }"#),
      tells: "label “姓名” reads “性名”, not “姓名”"),
    Fault(
      "a date is printed otherwise",
      layout(#"birth               date  "出生年月""#, #"birth               date  "出生年月"  { print: date("yyyy.MM.dd") }"#),
      tells: "出生年月 reads “1966.08.10”, not “1966-08-10”"),
    Fault(
      "the mask shows more", layout("mask(6, 4)", "mask(8, 4)"),
      tells: "证件号码 reads “42156719*****4372”, not “421567*****4372”"),
    Fault(
      "the document has another title", layout(#"title: "湖北省专业技术职称证书""#, #"title: "证书""#),
      tells: "the document's title is “证书”, not “湖北省专业技术职称证书”"),
    Fault(
      "the paper is 1 mm higher", layout("page A4 landscape", "page 297mm x 211mm"),
      tells: "the page is 297.00 × 211.00 mm, not 297.00 × 210.00 mm"),
    Fault(
      "the area is 1 mm higher", layout("area 283mm x 194mm", "area 283mm x 195mm"),
      tells: "the certificate's area lies elsewhere on the paper", "moved 0.50 mm up"),
    Fault("the seal says something else", layout("职称证书专用章", "职称专用章"), tells: "seal is described as"),
  ]

  static let ofRecords: [Fault] = [
    Fault(
      "one digit is another", .record(["approval_number": "鄂人社职〔2012〕25号"]),
      tells: "批准文号 reads “鄂人社职〔2012〕25号”, not “鄂人社职〔2012〕24号”"),
    Fault("one character of the name is another", .record(["name": "石洋婧"]), tells: "姓名 reads “石洋婧”, not “石洋静”"),
    Fault(
      "the QR leads elsewhere",
      .record([
        "verify_url":
          "https://verify.example.gov.cn/v/HB201206000000?k=c93fbc54b620eee1f3d2a038b11a918129a9fb1375bafa3db49e7ce92623151e"
      ]), tells: "QR encodes another text"),
    Fault(
      "the annotation is lost", .record(["scene": nil, "expires": nil]), tells: "the text with 使用场景 is gone"),
    Fault(
      "the name needs another face", .record(["name": "石𥖎静"]),
      tells: "姓名 is set in CertPress Song, not in CertPress Kai",
      "there is a new warning: [text.family-changed]"),
    Fault(
      "the holder's picture is another's",
      .file("photo.jpg") { _ in try Data(contentsOf: URL(filePath: Repository.path("Tests/Data/photos/003.jpg"))) },
      tells: "照片 shows another picture"),
  ]

  /// Faults that show in what is expected: what drew it has changed.
  static let ofFiles: [Fault] = [
    Fault(
      "a font is another file of the same name",
      .file("expected.scene") {
        Data(
          String(decoding: $0, as: UTF8.self).replacing(
            "\"CertPress Kai\" 47c7c59a60a0", with: "\"CertPress Kai\" 000000000000"
          ).utf8)
      },
      tells: "姓名, 性别, 出生年月 and 3 more are drawn from another file of CertPress Kai"),
    Fault(
      "the painter draws a spot where nothing is",
      .file("expected.png") { data in
        let picture = try Raster(png: Array(data))
        var pixels = picture.pixels
        pixels[130 * picture.width + 1000] = 0xFF80_8080
        return picture.png(pixels)
      }, tells: "1 pixel differs, by 127 of 255 at most, where nothing is drawn"),
    Fault(
      "the painter softens an edge otherwise",
      .file("expected.png") { data in
        let picture = try Raster(png: Array(data))
        var pixels = picture.pixels
        // In the QR, 240 mm across, 120 mm down.
        pixels[709 * picture.width + 1417] ^= 0x40
        return picture.png(pixels)
      }, tells: "1 pixel differs, by 64 of 255 at most, inside QR"),
  ]

  /// What the engine itself could get wrong on the way to the scene.
  static let ofScenes: [Fault] = [
    Fault(
      "the photo is turned", .scene { $0.change("photo") { $0.turnPicture(a: -1, b: 0, c: 0, d: -1) } },
      tells: "照片 is turned by 180° clockwise"),
    Fault(
      "the photo is turned by a degree",
      .scene { $0.change("photo") { $0.turnPicture(a: 0.999848, b: 0.017452, c: -0.017452, d: 0.999848) } },
      tells: "照片 is turned by 1° clockwise"),
    Fault(
      "the photo is mirrored", .scene { $0.change("photo") { $0.turnPicture(a: -1, b: 0, c: 0, d: 1) } },
      tells: "照片 is mirrored"),
    Fault(
      "one character falls back to another face",
      .scene { scene in
        let other = try Specimen.scene(changing: "font: kai 16pt", to: "font: song 16pt")
        let foreign = try #require(other.item("fields/name/name")?.runs.first)
        scene.change("fields/name/name") { item in
          guard case .text(var runs, let fit) = item.content else { return }
          let last = runs[0].glyphs.count - 1
          var tail = foreign
          tail.glyphs = [foreign.glyphs[last]]
          tail.text = String(foreign.text.unicodeScalars.suffix(1))
          tail.clusters = [Cluster(glyphs: 0..<1, scalars: 0..<1)]
          runs[0].glyphs.removeLast()
          runs[0].text = String(runs[0].text.unicodeScalars.dropLast())
          runs[0].clusters.removeLast()
          item.content = .text(runs + [tail], fit)
        }
      }, tells: "姓名 has 静 in CertPress Song, not in CertPress Kai"),
    Fault(
      "the seal is translucent", .scene { $0.change("seal") { $0.changeGroup { $0.opacity = 0.9 } } },
      tells: "seal changed opacity: 1 → 0.9"),
    Fault(
      "the seal's ring is thinner",
      .scene {
        $0.change("seal") { $0.changeGroup { group in group.children[0].changeShape { $0.stroke?.width = 3 } } }
      },
      tells: "seal/ring has a line of 3 pt, not 3.402 pt"),
    Fault(
      "the star is not filled",
      .scene {
        $0.change("seal") {
          $0.changeGroup { group in
            group.children[1].changeShape {
              $0.fill = nil; $0.stroke = Stroke(.solid(.black), width: 1)
            }
          }
        }
      }, tells: "seal/star is no longer filled"),
    Fault(
      "the border repeats once less",
      .scene {
        $0.change("border/band") { item in
          guard case .pattern(var pattern) = item.content else { return }
          pattern.places.removeLast()
          item.content = .pattern(pattern)
        }
      }, tells: "border/band repeats"),
    Fault(
      "one glyph of a value is shifted by 0.1 mm",
      .scene {
        $0.change("fields/series/series") { item in
          guard case .text(var runs, let fit) = item.content else { return }
          runs[0].glyphs[1].position.x = runs[0].glyphs[1].position.x + Points(mm: 0.1)
          item.content = .text(runs, fit)
        }
      }, tells: "mm right of where it was"),
    Fault(
      "the language is lost", .scene { $0.document.language = "en" },
      tells: "the document's language is “en”, not “zh-CN”"),
  ]
}

extension Specimen {
  /// The specimen's scene by a changed layout.
  static func scene(changing old: String, to new: String) throws -> Scene {
    let text = try certificate.layout()
    guard text.contains(old) else { throw Missing(text: old) }
    let changed = try House.press.get().layout(Array(text.replacing(old, with: new).utf8), name: "changed.layout")
    let folder = Repository.path("golden/certificates/real-record")
    let json = Array(try Data(contentsOf: URL(filePath: folder + "/record.json")))
    return try changed.scene(for: changed.record(json: json, name: "record"), pictures: .directory(folder)).scene
  }
}

extension Scene {
  func item(_ id: String) -> Item? { pages.flatMap(\.items).first { $0.id == id } }

  /// Changes an item of the first page.
  mutating func change(_ id: String, _ change: (inout Item) -> Void) {
    guard let index = pages[0].items.firstIndex(where: { $0.id == id }) else { return }
    change(&pages[0].items[index])
    pages[0].items[index].plate = nil  // what changed is another item: painters may keep nothing of the one it was
  }
}

extension Item {
  var runs: [GlyphRun] { if case .text(let runs, _) = content { runs } else { [] } }

  mutating func changeGroup(_ change: (inout PressScene.Group) -> Void) {
    guard case .group(var group) = content else { return }
    change(&group)
    content = .group(group)
  }

  mutating func changeShape(_ change: (inout Shape) -> Void) {
    guard case .shapes(var shapes) = content else { return }
    change(&shapes[0])
    content = .shapes(shapes)
  }

  /// Turns a picture around the middle of its box.
  mutating func turnPicture(a: Double, b: Double, c: Double, d: Double) {
    guard case .picture(var placed) = content else { return }
    let center = box.center
    placed.transform =
      placed.transform.then(.translation(-center.x, -center.y))
      .then(Transform(a: a, b: b, c: c, d: d, tx: 0, ty: 0)).then(.translation(center.x, center.y)).onGrid
    content = .picture(placed)
  }
}
