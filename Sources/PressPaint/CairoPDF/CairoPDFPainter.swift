import CCairo
import PressScene

/// Draws one document as PDF.
struct CairoPDFPainter: CairoPainter {
  /// With the library's version, because it shapes the bytes. No longer than cairo's own, whose place it takes.
  private static let producer = "CertPress (cairo \(String(cString: cairo_version_string())))"

  let context: CairoContext
  let faces: FontFaces
  let pictures: PictureCache
  let passed = PassedPictures()

  static func paint(_ scene: Scene, faces: FontFaces, pictures: PictureCache) throws(PaintError) -> [UInt8] {
    guard let first = scene.pages.first else { throw PaintError(.noSuchPage(index: 0, count: 0)) }
    for page in scene.pages { try page.size.checkForPaper() }
    let file = try CairoPDFFile(size: first.size)
    file.describe(scene.document)
    let painter = CairoPDFPainter(context: try CairoContext(on: file.surface.pointer), faces: faces, pictures: pictures)
    for page in scene.pages {
      cairo_pdf_surface_set_size(file.surface.pointer, page.size.width.value, page.size.height.value)
      try painter.draw(page.items)
      cairo_show_page(painter.cairo)
      try painter.context.check()
    }
    var bytes = try file.finish()
    pictures.trim()
    try bytes.mendPDF(producer: producer, date: scene.document.date)
    return bytes
  }

  func beginLayer(around box: Rect) { cairo_push_group(cairo) }
}

/// The file that cairo is writing.
final class CairoPDFFile {
  let surface: CairoSurface
  private let sink = ByteSink()

  init(size: Size) throws(PaintError) {
    surface = try CairoSurface(
      cairo_pdf_surface_create_for_stream(
        { sink, bytes, count in
          guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
          let piece = UnsafeBufferPointer(start: bytes, count: Int(count))
          Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: piece)
          return CAIRO_STATUS_SUCCESS
        },
        Unmanaged.passUnretained(sink).toOpaque(), size.width.value, size.height.value))
    cairo_pdf_surface_restrict_to_version(surface.pointer, CAIRO_PDF_VERSION_1_5)
  }

  // Cairo writes the file's end when a surface goes, also after an error: the sink must still be here then.
  deinit { cairo_surface_finish(surface.pointer) }

  func describe(_ document: DocumentInfo) {
    if let title = document.title { cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_TITLE, title) }
    if let author = document.author {
      cairo_pdf_surface_set_metadata(surface.pointer, CAIRO_PDF_METADATA_AUTHOR, author)
    }
    // Without a date cairo 1.16 asks the clock, and the length of what it writes depends on the time zone.
    for field in [CAIRO_PDF_METADATA_CREATE_DATE, CAIRO_PDF_METADATA_MOD_DATE] {
      cairo_pdf_surface_set_metadata(surface.pointer, field, "2000-01-01T00:00:00+08:00")
    }
  }

  func finish() throws(PaintError) -> [UInt8] {
    cairo_surface_finish(surface.pointer)
    try surface.check()
    return sink.bytes
  }
}

/// Where cairo's bytes go.
private final class ByteSink {
  var bytes: [UInt8] = []
  init() { bytes.reserveCapacity(128 << 10) }
}
