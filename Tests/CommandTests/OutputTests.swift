import Foundation
import TestKit
import Testing

@Suite("Output")
struct OutputTests {
  @Test("--output - writes the same bytes to standard output, --data - reads standard input")
  func streams() throws {
    let desk = try Desk()
    for format in ["pdf", "png"] {
      #expect(try desk.render("--dpi", "150", output: "certificate.\(format)").status == 0)
      let result = try Command.run(
        ["render", desk.layout, "--data", "-", "--output", "-", "--format", format, "--dpi", "150"], input: desk.json,
        folder: desk.folder.url.path)
      #expect(result.status == 0)
      #expect(result.error == "")
      #expect(try result.output == desk.data("certificate.\(format)"))
    }
  }

  @Test("standard input is read from where it stands")
  func standingInput() throws {
    let desk = try Desk()
    _ = try desk.folder.write(Data("a line for somebody else\n".utf8) + desk.json, as: "both")
    let result = try Command.shell(
      #"{ read -r line; "$certpress" check "$1" --data -; } < both"#, desk.layout, folder: desk.folder.url.path)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test("the format is what the ending says, in any case of letters, or what --format says")
  func format() throws {
    let desk = try Desk()
    for (output, arguments, magic) in [
      ("a.PDF", [], "%PDF"), ("a.Png", [], "\u{FFFD}PNG"), ("b.pdf", ["--format", "png"], "\u{FFFD}PNG"),
      ("c", ["--format", "pdf"], "%PDF"),
    ] {
      let result = try Command.run(
        ["render", desk.layout, "--data", try desk.saveRecord(), "--output", desk.path(output)] + arguments)
      #expect(result.status == 0)
      #expect(String(decoding: try desk.data(output).prefix(4), as: UTF8.self).hasPrefix(magic))
    }
  }

  @Test("--dpi gives as many pixels, and the PNG says so", arguments: [36.0, 72, 150, 299.5])
  func resolution(dpi: Double) throws {
    let desk = try Desk(plain: "张三")
    #expect(try desk.render("--dpi", "\(dpi)", output: "certificate.png").status == 0)
    let png = try desk.data("certificate.png")
    func big(_ offset: Int) -> Int { png[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    // A5 is 148 × 210 mm.
    #expect(abs(Double(big(16)) - 148 / 25.4 * dpi) <= 1)
    #expect(abs(Double(big(20)) - 210 / 25.4 * dpi) <= 1)
    let pixelsPerMetre = try big(#require(png.firstRange(of: Data("pHYs".utf8))).upperBound)
    #expect(abs(Double(pixelsPerMetre) * 0.0254 - dpi) < 0.02)
  }

  @Test("a resolution too coarse for the QR symbol is refused, with the one that does")
  func coarse() throws {
    let desk = try Desk()
    let result = try desk.render("--dpi", "72", output: "certificate.png")
    #expect(result.status == 1)
    #expect(result.ids == ["paint.qr-too-coarse"])
    #expect(try desk.files() == ["record.json", "photo.jpg"])
  }

  @Test("an older output survives a render that fails, byte by byte and to the second")
  func survivesFailure() throws {
    var desk = try Desk()
    #expect(try desk.render().status == 0)
    let old = try desk.data()
    let attributes = try FileManager.default.attributesOfItem(atPath: desk.path("certificate.pdf"))
    desk.set("name", "张\n三")
    #expect(try desk.render().status == 1)
    #expect(try desk.data() == old)
    let after = try FileManager.default.attributesOfItem(atPath: desk.path("certificate.pdf"))
    for key in [FileAttributeKey.modificationDate, .systemFileNumber] {
      #expect(attributes[key] as? NSObject == after[key] as? NSObject)
    }
    #expect(try desk.files() == ["record.json", "photo.jpg", "certificate.pdf"])
  }

  @Test("an older output survives a disk that fills up half-way, and nothing else is left behind")
  func survivesFullDisk() throws {
    let desk = try Desk()
    try desk.saveRecord()
    _ = try desk.folder.write(Data("old".utf8), as: "certificate.pdf")
    // A limit of 8 KB for a file, told by an error and not by a signal, as a full disk would.
    let result = try Command.shell(
      #"trap "" XFSZ; ulimit -f 8; "$certpress" render "$1" --data record.json --output certificate.pdf"#, desk.layout,
      folder: desk.folder.url.path)
    #expect(result.status == 2)
    #expect(result.ids == ["file.unusable"])
    #expect(try desk.data() == Data("old".utf8))
    #expect(try desk.files() == ["record.json", "photo.jpg", "certificate.pdf"])
  }

  @Test("killed at any moment, it leaves the old file or the whole new one", arguments: 1...8)
  func killed(step: Int) throws {
    let desk = try Desk()
    try desk.saveRecord()
    #expect(try desk.render("--dpi", "150", output: "new.png").status == 0)
    _ = try desk.folder.write(Data("old".utf8), as: "certificate.png")
    _ = try Tool.run(
      [
        "timeout", "-s", "KILL", "0.0\(step)", Repository.command, "render", desk.layout, "--data",
        desk.path("record.json"),
        "--output", desk.path("certificate.png"), "--dpi", "150",
      ])
    let left = try desk.data("certificate.png")
    #expect(try left == Data("old".utf8) || left == desk.data("new.png"))
  }

  @Test("many at once into one file leave one of theirs, whole")
  func concurrentWriters() throws {
    let desk = try Desk(plain: "张三")
    try desk.saveRecord()
    let result = try Command.shell(
      #"""
      for dpi in 36 40 44 48; do "$certpress" render "$1" --data record.json --output alone-$dpi.png --dpi $dpi; done
      for dpi in 36 40 44 48; do "$certpress" render "$1" --data record.json --output all.png --dpi $dpi & done
      wait
      """#, desk.layout, folder: desk.folder.url.path)
    #expect(result.error == "")
    let all = try desk.data("all.png")
    #expect(try [36, 40, 44, 48].contains { try desk.data("alone-\($0).png") == all })
    #expect(try desk.files().count == 7)  // four alone, one of all, the layout and the record
  }

  @Test("a link stays a link, and a file keeps its mode")
  func linkAndMode() throws {
    let desk = try Desk()
    let files = FileManager.default
    try files.createDirectory(atPath: desk.path("far"), withIntermediateDirectories: true)
    #expect(files.createFile(atPath: desk.path("far/real.pdf"), contents: nil, attributes: [.posixPermissions: 0o640]))
    try files.createSymbolicLink(atPath: desk.path("certificate.pdf"), withDestinationPath: "far/real.pdf")
    #expect(try desk.render().status == 0)
    #expect(try files.destinationOfSymbolicLink(atPath: desk.path("certificate.pdf")) == "far/real.pdf")
    #expect(try desk.data("far/real.pdf").starts(with: Data("%PDF".utf8)))
    #expect(try files.attributesOfItem(atPath: desk.path("far/real.pdf"))[.posixPermissions] as? Int == 0o640)
    #expect(try files.contentsOfDirectory(atPath: desk.path("far")) == ["real.pdf"])
  }

  @Test("names with blanks, quotes and Chinese are names")
  func names() throws {
    let desk = try Desk()
    let folder = try TemporaryFolder()
    let place = folder.path("张 三's \"证书\"")
    try FileManager.default.copyItem(atPath: desk.folder.url.path, toPath: place)
    try FileManager.default.copyItem(atPath: desk.layout, toPath: place + "/职称 证书.layout")
    try desk.json.write(to: URL(filePath: place + "/记录 1.json"))
    let result = try Command.run(
      ["render", "职称 证书.layout", "--data", "记录 1.json", "--output", "张 三.pdf"], folder: place)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error == "")
  }
}
