import Foundation
import TestKit
import Testing

/// The page in a real browser, on a real desk, with a file that changes.
@Suite("The desk's page", .serialized)
struct DeskPageTests {
  /// A desk and a browser that looks at it.
  private final class Session {
    let desk: OpenDesk
    let browser: Browser

    init(_ text: String = OpenDesk.sheet, files: [String: Data] = [:], arguments: [String] = []) throws {
      desk = try OpenDesk(text, files: files, arguments: arguments)
      // Large, so that a pixel is less than the tenth of a millimetre that a drag is told in.
      browser = try Browser(width: 2400, height: 1400)
      try browser.open(desk.address)
      try drawn()
    }

    deinit { try? browser.close() }

    func ask(_ expression: String) throws -> String { try browser.run("return String(\(expression))") }

    func click(_ selector: String) throws { _ = try browser.run("document.querySelector('\(selector)').click()") }

    var version: Int { get throws { Int(try ask("document.documentElement.dataset.version")) ?? 0 } }

    /// Waits until the page has drawn what the desk has.
    func drawn() throws {
      let version = try desk.state().version
      try browser.wait(for: "Number(document.documentElement.dataset.version) >= \(version)")
    }

    func text(is expected: String) throws {
      for _ in 0..<100 {
        if try desk.text == expected { break }
        Thread.sleep(forTimeInterval: 0.05)
      }
      #expect(try desk.text == expected)
      try drawn()
    }

    /// Of an item's drawing, in CSS pixels of the window: left, top, right, bottom.
    func rectangle(_ id: String) throws -> [Double] {
      let json = try browser.run(
        """
        const node = document.querySelector('#sheet > [data-page="0"]').shadowRoot.querySelector('[id="\(id)"]');
        const r = node.getBoundingClientRect();
        return JSON.stringify([r.left, r.top, r.right, r.bottom]);
        """)
      return try JSONDecoder().decode([Double].self, from: Data(json.utf8))
    }

    func middle(_ id: String) throws -> (x: Double, y: Double) {
      let r = try rectangle(id)
      return ((r[0] + r[2]) / 2, (r[1] + r[3]) / 2)
    }

    /// CSS pixels to a millimetre of the sheet, which is 120 mm wide.
    var scale: Double {
      get throws {
        Double(try ask("document.querySelector('#sheet').getBoundingClientRect().width / 120")) ?? 0
      }
    }

    /// By the mouse, without snapping.
    func drag(_ id: String, mm dx: Double, _ dy: Double) throws {
      let (from, scale) = (try middle(id), try scale)
      let to = (x: from.x + dx * scale, y: from.y + dy * scale)
      let half = (x: (from.x + to.x) / 2, y: (from.y + to.y) / 2)
      try browser.drag([from, half, to], holding: .alt)
    }
  }

  @Test("a saved edit is drawn: what changed anew, what did not as it was")
  func editing() throws {
    let session = try Session()
    let before = try session.rectangle("box")
    let name = try session.rectangle("name")
    try session.desk.replace(OpenDesk.sheet.replacingOccurrences(of: "at: 10mm 10mm", with: "at: 20mm 10mm"))
    try session.browser.wait(for: "document.querySelector('#source-text').textContent.includes('at: 20mm 10mm')")
    try session.drawn()
    let after = try session.rectangle("box")
    #expect(abs(after[0] - before[0] - 10 * (try session.scale)) < 1)
    #expect(try session.rectangle("name") == name)
    // Only the box was drawn anew.
    #expect(try session.ask("document.querySelector('#sheet').dataset.made") == "1")
    #expect(try session.browser.console() == [])
  }

  @Test("an error dims the last good picture and is explained beside it; its cure is one click, and all is well again")
  func error() throws {
    let session = try Session()
    let before = try session.rectangle("box")
    let broken = OpenDesk.sheet.replacingOccurrences(of: "align: center", with: "aling: center")
    try session.desk.save(broken)
    try session.browser.wait(for: "document.documentElement.hasAttribute('data-stale')")
    #expect(try session.rectangle("box") == before)
    #expect(try session.ask("getComputedStyle(document.querySelector('#sheet')).filter").contains("opacity(0.45)"))
    let problem = try session.ask("document.querySelector('[data-test=problem-0]').innerText")
    #expect(problem.contains("aling") && problem.contains("^^^^^") && problem.contains("9"))
    #expect(try session.ask("document.querySelector('#line-9').dataset.severity") == "error")
    try session.click("[data-test=fix-0-0]")
    try session.browser.wait(for: "!document.documentElement.hasAttribute('data-stale')")
    try session.text(is: OpenDesk.sheet)
    #expect(try session.browser.console() == [])
  }

