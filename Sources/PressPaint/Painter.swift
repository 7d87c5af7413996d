public import PressScene

/// Draws scenes: PDF, PNG and SVG out of the same items.
///
/// It owns what is worth keeping from one document to the next: opened faces and decoded pictures. Not Sendable: each worker has
/// its own, and no handle of it is ever seen by another.
public final class Painter {
  let faces: FontFaces
  let fontFiles: TrueTypeFaces
  let keptPDF = PDFKept()
  let pictures = PictureCache()
  let pages: PageRaster

  /// - Parameter fontFile: the path of a face's file; nil where the font library lacks the face.
  public init(fontFile: @escaping (FaceID) -> String?) {
    faces = FontFaces(file: fontFile)
    fontFiles = TrueTypeFaces(file: fontFile)
    pages = PageRaster(faces: faces, pictures: pictures)
  }

  /// All pages as one PDF 1.7 file, tagged, the same bytes for the same scene.
  public func pdf(_ scene: Scene) throws(PaintError) -> [UInt8] {
    try PDFPainter.paint(scene, faces: fontFiles, kept: keptPDF)
  }

  /// The same pages as cairo writes them, as PDF 1.5: what ``pdf(_:)`` is measured by.
  public func cairoPDF(_ scene: Scene) throws(PaintError) -> [UInt8] {
    try CairoPDFPainter.paint(scene, faces: faces, pictures: pictures)
  }

  /// One page as an 8-bit RGB PNG on white, the same bytes for the same scene.
  ///
  /// - Parameters:
  ///   - page: counts from 0.
  ///   - dpi: dots per inch, 36 to 1200. The picture has `(width · dpi / 72)` by `(height · dpi / 72)` pixels, each rounded to the
  ///     nearest whole number; the art keeps its true scale and is not stretched to the rounded size.
  public func png(_ scene: Scene, page: Int = 0, dpi: Double) throws(PaintError) -> [UInt8] {
    guard scene.pages.indices.contains(page) else {
      throw PaintError(.noSuchPage(index: page, count: scene.pages.count))
    }
    return try pages.png(scene.pages[page], dpi: dpi)
  }

  /// One page as SVG, the same text for the same scene.
  ///
  /// - Parameter page: counts from 0.
  public func svg(_ scene: Scene, page: Int = 0) throws(PaintError) -> SVGPage {
    guard scene.pages.indices.contains(page) else {
      throw PaintError(.noSuchPage(index: page, count: scene.pages.count))
    }
    return try SVGPainter.paint(scene.pages[page], of: scene.document, faces: faces)
  }

  /// One page as a file of SVG, UTF-8.
  ///
  /// - Parameter page: counts from 0; nil for the only one.
  /// - Throws: ``PaintError/Problem/severalPages(count:)`` where there are more and none is named: what a file lacks, nobody misses.
  public func svg(_ scene: Scene, only page: Int?) throws(PaintError) -> [UInt8] {
    if page == nil, scene.pages.count > 1 { throw PaintError(.severalPages(count: scene.pages.count)) }
    return Array(try svg(scene, page: page ?? 0).text.utf8)
  }
}
