import Foundation
import TestKit
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  @Test("0: a certificate is made, and nothing is said")
  func done() throws {
    let desk = try Desk()
    for (output, magic) in [("certificate.pdf", "%PDF-"), ("certificate.png", "\u{FFFD}PNG")] {
      let result = try desk.render(output: output)
      #expect(result.status == 0)
      #expect(result.error == "")
      #expect(result.output.isEmpty)
      #expect(String(decoding: try desk.data(output).prefix(5), as: UTF8.self).hasPrefix(magic))
    }
  }

  @Test("0: warnings are told, and the certificate is made")
  func warnings() throws {
    var desk = try Desk()
    // No face of the Kai family has it; the whole name changes to another.
    desk.set("name", "\u{2A0DC}")
    let result = try desk.render()
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error.contains("warning: "))
    #expect(result.error.hasSuffix("\n1 warning\n"))
    #expect(try desk.files().contains("certificate.pdf"))
  }

  @Test(
    "0: a warning about the record itself is told with its place in the record's file",
    arguments: [["render", "--output", "certificate.pdf"], ["check"], ["dump", "--stage", "scene"]])
  func recordWarning(command: [String]) throws {
    var desk = try Desk()
    desk.set("nmae", "张三")
    let record = try desk.saveRecord()
    let result = try Command.run(command + [desk.layout, "--data", record], folder: desk.folder.url.path)
    #expect(result.status == 0)
    #expect(result.ids == ["record.unknown-field"])
    #expect(result.error.hasPrefix("\(record):\(desk.fields.count + 1):3: warning: "), "\(result.error)")
  }

  @Test("1: the record, the picture or the layout is at fault")
  func input() throws {
    var desk = try Desk()
    desk.set("birth", "soon")
    #expect(try desk.render().status == 1)
    desk = try Desk()
    _ = try desk.folder.write(Data(), as: "photo.jpg")
    #expect(try desk.render().status == 1)
    #expect(try Desk(layout: Data("certificate".utf8)).render().status == 1)
  }

  @Test("1: a layout that wants a record, and none is given: its fields are listed once")
  func noRecord() throws {
    let result = try Command.run(["render", Repository.layout, "--output", "/dev/null", "--format", "pdf"])
    #expect(result.status == 1)
    #expect(result.ids == ["record.not-given"])
    #expect(result.error.contains("name one with --data; its fields are certificate_number, name, gender"))
    #expect(!result.error.contains("expires"))
  }

  @Test("0: a layout without data needs no record")
  func noData() throws {
    let desk = try Desk(layout: Data("certificate \"x\" {\n  page A5\n  line { from: 1cm 1cm; to: 5cm 1cm }\n}\n".utf8))
    let result = try Command.run(["render", desk.layout, "--output", desk.path("certificate.pdf")])
    #expect(result.status == 0)
    #expect(result.error == "")
  }

  @Test("2: a file that cannot be read is told with its path", arguments: ["none", ".", "/dev/null/none"])
  func unreadable(path: String) throws {
    let desk = try Desk()
    for arguments in [[path, "--data", try desk.saveRecord()], [desk.layout, "--data", path]] {
      for command in [["render", "--output", desk.path("certificate.pdf")], ["check"], ["dump", "--stage", "scene"]] {
        let result = try Command.run(command + arguments)
        #expect(result.status == 2, "\(result.error)")
        #expect(result.ids == ["file.unusable"])
        #expect(result.error.contains("'\(path)'"))
      }
    }
    #expect(try desk.files() == ["record.json", "photo.jpg"])
  }

  @Test(
    "2: an output that cannot be written is told with its path",
    arguments: ["none/certificate.pdf", "/dev/full", ".", "/proc/certificate.pdf", "/dev/null/certificate.pdf"])
  func unwritable(path: String) throws {
    let desk = try Desk()
    let result = try Command.run(
      ["render", desk.layout, "--data", try desk.saveRecord(), "--output", path, "--format", "pdf"],
      folder: desk.folder.url.path)
    #expect(result.status == 2)
    #expect(result.ids == ["file.unusable"])
    #expect(result.error.contains("'\(path)'"))
    #expect(try desk.files() == ["record.json", "photo.jpg"])
  }

  @Test(
    "2: standard output that is full or closed",
    arguments: [
      "render \"$1\" --data record.json --output - --format pdf",
      "render \"$1\" --data record.json --output - --format png",
      "check \"$1\"", "check \"$1\" --diagnostics json", "dump \"$1\" --stage syntax", "dump \"$1\" --stage template",
      "dump \"$1\" --stage scene --data record.json", "fonts",
    ])
  func fullStandardOutput(arguments: String) throws {
    let desk = try Desk()
    try desk.saveRecord()
    for redirection in ["> /dev/full", ">&-"] {
      let result = try Command.shell(
        "\"$certpress\" \(arguments) \(redirection)", desk.layout, folder: desk.folder.url.path)
      #expect(result.status == 2, "\(redirection)")
    }
  }

  @Test("2: a folder without fonts", arguments: ["none", "."])
  func fonts(path: String) throws {
    let desk = try Desk()
    let result = try desk.render("--fonts", path)
    #expect(result.status == 2)
    #expect(result.error.contains("manifest"))
    #expect(result.error.contains("--fonts"))
  }

  @Test("2: a command far from its fonts says how to name them")
  func fontsNotFound() throws {
    let desk = try Desk()
    try desk.saveRecord()
    try FileManager.default.copyItem(atPath: Repository.command, toPath: desk.path("certpress"))
    let arguments = ["render", desk.layout, "--data", "record.json", "--output", "certificate.pdf"]
    let lost = try Tool.run([desk.path("certpress")] + arguments, folder: desk.folder.url.path)
    #expect(lost.status == 2)
    #expect(lost.ids == ["fonts.not-found"])
    #expect(lost.error.contains("--fonts DIR"))
    let told = try Tool.run(
      [desk.path("certpress")] + arguments + ["--fonts", Repository.fonts], folder: desk.folder.url.path)
    #expect(told.status == 0)
  }

  @Test("an installed command finds its fonts in share/certpress/fonts beside its folder")
  func installed() throws {
    let desk = try Desk()
    try desk.saveRecord()
    let files = FileManager.default
    for folder in ["bin", "share/certpress"] {
      try files.createDirectory(atPath: desk.path(folder), withIntermediateDirectories: true)
    }
    try files.copyItem(atPath: Repository.command, toPath: desk.path("bin/certpress"))
    try files.createSymbolicLink(atPath: desk.path("share/certpress/fonts"), withDestinationPath: Repository.fonts)
    let result = try Tool.run(
      desk.path("bin/certpress"), "render", desk.layout, "--data", "record.json", "--output", "certificate.pdf",
      folder: desk.folder.url.path)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test("70: a bug ends with a sentence, not with a dump of memory", arguments: ["ILL", "SEGV", "BUS"])
  func bug(signal: String) throws {
    let desk = try Desk()
    let result = try Command.shell(
      #"""
      mkfifo input
      "$certpress" check "$1" --data - < input & certpress=$!
      exec 3> input
      # It waits for the record now; a signal stands for the trap that nobody knows of yet.
      sleep 1
      kill -s "$2" $certpress
      wait $certpress
      """#, desk.layout, signal, folder: desk.folder.url.path)
    #expect(result.status == 70)
    #expect(result.error.hasPrefix("error: certpress has met a bug of its own [command.bug]\n"))
    #expect(result.error.split(separator: "\n").count == 2)
  }

  @Test(
    "64: the command line is wrong",
    arguments: [
      ["rendr"], ["render"], ["render", "x.layout"], ["render", "x.layout", "--data", "r.json", "--output", "x.doc"],
      ["render", "x.layout", "--data", "r.json", "--output", "-"],
      ["render", "x.layout", "--output", "x.png", "--dpi", "35"],
      ["render", "x.layout", "--output", "x.png", "--dpi", "1201"],
      ["render", "x.layout", "--output", "x.png", "--dpi", "nan"],
      ["render", "x.layout", "--output", "x.png", "--dpi", "many"],
      ["render", "x.layout", "--output", "x.gif", "--format", "gif"],
      ["render", "x.layout", "--output", "-", "--format", "pdf", "--diagnostics", "json"],
      ["check"], ["dump", "x.layout"], ["dump", "x.layout", "--stage", "paper"],
      ["dump", "x.layout", "--stage", "syntax", "--data", "r.json"], ["golden", "approve"], ["fonts", "--verfy"],
    ])
  func usage(arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("Error: "))
    #expect(result.error.contains("Usage: certpress"))
  }
}
