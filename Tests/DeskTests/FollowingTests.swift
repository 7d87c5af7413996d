import Foundation
import TestKit
import Testing

@Suite("Following the files", .serialized)
struct FollowingTests {
  private func x(_ state: OpenDesk.State, _ id: String) -> Double? { state.box(id).first }

  @Test(
    "each way in which an editor saves is seen: in place, by another file of the same name, gone and back, through a link"
  )
  func saving() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    var state = try desk.state()
    #expect(x(state, "box") == 10)
    func text(_ x: Int) -> String { OpenDesk.sheet.replacingOccurrences(of: "at: 10mm 10mm", with: "at: \(x)mm 10mm") }

    try desk.save(text(11))
    state = try desk.state(after: state.version) { x($0, "box") == 11 }
    try desk.replace(text(12))
    state = try desk.state(after: state.version) { x($0, "box") == 12 }
    // Again: what is watched is the name, not the file that had it.
    try desk.replace(text(13))
    state = try desk.state(after: state.version) { x($0, "box") == 13 }
    unlink(desk.layout)
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try desk.state().isStale == false)
    try desk.save(text(14))
    state = try desk.state(after: state.version) { x($0, "box") == 14 }
    // In two pieces, with a stop between them: the half is an error, the whole is not.
    let file = try FileHandle(forWritingTo: URL(filePath: desk.layout))
    try file.truncate(atOffset: 0)
    let bytes = Data(text(15).utf8)
    try file.write(contentsOf: bytes.prefix(200))
    Thread.sleep(forTimeInterval: 0.2)
    try file.write(contentsOf: bytes.dropFirst(200))
    try file.close()
    state = try desk.state(after: state.version) { x($0, "box") == 15 }
    #expect(state.isStale == false && state.text == text(15))
    // The file becomes a link to another, which is then written.
    let real = try desk.folder.write(Data(text(16).utf8), as: "real.layout")
    unlink(desk.layout)
    try FileManager.default.createSymbolicLink(atPath: desk.layout, withDestinationPath: real)
    state = try desk.state(after: state.version) { x($0, "box") == 16 }
    try Data(text(17).utf8).write(to: URL(filePath: real))
    state = try desk.state(after: state.version) { x($0, "box") == 17 }
  }

  @Test("the same bytes again, and files of others, are no news")
  func noNews() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let version = try desk.state().version
    try desk.save(OpenDesk.sheet)
    try desk.replace(OpenDesk.sheet)
    _ = try desk.folder.write(Data("x".utf8), as: "other.txt")
    Thread.sleep(forTimeInterval: 0.3)
    #expect(try desk.state().version == version)
  }

  @Test("an included file, a picture of the layout and the records are followed as the layout is")
  func others() throws {
    let house = "style label { font: song 12pt }\n"
    let square = { (color: String) in
      Data(
        #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="\#(color)"/></svg>"#
          .utf8)
    }
    let layout = """
      certificate "x" {
        page 60mm x 40mm
        font song "CertPress Song"
        include "house.layout"
        data { name text "姓名" { max: 9 } }
        text "{name}" { id: name; style: label; at: 5mm 5mm }
        image "logo.svg" { id: logo; at: 30mm 5mm; size: 10mm; alt: "标志" }
      }
      """
    let desk = try OpenDesk(
      layout,
      files: [
        "house.layout": Data(house.utf8), "logo.svg": square("#ff0000"), "record.json": Data(#"{"name":"甲乙"}"#.utf8),
      ], arguments: ["--data", "record.json"])
    var state = try desk.state()
    #expect(state.diagnostics.isEmpty, "\(state.diagnostics)")
    let width = state.box("name")[2]
    _ = try desk.folder.write(Data(house.replacingOccurrences(of: "12pt", with: "24pt").utf8), as: "house.layout")
    state = try desk.state(after: state.version) { abs($0.box("name")[2] - 2 * width) < 0.01 }
    func logo(_ state: OpenDesk.State) -> String {
      (state.pages[0]["items"] as? [[String]] ?? []).first { $0[0] == "logo" }?[1] ?? ""
    }
    let red = logo(state)
    #expect(!red.isEmpty)
    _ = try desk.folder.write(square("#0000ff"), as: "logo.svg")
    state = try desk.state(after: state.version) { logo($0) != red }
    _ = try desk.folder.write(Data(#"{"name":"甲乙丙丁"}"#.utf8), as: "record.json")
    state = try desk.state(after: state.version) { abs($0.box("name")[2] - 4 * width) < 0.01 }
  }

  @Test(
    "an error keeps the last good picture and says so; a cure by button mends it, as one change that can be taken back")
  func error() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    var state = try desk.state()
    let good = state
    let broken = OpenDesk.sheet.replacingOccurrences(
      of: "width: 60mm; align: center", with: "width: 60mm; aling: center")
    try desk.save(broken)
    state = try desk.state(after: state.version) { $0.isStale }
    #expect(state.box("box") == good.box("box"))
    let problem = try #require(state.diagnostics.first)
    #expect(problem["line"] as? Int == 9)
    #expect(problem["severity"] as? String == "error")
    #expect((problem["fixIts"] as? [[String: Any]])?.isEmpty == false)
    // Nothing is dragged by an old picture.
    let drag = try desk.post(
      "move", ["version": state.version, "id": "box", "page": 0, "handle": "move", "dx": 5, "dy": 0])
    #expect(drag.outcome == "hangs")
    #expect(try desk.text == broken)
    #expect(try desk.post("fix", ["version": state.version, "diagnostic": 0, "fixIt": 0]).outcome == "written")
    #expect(try desk.text == OpenDesk.sheet)
    state = try desk.state()
    #expect(state.isStale == false && state.diagnostics.isEmpty)
    #expect(try desk.post("undo", [:]).outcome == "written")
    #expect(try desk.text == broken)
  }

  @Test("a drag changes its number and no other byte; undo and redo give the very bytes")
  func drag() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let version = try desk.state().version
    let reply = try desk.post("move", ["version": version, "id": "box", "page": 0, "handle": "move", "dx": 5, "dy": 0])
    #expect(reply.outcome == "written")
    let moved = OpenDesk.sheet.replacingOccurrences(of: "at: 10mm 10mm", with: "at: 15mm 10mm")
    #expect(try desk.text == moved)
    var state = try desk.state()
    #expect(x(state, "box") == 15)
    #expect(state.undo?.contains("box") == true && state.redo == nil)
    #expect(try desk.post("undo", [:]).outcome == "written")
    #expect(try desk.text == OpenDesk.sheet)
    state = try desk.state()
    #expect(state.undo == nil && state.redo?.contains("box") == true)
    #expect(try desk.post("redo", [:]).outcome == "written")
    #expect(try desk.text == moved)
    #expect(try desk.post("redo", [:]).outcome == "nothing")
  }

  @Test("a number of a style asks whether it is meant here or everywhere")
  func choice() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    var body: [String: Any] = [
      "version": try desk.state().version, "id": "name", "page": 0, "handle": "e", "dx": 5, "dy": 0,
    ]
    let reply = try desk.post("move", body)
    #expect(reply.outcome == "choose")
    #expect((reply.json["everywhere"] as? String)?.contains("wide") == true)
    #expect(try desk.text == OpenDesk.sheet)
    body["scope"] = "here"
    #expect(try desk.post("move", body).outcome == "written")
    #expect(
      try desk.text
        == OpenDesk.sheet.replacingOccurrences(
          of: "style: wide; at: 50mm 12mm", with: "style: wide; at: 50mm 12mm; width: 65mm"))
    #expect(try desk.post("undo", [:]).outcome == "written")
    body["version"] = try desk.state().version
    body["scope"] = "everywhere"
    #expect(try desk.post("move", body).outcome == "written")
    #expect(try desk.text == OpenDesk.sheet.replacingOccurrences(of: "width: 60mm; align", with: "width: 65mm; align"))
  }

  @Test("a move that was reckoned on an older file is refused, and so is one that overtakes the watcher")
  func conflict() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let version = try desk.state().version
    let move: [String: Any] = ["version": version, "id": "box", "page": 0, "handle": "move", "dx": 5, "dy": 0]
    let other = OpenDesk.sheet.replacingOccurrences(of: "// stays", with: "// stays, says another")
    try desk.save(other)
    // At once: perhaps before the watcher has told of it, perhaps after.
    let reply = try desk.post("move", move)
    #expect(reply.status == 409 && reply.outcome == "conflict")
    #expect(try desk.text == other)
    let state = try desk.state(after: version)
    #expect(state.text == other)
    let again = try desk.post("move", move.merging(["version": state.version]) { $1 })
    #expect(again.outcome == "written")
    #expect(try desk.text == other.replacingOccurrences(of: "at: 10mm 10mm", with: "at: 15mm 10mm"))
  }

  @Test("undo keeps what another program saved in between, and is refused where that program wrote the same place")
  func undoBesideOthers() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    var state = try desk.state()
    func move(_ id: String, _ dx: Int) throws {
      let body: [String: Any] = ["version": state.version, "id": id, "page": 0, "handle": "move", "dx": dx, "dy": 0]
      #expect(try desk.post("move", body).outcome == "written")
      state = try desk.state()
    }
    try move("box", 5)
    try move("list", 2)
    // Above both, and on a line between them.
    let others = try desk.text.replacingOccurrences(of: "一张小纸", with: "一张更大的纸").replacingOccurrences(
      of: #"text "below""#, with: #"text "beneath""#)
    try desk.save(others)
    state = try desk.state(after: state.version) { $0.text == others }
    #expect(try desk.post("undo", [:]).outcome == "written")
    #expect(try desk.text == others.replacingOccurrences(of: "at: 12mm 45mm", with: "at: 10mm 45mm"))
    #expect(try desk.post("redo", [:]).outcome == "written")
    #expect(try desk.post("undo", [:]).outcome == "written")
    // The other change is still there to be undone, until its own line is written by another.
    state = try desk.state()
    #expect(state.undo?.contains("box") == true)
    let rewritten = try desk.text.replacingOccurrences(of: "at: 15mm 10mm", with: "at: 20mm 10mm")
    try desk.save(rewritten)
    state = try desk.state(after: state.version) { $0.text == rewritten }
    #expect(state.undo == nil)
    #expect(((state.json["notice"] as? [String: Any])?["text"] as? String)?.contains("another program") == true)
    #expect(try desk.post("undo", [:]).outcome == "nothing")
    #expect(try desk.text == rewritten)
  }

  @Test("two changes of one gesture in several places are one step")
  func severalPlaces() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let version = try desk.state().version
    let reply = try desk.post(
      "move", ["version": version, "id": "box", "page": 0, "handle": "se", "dx": 100.5, "dy": -4])
    #expect(reply.outcome == "written")
    #expect(try desk.text.contains("size: 130.5mm x 16mm"))
    #expect(try desk.post("undo", [:]).outcome == "written")
    #expect(try desk.text == OpenDesk.sheet)
  }

  private static let including = """
    certificate "x" {
      page 60mm x 40mm
      font song "CertPress Song"
      include "part.layout"
      text "main" { id: main; font: song 12pt; at: 5mm 5mm }
    }

    """
  private static let part = "text \"part\" { id: part; font: song 12pt; at: 5mm 20mm }\n"

  @Test("an error while an included file is shown, and one that is gone, leave the desk and its picture")
  func includedGone() throws {
    let desk = try OpenDesk(Self.including, files: ["part.layout": Data(Self.part.utf8)])
    var state = try desk.state()
    #expect(state.item("part")?["file"] as? Int == 1)
    try desk.save("certificate \"x\" {")
    state = try desk.state(after: state.version) { $0.isStale }
    #expect(state.item("part") != nil)
    try desk.save(Self.including)
    state = try desk.state(after: state.version) { !$0.isStale }
    unlink(desk.folder.path("part.layout"))
    state = try desk.state(after: state.version) { $0.isStale }
    #expect(state.diagnostics.contains { ($0["message"] as? String)?.contains("part.layout") == true })
    _ = try desk.folder.write(Data(Self.part.utf8), as: "part.layout")
    state = try desk.state(after: state.version) { !$0.isStale }
    #expect(state.box("part").count == 4)
  }

  @Test("what was done in an included file that went away and came back otherwise is not undone blindly")
  func includedUndo() throws {
    let desk = try OpenDesk(Self.including, files: ["part.layout": Data(Self.part.utf8)])
    var state = try desk.state()
    let body: [String: Any] = [
      "version": state.version, "id": "part", "page": 0, "handle": "move", "dx": 5, "dy": 0, "scope": "everywhere",
    ]
    #expect(try desk.post("move", body).outcome == "written")
    let path = desk.folder.path("part.layout")
    let moved = try String(contentsOfFile: path, encoding: .utf8)
    #expect(moved == Self.part.replacingOccurrences(of: "at: 5mm", with: "at: 10mm"))
    state = try desk.state()
    unlink(path)
    state = try desk.state(after: state.version) { $0.isStale }
    let other = "// above\n" + moved
    _ = try desk.folder.write(Data(other.utf8), as: "part.layout")
    _ = try desk.state(after: state.version) { !$0.isStale }
    #expect(try desk.post("undo", [:]).outcome == "nothing")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == other)
  }

  @Test("a folder that is made anew, or put in the place of another, is followed on")
  func folders() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    func text(_ x: Int) -> String { OpenDesk.sheet.replacingOccurrences(of: "at: 10mm 10mm", with: "at: \(x)mm 10mm") }
    var state = try desk.state()
    let folder = desk.folder.url.path
    try FileManager.default.moveItem(atPath: folder, toPath: folder + "-old")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try desk.save(text(11))
    state = try desk.state(after: state.version) { x($0, "box") == 11 }
    try desk.save(text(12))
    state = try desk.state(after: state.version) { x($0, "box") == 12 }
    try FileManager.default.removeItem(atPath: folder)
    Thread.sleep(forTimeInterval: 0.2)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try desk.save(text(13))
    state = try desk.state(after: state.version) { x($0, "box") == 13 }
    try desk.save(text(14))
    state = try desk.state(after: state.version) { x($0, "box") == 14 }
    try FileManager.default.removeItem(atPath: folder + "-old")
  }

  @Test("a pipe in the file's place does not hold the desk, and is not written")
  func pipe() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let version = try desk.state().version
    unlink(desk.layout)
    #expect(mkfifo(desk.layout, 0o600) == 0)
    Thread.sleep(forTimeInterval: 0.2)
    #expect(try desk.state().isStale == false)
    let body: [String: Any] = ["version": version, "id": "box", "page": 0, "handle": "move", "dx": 5, "dy": 0]
    #expect(try desk.post("move", body).outcome == "conflict")
    unlink(desk.layout)
  }

  @Test("every line of a long file at once is no long work; insertions and replacements at one place keep their order")
  func manyLines() throws {
    let long = OpenDesk.sheet + String(repeating: "// a line that says nothing\n", count: 19_000)
    let desk = try OpenDesk(long)
    var state = try desk.state()
    let body: [String: Any] = ["version": state.version, "id": "box", "page": 0, "handle": "move", "dx": 5, "dy": 0]
    #expect(try desk.post("move", body).outcome == "written")
    let other = try desk.text.replacingOccurrences(of: "\n", with: "\r\n")
    try desk.save(other)
    state = try desk.state(after: state.version) { $0.text == other }
    #expect(try desk.post("undo", [:]).outcome == "nothing")
    #expect(try desk.text == other)
    // 一张小纸 has 8 bytes more than units.
    let at = try #require(other.range(of: "Small")).lowerBound.utf16Offset(in: other) + 8
    func edit(_ end: Int, _ text: String) -> [String: Any] {
      ["file": 0, "offset": at, "endOffset": end, "replacement": text]
    }
    let edits = [edit(at, "A"), edit(at, "B"), edit(at + 5, "C")]
    #expect(try desk.post("edit", ["version": state.version, "edits": edits]).outcome == "written")
    #expect(try desk.text == other.replacingOccurrences(of: "Small", with: "ABC"))
    #expect(try desk.post("undo", [:]).outcome == "written")
    #expect(try desk.text == other)
  }

  @Test("an idle desk takes no processor time")
  func idle() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    func ticks() throws -> Int {
      let stat = try String(contentsOfFile: "/proc/\(desk.pid)/stat", encoding: .utf8)
      let fields = stat[stat.index(after: stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
      return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
    }
    _ = try desk.state()
    Thread.sleep(forTimeInterval: 1)
    let before = try ticks()
    // Somebody waits for news meanwhile, as the page does.
    _ = try desk.call("GET", "/api/state?after=1000000")
    let used = try ticks() - before
    print("an idle desk: \(used) ticks of 10 ms in 25 s")
    #expect(used <= 5)
  }
}
