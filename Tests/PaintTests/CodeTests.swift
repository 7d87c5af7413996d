import PressDiagnostics
import PressScene
import Testing

@testable import PressPaint

@Suite("QR codes")
struct CodeTests {
  /// 45 modules.
  private static let url =
    "https://verify.example.gov.cn/v/HB201206000000?k=c93fbc54b620eee1f3d2a038b11a918129a9fb1375bafa3db49e7ce926231512&n=0123456"

  private static func scene(_ payload: String = url, side: Points = Fixture.codeSide) throws -> Scene {
    Fixture.scene(
      [try Fixture.code(payload, frame: Rect(x: 40, y: 40, width: side, height: side))], width: 200, height: 200)
  }

  @Test("a scanner reads it from the PNG and from the PDF")
  func scanning() throws {
    let painter = try Fixture.painter()
    let scene = try Self.scene()
    for dpi in [150.0, 300, 217.3] {
      #expect(try Tool.scan(png: painter.png(scene, dpi: dpi)) == Self.url, "\(dpi)")
    }
    for writer in PDFWriter.allCases {
      for dpi in [150, 300] {
        #expect(try Tool.scan(png: Tool.rasterize(writer.pdf(scene, by: painter), dpi: dpi)) == Self.url, "\(dpi)")
      }
    }
  }

  @Test("a raster is black and white only, and modules differ by at most a pixel", arguments: [150.0, 217.3, 300])
  func modules(dpi: Double) throws {
    let raster = try Raster(png: Fixture.painter().png(Self.scene(), dpi: dpi))
    #expect(raster.colors == [0x000000, 0xFFFFFF])
    // The upper timing pattern is single modules in turn.
    let module = Fixture.codeSide.value * dpi / 72 / 45
    let y = Int(40 * dpi / 72 + 6.5 * module)
    var widths: [Int] = []
    var start: Int?
    for x in 0..<raster.width where x == 0 || raster[x, y] != raster[x - 1, y] {
      if let start { widths.append(x - start) }
      start = x
    }
    let singles = widths.dropFirst(2).prefix(29)
    #expect(singles.count == 29)
    #expect(singles.allSatisfy { abs(Double($0) - module) < 1 })
    #expect((singles.max() ?? 9) - (singles.min() ?? 0) <= 1)
  }

  @Test("the frame is exact to the nearest pixel")
  func frame() throws {
    let raster = try Raster(png: Fixture.painter().png(Self.scene(), dpi: 300))
    let (first, last) = (
      Int((40.0 * 300 / 72).rounded()), Int(((40 + Fixture.codeSide.value) * 300 / 72).rounded()) - 1
    )
    #expect(raster[first, first] == 0 && raster[first - 1, first] == 0xFFFFFF && raster[first, first - 1] == 0xFFFFFF)
    #expect(raster[last, first] == 0 && raster[last + 1, first] == 0xFFFFFF)
    #expect(raster[first, last] == 0 && raster[first, last + 1] == 0xFFFFFF)
  }

  @Test("under four pixels a module it is refused, with the resolution that would do")
  func tooCoarse() throws {
    let painter = try Fixture.painter()
    let scene = try Self.scene()
    let error = try #require(throws: PaintError.self) { _ = try painter.png(scene, dpi: 110) }
    guard case .coarseCode(let pixels, let sufficient) = error.problem else {
      Issue.record("\(error.problem)")
      return
    }
    #expect(abs(pixels - 40 / 25.4 * 110 / 45) < 0.01)
    #expect(sufficient == 115)
    #expect(error.item == "code")
    #expect(error.diagnostic.id == "paint.qr-too-coarse")
    #expect(error.diagnostic.hint?.contains("115 dpi") == true)
    #expect(try Tool.scan(png: painter.png(scene, dpi: 115)) == Self.url)
    let tiny = try #require(throws: PaintError.self) { _ = try painter.png(Self.scene(side: 2), dpi: 300) }
    #expect(tiny.problem == .coarseCode(pixelsPerModule: 2 * 300 / 72 / 45, sufficientDPI: nil))
    #expect(throws: Never.self) { _ = try painter.pdf(Self.scene(side: 2)) }
  }

  @Test("it is one filled path in a PDF", arguments: PDFWriter.allCases)
  func onePath(writer: PDFWriter) throws {
    let content = try Tool.unpacked(writer.pdf(Self.scene(), by: Fixture.painter()))
    let fills = content.split(separator: "\n").filter { $0.hasSuffix("f*") || $0.hasSuffix(" f") || $0 == "f" }
    #expect(fills.count == 1)
  }

  @Test("a turned code is drawn and read")
  func turned() throws {
    let code = try Fixture.code(
      Self.url, frame: Rect(x: -57, y: -57, width: Fixture.codeSide, height: Fixture.codeSide))
    let turn = Transform.rotation(sine: 0.2588190, cosine: 0.9659258).then(.translation(100, 100))
    let scene = Fixture.scene(
      [Fixture.item(.group(Group(transform: turn, children: [code])))], width: 200, height: 200)
    #expect(try Tool.scan(png: Fixture.painter().png(scene, dpi: 300)) == Self.url)
  }

  @Test("the contours' even-odd inside are the dark modules of any matrix")
  func contours() {
    var state: UInt64 = 7
    for version in [1, 2, 7] {
      for share in [1, 2, 3] as [UInt64] {
        let size = 17 + 4 * version
        let modules = (0..<size * size).map { _ in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return state >> 62 < share
        }
        let matrix = QRMatrix(payload: "", level: .M, version: version, mask: 0, modules: modules)
        // A module is dark where a ray to its left crosses an odd number of upright edges.
        var crossings = [Int](repeating: 0, count: size * (size + 1))
        var contours: [[QRMatrix.Corner]] = []
        matrix.eachContourCorner { corner, isFirst in
          if isFirst { contours.append([]) }
          contours[contours.count - 1].append(corner)
        }
        for contour in contours {
          for (from, to) in zip(contour, contour[1...] + contour[..<1]) {
            #expect((from.row == to.row) != (from.column == to.column))
            for row in min(from.row, to.row)..<max(from.row, to.row) { crossings[row * (size + 1) + from.column] += 1 }
          }
        }
        for row in 0..<size {
          var inside = false
          for column in 0..<size {
            if crossings[row * (size + 1) + column] % 2 == 1 { inside.toggle() }
            #expect(inside == matrix[row: row, column: column])
          }
        }
      }
    }
  }
}