  @Test("a click on an item lights its line and tells what made it; a click on a line lights the item")
  func selecting() throws {
    let session = try Session()
    let name = try session.middle("name")
    try session.browser.click(name.x, name.y)
    try session.browser.wait(for: "document.documentElement.dataset.selected === 'name'")
    #expect(try session.ask("document.querySelector('#line-11').classList.contains('lit')") == "true")
    let told = try session.ask("document.querySelector('#inspector').innerText")
    for words in ["name", "line 11", "style 'wide' line 9", "60 × 5.64 mm", "16 pt, as asked"] {
      #expect(told.contains(words), "\(words) in \(told)")
    }
    for (property, written) in [("x", "50mm"), ("width", "60mm"), ("font.size", "16pt")] {
      #expect(try session.ask("document.querySelector('[data-test=\"value-\(property)\"]').value") == written)
    }
    try session.click("#line-10")
    try session.browser.wait(for: "document.documentElement.dataset.selected === 'box'")
    #expect(try session.ask("document.querySelector('#line-10').classList.contains('lit')") == "true")
    #expect(try session.browser.console() == [])
  }

  @Test("five millimetres by the mouse are one number in the file, and Ctrl-Z gives the very bytes back")
  func dragging() throws {
    let session = try Session()
    let box = try session.rectangle("box")
    // Its edge, since it is not filled.
    let (from, scale) = ((x: box[0] + 1, y: (box[1] + box[3]) / 2), try session.scale)
    try session.browser.drag(
      [from, (from.x + 2 * scale, from.y), (from.x + 5 * scale, from.y)], holding: .alt)
    try session.text(is: OpenDesk.sheet.replacingOccurrences(of: "at: 10mm 10mm", with: "at: 15mm 10mm"))
    try session.browser.type("z", holding: .control)
    try session.text(is: OpenDesk.sheet)
    try session.browser.type("z", holding: .control, .shift)
    try session.text(is: OpenDesk.sheet.replacingOccurrences(of: "at: 10mm 10mm", with: "at: 15mm 10mm"))
    try session.browser.type("z", holding: .control)
    try session.text(is: OpenDesk.sheet)
    // By keys: two steps down.
    try session.browser.press(.down)
    try session.browser.press(.down)
    try session.text(is: OpenDesk.sheet.replacingOccurrences(of: "at: 10mm 10mm", with: "at: 10mm 11mm"))
    #expect(try session.browser.console() == [])
  }

  @Test("what hangs on another element changes its offset, and what a column places says so")
  func hanging() throws {
    let session = try Session()
    try session.drag("under", mm: 0, 3)
    try session.text(is: OpenDesk.sheet.replacingOccurrences(of: "below name + 4mm", with: "below name + 7mm"))
    try session.desk.save(OpenDesk.sheet)
    try session.browser.wait(for: "document.querySelector('#source-text').textContent.includes('+ 4mm')")
    try session.drag("list/甲/甲", mm: 4, 0)
    Thread.sleep(forTimeInterval: 0.5)
    #expect(try session.desk.text == OpenDesk.sheet)
    #expect(try session.ask("document.body.innerText").contains("list"))
    #expect(try session.browser.console() == [])
  }

