import Foundation
import TestKit
import Testing

@Suite("Who is answered", .serialized)
struct GuardTests {
  private static let move = #"{"version":1,"id":"box","page":0,"handle":"move","dx":5,"dy":0}"#

  @Test("without the token, with a wrong one, or by another name or origin, nothing is read and nothing written")
  func strangers() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let port = desk.port
    let attacks: [(String, [String: String], Bool, Int)] = [
      ("no token", [:], false, 401),
      ("wrong token", ["Authorization": "Bearer " + String(repeating: "0", count: 32)], false, 401),
      ("short token", ["Authorization": "Bearer " + desk.token.dropLast()], false, 401),
      ("token as password", ["Authorization": "Basic " + desk.token], false, 401),
      ("rebound name", ["Host": "evil.example:\(port)"], true, 403),
      ("name without port", ["Host": "127.0.0.1"], true, 403),
      ("foreign origin", ["Origin": "http://evil.example"], true, 403),
      ("another port's page", ["Origin": "http://127.0.0.1:\(port + 1)"], true, 403),
      ("a sandboxed page", ["Origin": "null"], true, 403),
      ("a cross-site request", ["Sec-Fetch-Site": "cross-site"], true, 403),
      ("a page of another port", ["Sec-Fetch-Site": "same-site"], true, 403),
      ("a form", ["Content-Type": "text/plain"], true, 415),
      ("a form's fields", ["Content-Type": "application/x-www-form-urlencoded"], true, 415),
    ]
    for (what, headers, isAuthorized, status) in attacks {
      let reply = try desk.call("POST", "/api/move", Self.move, headers: headers, isAuthorized: isAuthorized)
      #expect(reply.status == status, "\(what)")
      #expect(reply.outcome == nil, "\(what)")
    }
    for (what, headers, isAuthorized, status) in attacks where status != 415 {
      #expect(
        try desk.call("GET", "/api/state", headers: headers, isAuthorized: isAuthorized).status == status, "\(what)")
    }
    #expect(try desk.text == OpenDesk.sheet)
    // The same with everything right does write.
    let origin = ["Origin": "http://127.0.0.1:\(port)", "Sec-Fetch-Site": "same-origin"]
    #expect(try desk.call("POST", "/api/move", Self.move, headers: origin).outcome == "written")
    #expect(try desk.text != OpenDesk.sheet)
  }

  @Test("no file of the disk has an address, whatever the path says")
  func files() throws {
    let desk = try OpenDesk(OpenDesk.sheet, files: ["secret.txt": Data("secret".utf8)])
    for path in [
      "/sheet.layout", "/secret.txt", "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/%2e%2e/etc/passwd",
      "//etc/passwd", "/../../../../../../etc/passwd", "/desk.html/../secret.txt", "/api/../secret.txt", "/api/",
      "/api/file?name=/etc/passwd", "/desk.html%00.txt", "/\\..\\secret.txt",
    ] {
      let reply = try desk.call("GET", path)
      #expect([400, 404].contains(reply.status), "\(path): \(reply.status)")
      let text = String(decoding: reply.body, as: UTF8.self)
      #expect(!text.contains("secret") && !text.contains("root:"), "\(path)")
    }
    #expect(try desk.call("DELETE", "/api/move", Self.move).status == 404)
    #expect(try desk.call("POST", "/", "{}").status == 405)
    #expect(try desk.call("GET", "/").status == 200)
  }

  @Test("edits outside of the layout's own text are refused, and what is no request changes nothing")
  func malformed() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let end = OpenDesk.sheet.utf8.count
    func edit(_ file: Int, _ from: Int, _ to: Int) -> String {
      #"{"version":1,"edits":[{"file":\#(file),"offset":\#(from),"endOffset":\#(to),"replacement":"x"}]}"#
    }
    for (post, body) in [
      ("edit", edit(1, 0, 0)), ("edit", edit(-1, 0, 0)), ("edit", edit(0, -1, 0)), ("edit", edit(0, 5, 4)),
      ("edit", edit(0, 0, end + 1)), ("edit", "[]"), ("edit", "{"), ("edit", #"{"version":1,"edits":[]}"#),
      ("edit", #"{"edits":[{"file":"/etc/passwd","offset":0,"endOffset":0,"replacement":""}]}"#),
      ("move", "{}"), ("move", #"{"version":1,"id":"box","page":0,"handle":"up","dx":1,"dy":1}"#),
      ("move", #"{"version":1,"id":"box","page":0,"handle":"move","dx":1e300,"dy":0}"#),
      ("fix", #"{"version":1,"diagnostic":9,"fixIt":0}"#), ("record", #"{"index":7}"#), ("sample", #"{"index":-1}"#),
      ("open", #"{"file":3,"line":1}"#), ("record", #"{"record":[1]}"#),
    ] {
      let reply = try desk.call("POST", "/api/\(post)", body)
      #expect(reply.status == 400, "\(post) \(body): \(reply.status)")
      #expect(reply.message?.isEmpty == false)
    }
    #expect(try desk.call("POST", "/api/burn", "{}").status == 404)
    #expect(
      try desk.call("POST", "/api/record", #"{"record":{"name":""# + String(repeating: "a", count: 5 << 20) + #""}}"#)
        .status == 413)
    #expect(try desk.text == OpenDesk.sheet)
    #expect(try desk.state().isStale == false)
  }

  @Test("it listens on the loopback address alone")
  func loopback() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    // /proc/net/tcp: the local address in hexadecimal, state 0A is listening.
    let port = String(desk.port, radix: 16, uppercase: true)
    let hex = String(repeating: "0", count: 4 - port.count) + port
    let tables = try Tool.run("cat", "/proc/net/tcp", "/proc/net/tcp6").text
    let listening = tables.split(separator: "\n").filter { $0.contains(":\(hex) ") && $0.contains(" 0A ") }
    #expect(listening.count == 1)
    #expect(listening.first?.contains("0100007F:\(hex) ") == true)
  }

  @Test("a port that is taken, a layout that is not there and records that are none are told before anything opens")
  func cannotOpen() throws {
    let desk = try OpenDesk(OpenDesk.sheet)
    let taken = try Tool.run(
      Repository.command, "preview", desk.layout, "--no-open", "--port", String(desk.port))
    #expect(taken.status == 2)
    #expect(taken.error.contains("127.0.0.1:\(desk.port)") && taken.error.contains("hint"))
    let missing = try Tool.run(Repository.command, "preview", desk.folder.path("none.layout"), "--no-open")
    #expect(missing.status == 2)
    #expect(missing.error.contains("cannot read the layout"))
    let records = try desk.folder.write(Data("[1, 2".utf8), as: "broken.json")
    let broken = try Tool.run(Repository.command, "preview", desk.layout, "--no-open", "--data", records)
    #expect(broken.status == 1)
    #expect(broken.error.contains("broken.json"))
  }
}
