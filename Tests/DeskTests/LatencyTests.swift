import Foundation
import TestKit
import Testing

/// From a save to the new picture. It measures and judges nothing: machines differ, and this one may be busy.
@Suite("How quick the desk is", .serialized)
struct LatencyTests {
  @Test("fifty saves of the certificate, each until the browser has painted it")
  func saves() throws {
    let text = try String(contentsOfFile: Repository.layout, encoding: .utf8)
    let record = Data(try Repository.records()[0])
    let photos = URL(filePath: Repository.data)
    let desk = try OpenDesk(
      text, files: ["record.json": record], arguments: ["--data", "record.json", "--assets", photos.path])
    let browser = try Browser()
    try browser.open(desk.address)
    try browser.wait(for: "document.documentElement.dataset.version")
    #expect(try desk.state().isStale == false)
    // The moment of the frame behind the one that shows a version, on the clock of the whole machine.
    _ = try browser.run(
      """
      window.painted = {};
      new MutationObserver(() => {
        const version = document.documentElement.dataset.version;
        requestAnimationFrame(() => setTimeout(() => { window.painted[version] ??= Date.now(); }));
      }).observe(document.documentElement, { attributes: true, attributeFilter: ['data-version'] });
      """)
    var times: [Double] = []
    for round in 0..<50 {
      // A number that moves five lines of text, and one that moves the seal.
      let changed = text.replacingOccurrences(of: "at: 28mm 40mm", with: "at: \(28 + round % 2).5mm 40mm")
        .replacingOccurrences(of: "center: 188mm", with: "center: \(180 + round % 9)mm")
      let version = try desk.state().version
      let start = Date().timeIntervalSince1970 * 1000
      try desk.replace(changed)
      try browser.wait(for: "Object.keys(window.painted).some((v) => Number(v) > \(version))")
      let end = try browser.run(
        "return String(Math.min(...Object.entries(window.painted).filter(([v]) => Number(v) > \(version)).map(([, t]) => t)))"
      )
      times.append((Double(end) ?? .infinity) - start)
    }
    times.sort()
    func percentile(_ share: Double) -> Int {
      Int(times[min(times.count - 1, Int(Double(times.count) * share))].rounded())
    }
    print(
      "save to picture, certificate, 50 saves: median \(percentile(0.5)) ms, 95th percentile \(percentile(0.95)) ms, worst \(percentile(1)) ms"
    )
    #expect(times.count == 50 && times.allSatisfy(\.isFinite))
    try browser.close()
  }
}
