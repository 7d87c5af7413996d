public import PressDiagnostics
import PressLayout
public import PressPaint
public import PressRecord
public import PressScene
public import PressTemplate

/// A layout, loaded once, from which any number of certificates are rendered, from any task.
///
/// It is a value without state: what one record leaves behind cannot reach the next one's certificate.
public struct Layout: Sendable {
  let press: Press
  public let template: Template
  /// The template as composition walks it; workers keep what they have laid out by it.
  let plan: Plan
  /// The layout's own text, for printing diagnostics.
  public let sources: SourceSet
  /// What the layout's author should look at.
  public let warnings: [Diagnostic]
  let pictures: Pictures
  private let art = LayoutArt()

  init(press: Press, template: Template, sources: SourceSet, warnings: [Diagnostic], pictures: Pictures) {
    self.press = press
    self.template = template
    plan = Plan(template)
    self.sources = sources
    self.warnings = warnings
    self.pictures = pictures
  }

  /// The data this layout wants.
  public var schema: Schema { template.schema }

  /// Reads a record: one JSON object whose members are the fields.
  /// - Parameters:
  ///   - json: UTF-8.
  ///   - name: what diagnostics call it; a file's name, a request's number. Never something personal.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/input`` if it is no record.
  public func record(json: [UInt8], name: String) throws(Faults) -> Record {
    let source = Source(name: name, bytes: json, isPersonal: true)
    var sources = self.sources
    let id = sources.add(source)
    let (record, diagnostics) = Record.read(json: source, id: id)
    guard let record else { throw Faults(.input, diagnostics, sources: sources) }
    return record
  }

  /// The texts that a record's diagnostics point into: the layout's and its own.
  public func sources(with record: Record) -> SourceSet {
    var sources = sources
    if let source = record.source { _ = sources.add(source) }
    return sources
  }

  /// Everything that keeps this record from becoming a certificate, and every warning; nothing is painted.
  public func check(_ record: Record, pictures: Pictures = .none) -> [Diagnostic] {
    press.withWorker { compose(record, pictures: pictures, with: $0).diagnostics }
  }

  /// The display list as far as it can be made, errors or not: for tools that show a designer what is wrong. Never for issuing.
  /// - Returns: a scene without pages where the record does not fit the layout's data at all.
  public func preview(_ record: Record, pictures: Pictures = .none) -> (scene: Scene, diagnostics: [Diagnostic]) {
    let (scene, diagnostics) = press.withWorker { compose(record, pictures: pictures, with: $0) }
    return (scene ?? Scene(pages: [], document: DocumentInfo()), diagnostics)
  }

  /// The display list of one certificate.
  /// - Throws: ``Faults`` of kind ``Faults/Kind/input`` if the record doesn't fit the layout.
  public func scene(for record: Record, pictures: Pictures = .none) throws(Faults) -> (
    scene: Scene, warnings: [Diagnostic]
  ) {
    try press.withWorker { worker throws(Faults) in try scene(for: record, pictures: pictures, with: worker) }
  }

  /// Renders one certificate.
  /// - Parameters:
  ///   - record: from ``record(json:name:)`` or made in code.
  ///   - format: PDF, PNG at a resolution, or SVG.
  ///   - page: of a PNG or an SVG, from 0; a PDF has all pages. Nil is a PNG's first page, and an SVG's only one.
  ///   - pictures: where the record's pictures are found.
  ///   - painter: who writes a PDF. A PNG has but one painter.
  /// - Throws: ``Faults``: the record or a picture is at fault, a font file has gone away, or there are several pages where an SVG
  ///   holds one and none is named.
  public func render(
    _ record: Record, as format: OutputFormat, page: Int? = nil, pictures: Pictures = .none,
    painter: PainterChoice = .press
  ) throws(Faults) -> Document {
    // One worker for both: its painter knows what it has composed before.
    try press.withWorker { worker throws(Faults) in
      let (scene, warnings) = try scene(for: record, pictures: pictures, with: worker)
      let bytes = try paint(scene, as: format, page: page, by: painter, with: worker)
      return Document(format: format, bytes: bytes, warnings: warnings, sources: sources(with: record))
    }
  }

  /// Paints a scene of this layout: for who wants its PDF, its PNG and the scene itself of one composition.
  /// - Parameters:
  ///   - page: of a PNG or an SVG, from 0; a PDF has all pages.
  ///   - painter: who writes a PDF.
  /// - Throws: ``Faults``: a font file has gone away, or the resolution is too low for a code.
  public func paint(
    _ scene: Scene, as format: OutputFormat, page: Int = 0, painter: PainterChoice = .press
  ) throws(Faults) -> [UInt8] {
    try press.withWorker { worker throws(Faults) in
      try paint(scene, as: format, page: page, by: painter, with: worker)
    }
  }

  /// One page of a scene of this layout as SVG in its parts: for a live page, which puts in again what has changed.
  /// - Parameter page: from 0.
  /// - Throws: ``Faults``: a font file has gone away, or a picture cannot be read.
  public func svg(_ scene: Scene, page: Int = 0) throws(Faults) -> SVGPage {
    try press.withWorker { worker throws(Faults) in
      do throws(PaintError) {
        return try worker.painter.svg(scene, page: page)
      } catch {
        throw Faults(error.kind, [error.diagnostic], sources: sources)
      }
    }
  }

  private func paint(
    _ scene: Scene, as format: OutputFormat, page: Int?, by painter: PainterChoice, with worker: Worker
  ) throws(Faults) -> [UInt8] {
    do throws(PaintError) {
      switch format {
      case .pdf: return try painter == .cairo ? worker.painter.cairoPDF(scene) : worker.painter.pdf(scene)
      case .png(let dpi): return try worker.painter.png(scene, page: page ?? 0, dpi: dpi)
      case .svg: return try worker.painter.svg(scene, only: page)
      }
    } catch {
      throw Faults(error.kind, [error.diagnostic], sources: sources)
    }
  }

  private func scene(for record: Record, pictures: Pictures, with worker: Worker) throws(Faults) -> (
    scene: Scene, warnings: [Diagnostic]
  ) {
    let (scene, diagnostics) = compose(record, pictures: pictures, with: worker)
    guard let scene, !diagnostics.hasErrors else {
      throw Faults(.input, diagnostics, sources: sources(with: record))
    }
    return (scene, diagnostics)
  }

  private func compose(
    _ record: Record, pictures: Pictures, with worker: Worker
  ) -> (scene: Scene?, diagnostics: [Diagnostic]) {
    let (filled, problems) = template.filled(by: record)
    guard let filled, !problems.hasErrors else { return (nil, problems) }
    let composer = Composer(
      shaper: ShapingDesk(shaper: worker.shaper), media: MediaDesk(record: pictures, layout: self.pictures, art: art),
      memo: worker.memo)
    let (scene, diagnostics) = composer.compose(filled, by: plan)
    return (scene, problems + diagnostics)
  }
}

extension PaintError {
  fileprivate var kind: Faults.Kind {
    switch problem {
    case .unreadablePicture, .coarseCode, .resolution, .tooManyPixels, .noSuchPage, .severalPages, .pageSize: .input
    case .missingFace, .unreadableFace: .environment
    case .missingGlyph, .brokenRun, .flatGroup, .cairo, .unexpectedPDF: .bug
    }
  }
}
