import Foundation
import PressMedia
import PressPaint
import PressScene
import Testing

@Suite("SVG art")
struct ArtTests {
  @Test("what is read of it is painted as librsvg draws it", arguments: ["emblem", "laurel", "features"])
  func otherEyes(name: String) throws {
    let bytes = try Fixture.bytes("art/\(name).svg")
    let art = try SVG.read(bytes)
    let scale = 300 / art.size.width.value
    let placed = Group(
      transform: .scale(scale, scale), clip: Path(rect: Rect(origin: .zero, size: art.size)),
      children: [Fixture.item(.shapes(art.shapes))])
    let scene = Fixture.scene([Fixture.item(.group(placed))], width: 300, height: 300)
    let ours = try Raster(png: Painter { _ in nil }.png(scene, dpi: 72))

    let folder = try TemporaryFolder()
    let result = try Tool.run(
      "rsvg-convert",
      [
        "-b", "white", "-w", "300", "-h", "300", "-o", folder.url.appending(path: "art.png").path,
        try folder.write(bytes, as: "art.svg"),
      ])
    try #require(result.status == 0, "\(result.complaint)")
    let theirs = try Raster(png: folder.read("art.png"))
    #expect(ours.width == 300 && ours.height == 300 && theirs.width == 300 && theirs.height == 300)
    #expect(ours.colors.count > 2)
    var far = 0
    for y in 0..<300 {
      for x in 0..<300 where !ours.isNear(x, y, theirs.channels(x, y), tolerance: 16) { far += 1 }
    }
    #expect(far == 0, "pixels that differ")
  }
}
