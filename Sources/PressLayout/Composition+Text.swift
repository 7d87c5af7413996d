import PressDiagnostics
import PressScene
import PressTemplate

/// The ideographic em box stands this far above the baseline (ICF of the CJK faces: 880 of 1000). A line's box is the em box,
/// whatever the face: 16 pt characters take 16 pt, and faces that differ share a baseline.
let emBoxAscent = 0.88

extension Composition {
  mutating func layOutText(_ text: TextElement, of element: Element, in bounds: Bounds) -> Block {
    let content = filled.text(text.text)
    let style = text.style
    let (shaped, problems) = shape(content.string, text)
    report(problems, in: content, of: element)

    let fitting = TextFitting(shaped, style: style)
    let fit = fitting.fit(width: bounds.width, height: bounds.height)
    if !fit.fits { reportOverflow(fit, fitting: fitting, of: element, content: content, in: bounds) }

    let size = Size(
      width: element.placement.width ?? (style.alignment == .left ? fit.widest : bounds.width),
      height: fitting.height(of: fit.lines.count, at: fit.size))
    let summary = TextFit(
      askedSize: style.size, usedSize: fit.size, lines: fit.lines.count, step: fit.step,
      allowedWidth: bounds.width.onGrid, measuredWidth: fit.widest.onGrid)
    var block = block(of: element, size: size) { box in
      let set = TextSetting(text: shaped, style: style, fit: fit).runs(in: box)
      return Drawing(.text(set.runs, summary), ink: set.ink)
    }
    block.baseline = fit.size * emBoxAscent
    block.isParagraph = fit.lines.count > 1
    return block
  }

  /// The width a text takes on one line at its declared size, for the sharing of a row.
  mutating func naturalWidth(_ text: TextElement) -> Points {
    let (shaped, _) = shape(filled.text(text.text).string, text)
    let count = shaped.clusters.count
    let em = shaped.clusters.reduce(0) { $0 + $1.advance }
    return text.style.size * em + text.style.tracking.at(text.style.size) * Double(max(0, count - 1))
  }

  /// Shapes a text once, though a row asks for its width before it is set. The shaper keeps the layout's own texts; a record's
  /// are kept no longer than this composition.
  private mutating func shape(_ string: String, _ text: TextElement) -> (ShapedText, [ShapingProblem]) {
    let isStatic = text.text.fields.isEmpty
    let key = ShapingKey(string: string, family: text.style.family)
    if !isStatic, let known = shapedValues[key] { return known }
    let shaped = shaper.shape(string, family: text.style.family, keeps: isStatic)
    if !isStatic { shapedValues[key] = shaped }
    return shaped
  }

  mutating func report(
    _ problems: [ShapingProblem], in content: FilledTemplate.FilledText, of element: Element
  ) {
    guard !problems.isEmpty else { return }
    let scalars = Array(content.string.unicodeScalars)
    for problem in problems {
      let field = problem.character.flatMap { character in
        content.fields.first { scalars[$0.scalars].contains(character) }?.field
      }
      diagnostics.append(
        shaper.diagnostic(
          for: problem, field: field, record: field == nil ? nil : filled.record, at: element.span))
    }
  }
}

extension ShapingProblem {
  var character: Unicode.Scalar? {
    switch self {
    case .missingCharacter(let character), .familyChanged(let character, _, _),
      .foreignForms(let character, _, _):
      character
    case .unknownFamily: nil
    }
  }
}

struct ShapingKey: Hashable {
  var string: String
  var family: String
}