  @Test("a number of a style asks: here or everywhere, by keyboard too")
  func choosing() throws {
    let session = try Session()
    try session.click("#line-11")
    try session.browser.wait(for: "document.documentElement.dataset.selected === 'name'")
    _ = try session.browser.run("document.querySelector('#stage').focus()")
    let name = try session.desk.state().box("name")
    let sheet = try session.ask(
      "JSON.stringify((({left, top}) => [left, top])(document.querySelector('#sheet').getBoundingClientRect()))")
    let corner = try JSONDecoder().decode([Double].self, from: Data(sheet.utf8))
    let scale = try session.scale
    let from = (x: corner[0] + (name[0] + name[2]) * scale, y: corner[1] + (name[1] + name[3] / 2) * scale)
    try session.browser.drag([from, (from.x - 2 * scale, from.y), (from.x - 5 * scale, from.y)], holding: .alt)
    try session.browser.wait(for: "document.querySelector('#choose').open")
    #expect(try session.desk.text == OpenDesk.sheet)
    #expect(try session.ask("document.querySelector('[data-test=choose-everywhere]').innerText").contains("wide"))
    try session.browser.press(.down)
    try session.browser.press(.enter)
    try session.text(is: OpenDesk.sheet.replacingOccurrences(of: "width: 60mm; align", with: "width: 55mm; align"))
    #expect(try session.browser.console() == [])
  }

