import CCairo
import CFreeType
import PressScene

/// One opaque colour that outlines are filled with, straight into the pixels as FreeType finds their coverage.
struct SolidInk {
  private let target: PixelTarget
  /// `0xFFRRGGBB`.
  private let color: UInt32

  /// Nil where the paint is a gradient or there is nothing to paint on straight away.
  init?(_ paint: Paint, on target: PixelTarget?) {
    guard case .solid(let color) = paint, let target else { return nil }
    self.target = target
    self.color = 0xFF00_0000 | UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
  }

  /// - Parameter outline: in 1/64 pixels of the page, y up; it is moved.
  /// - Returns: FreeType's error, 0 for none.
  func paint(_ outline: inout FT_Outline, library: FT_Library) -> FT_Error {
    var ink = FT_BBox()
    FT_Outline_Get_CBox(&outline, &ink)
    let all = PixelBox(
      left: ink.xMin >> 6, top: -((ink.yMax + 63) >> 6), right: (ink.xMax + 63) >> 6, bottom: -(ink.yMin >> 6))
    var (left, bottom) = (0, 0)
    for clip in target.clips {
      let box = all.intersection(clip)
      guard !box.isEmpty else { continue }
      // FreeType counts spans in 16 bits: from the box's own corner they suffice.
      FT_Outline_Translate(&outline, (left - box.left) << 6, (box.bottom - bottom) << 6)
      (left, bottom) = (box.left, box.bottom)
      var span = Span(target: target, color: color, left: left, bottom: bottom)
      let status = withUnsafeMutablePointer(to: &span) { span in
        var way = FT_Raster_Params()
        way.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP
        way.clip_box = FT_BBox(xMin: 0, yMin: 0, xMax: box.width, yMax: box.height)
        way.user = UnsafeMutableRawPointer(span)
        way.gray_spans = { y, count, spans, user in
          guard let spans, let span = user?.assumingMemoryBound(to: Span.self) else { return }
          for place in 0..<Int(count) { span.pointee.lay(spans[place], row: Int(y)) }
        }
        return FT_Outline_Render(library, &outline, &way)
      }
      guard status == 0 else { return status }
    }
    return 0
  }

  /// What a span of FreeType's is laid on.
  private struct Span {
    let target: PixelTarget
    let color: UInt32
    /// The box's lower corner, in pixels of the page.
    let left, bottom: Int

    /// - Parameter row: counts up from the corner.
    @inline(__always)
    func lay(_ span: FT_Span, row: Int) {
      target.lay(
        color, coverage: UInt32(span.coverage), x: left &+ Int(span.x), y: bottom &- 1 &- row, count: Int(span.len))
    }
  }
}
