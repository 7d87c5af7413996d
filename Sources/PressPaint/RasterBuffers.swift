import CFreeType

/// Memory that one worker uses again for each glyph.
final class RasterBuffers {
  var points: [FT_Vector] = []
  var mask: [UInt8] = []
}