  @Test("the strip shows the hardest records; one click and the sheet shows it; the form changes a value")
  func records() throws {
    let session = try Session()
    try session.browser.wait(for: "document.querySelectorAll('#samples .sample').length > 3")
    let count = Int(try session.ask("document.querySelectorAll('#samples .sample').length")) ?? 0
    #expect(count <= 10)
    #expect(
      try session.ask("[...document.querySelectorAll('#samples img')].every(i => i.naturalWidth > 100)") == "true")
    let before = try session.ask("JSON.stringify(window.desk.state.record)")
    try session.click("[data-test=sample-1]")
    try session.browser.wait(for: "JSON.stringify(window.desk.state.record) !== \(quoted(before))")
    try session.click("#tab-form")
    _ = try session.browser.run(
      """
      const field = document.querySelector('#form [data-path="name"]');
      field.value = '<b>王</b>{name}'; field.dispatchEvent(new Event('input', { bubbles: true }));
      """)
    try session.browser.wait(for: "window.desk.state.record.name === '<b>王</b>{name}'")
    try session.drawn()
    #expect(
      try session.ask(
        "document.querySelectorAll('b').length === 0 || ![...document.querySelectorAll('b')].some(b => b.textContent === '王')"
      ) == "true")
    #expect(
      try session.ask(
        "document.querySelector('#sheet > [data-page]').shadowRoot.querySelector('[id=name]').getAttribute('aria-label')"
      )
        == "<b>王</b>{name}")
    #expect(try session.desk.text == OpenDesk.sheet)
    #expect(try session.browser.console() == [])
  }

  @Test("a scan is laid over the sheet: a picture stays in the browser, a PDF's page is drawn; both can be compared")
  func scan() throws {
    let session = try Session()
    let press = try Tool.run(
      Repository.command, "render", session.desk.layout, "--data", "-", "--output", "-", "--format", "pdf",
      input: Data(#"{"name":"王"}"#.utf8))
    #expect(press.status == 0, "\(press.error)")
    let png = try Tool.run(
      Repository.command, "render", session.desk.layout, "--data", "-", "--output", "-", "--format", "png", "--dpi",
      "72", input: Data(#"{"name":"王"}"#.utf8))
    try session.click("#tab-compare")
    for (name, type, bytes) in [
      ("specimen.pdf", "application/pdf", press.output), ("specimen.png", "image/png", png.output),
    ] {
      _ = try session.browser.run(
        """
        const bytes = Uint8Array.from(atob('\(bytes.base64EncodedString())'), (c) => c.charCodeAt(0));
        const transfer = new DataTransfer();
        transfer.items.add(new File([bytes], '\(name)', { type: '\(type)' }));
        document.querySelector('#stage').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        """)
      try session.browser.wait(
        for: "document.querySelector('#scan img')?.complete && document.querySelector('#scan-difference') !== null")
      // The same sheet over itself: the difference is black but for the edges of letters.
      try session.click("#scan-difference")
      try session.browser.wait(
        for:
          "[...document.querySelectorAll('#scan, #scan *')].some(e => getComputedStyle(e).mixBlendMode === 'difference')"
      )
      try session.click("#scan-onion")
      try session.click("#scan-remove")
      try session.browser.wait(for: "document.querySelector('#scan img') === null")
    }
    #expect(try session.browser.console() == [])
  }

  @Test("printed it is the sheet alone, as large as its paper, and vector")
  func printing() throws {
    let session = try Session()
    let path = try session.desk.folder.write(session.browser.printed(), as: "print.pdf")
    let info = try Tool.run("pdfinfo", path).text
    let size = try #require(info.firstMatch(of: /Page size:\s+([0-9.]+) x ([0-9.]+) pts/))
    // 120 mm x 80 mm.
    #expect(abs((Double(size.1) ?? 0) - 340.16) < 1 && abs((Double(size.2) ?? 0) - 226.77) < 1, "\(size.0)")
    #expect(info.contains(/Pages:\s+1\n/))
    #expect(try Tool.run("pdfimages", "-list", path).text.split(separator: "\n").count == 2, "no picture of the sheet")
  }

  @Test("a line is opened in the person's editor")
  func editor() throws {
    let session = try Session(
      files: ["editor.sh": Data("printf '%s\\n' \"$@\" > opened\n".utf8)],
      arguments: ["--editor", "sh editor.sh {file} {line}"])
    try session.click("#line-10")
    try session.click("#tab-inspector")
    try session.browser.wait(for: "document.querySelector('#open-editor') !== null")
    try session.click("#open-editor")
    let opened = session.desk.folder.path("opened")
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: opened) { Thread.sleep(forTimeInterval: 0.05) }
    let words = try String(contentsOfFile: opened, encoding: .utf8).split(separator: "\n")
    #expect(words.first?.hasSuffix("/sheet.layout") == true && words.last == "10")
  }

  @Test("in Chinese and in English, in light and in dark: every word of the page is there")
  func languages() throws {
    let session = try Session()
    var seen: Set<String> = []
    for _ in 0..<2 {
      let text = try session.ask("document.querySelector('#side').innerText")
      #expect(!text.contains("undefined"))
      seen.insert(text)
      try session.click("#language")
    }
    #expect(seen.count == 2)
    let light = try session.ask("getComputedStyle(document.body).backgroundColor")
    try session.click("#theme")
    let first = try session.ask("getComputedStyle(document.body).backgroundColor")
    try session.click("#theme")
    let second = try session.ask("getComputedStyle(document.body).backgroundColor")
    #expect(Set([light, first, second]).count == 2)
    #expect(try session.browser.console() == [])
  }

  @Test("nothing is fetched from anywhere but the desk")
  func offline() throws {
    let session = try Session()
    let resources = try session.ask(
      "performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin) && !n.startsWith('data:') && !n.startsWith('blob:')).join()"
    )
    #expect(resources == "")
    #expect(try session.ask("location.hash") == "")
    try session.browser.wait(for: "document.documentElement.dataset.connection === 'live'")
  }

  @Test("a page of somebody else in the same browser changes nothing, whatever it sends")
  func foreignPage() throws {
    let session = try Session()
    let version = try session.version
    let page = try session.desk.folder.write(Data("<!doctype html><title>evil</title>".utf8), as: "evil.html")
    try session.browser.open(URL(filePath: page))
    let body = #"{"version":\#(version),"id":"box","page":0,"handle":"move","dx":5,"dy":0}"#
    let outcome = try session.browser.run(
      """
      const send = (options) => fetch('http://127.0.0.1:\(session.desk.port)/api/move', { method: 'POST', body: '\(body)', ...options })
        .then((a) => a.type === 'opaque' ? 'opaque' : String(a.status), () => 'refused');
      return Promise.all([
        send({}), send({ mode: 'no-cors' }), send({ mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } }),
        send({ headers: { 'Content-Type': 'application/json', Authorization: 'Bearer \(session.desk.token)' } }),
        fetch('http://127.0.0.1:\(session.desk.port)/api/state', { mode: 'no-cors' }).then((a) => a.text(), () => 'refused'),
      ]).then((all) => all.join());
      """)
    #expect(!outcome.contains("200") && !outcome.contains("certificate"), "\(outcome)")
    #expect(try session.desk.text == OpenDesk.sheet)
  }

  private func quoted(_ text: String) -> String {
    let data = try? JSONSerialization.data(withJSONObject: text, options: .fragmentsAllowed)
    return String(decoding: data ?? Data(), as: UTF8.self)
  }
}
