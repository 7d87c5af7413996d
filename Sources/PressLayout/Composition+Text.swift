import PressDiagnostics
import PressScene
import PressTemplate

/// The ideographic em box stands this far above the baseline (ICF of the CJK faces: 880 of 1000). A line's box is the em box,
/// whatever the face: 16 pt characters take 16 pt, and faces that differ share a baseline.
let emBoxAscent = 0.88

extension Composition {
  mutating func layOutText(_ text: TextElement, of element: Part, in bounds: Bounds) -> Block {
    let style = text.style
    let shaped = shaped(text, of: element)
    let (content, problems) = (shaped.content, shaped.problems)
    var styled = shaped.text
    report(problems, in: content, of: element)

    let isVertical = style.direction == .vertical
    // Along the lines, and across them.
    let along = isVertical ? bounds.height ?? bounds.depth ?? setup.area.height : bounds.width
    let across = isVertical ? element.placement.width : bounds.height
    var fitting = TextFitting(styled.shaped, style: style)
    let whole = fitting.fitOnOneLine(width: along, height: across)
    if whole == nil, styled.isUnbroken {
      styled = shape(content, text, of: element, breaks: true).text
      fitting = TextFitting(styled.shaped, style: style)
    }
    let fit = whole ?? fitting.fit(width: along, height: across)
    if !fit.fits {
      reportOverflow(fit, fitting: fitting, of: element, content: content, along: along, across: across)
      misfits.insert(itemID(of: element))
    }

    let length = style.alignment == .left ? fit.widest : along
    let lines = fitting.height(of: fit.lines.count, at: fit.size)
    let size =
      isVertical
      ? Size(width: element.placement.width ?? lines, height: element.placement.height ?? length)
      : Size(width: element.placement.width ?? length, height: lines)
    let summary = TextFit(
      askedSize: style.size, usedSize: fit.size, lines: fit.lines.count, step: fit.step,
      allowedWidth: along.onGrid, measuredWidth: fit.widest.onGrid)
    var block = block(of: element, size: size) { box in
      let set = TextSetting(text: styled, style: style, fit: fit).runs(in: box)
      return Drawing(.text(set.runs, summary), ink: set.ink)
    }
    if !isVertical { block.baseline = fit.size * emBoxAscent }
    block.isParagraph = fit.lines.count > 1
    return block
  }

  /// The width a text takes on one line at its declared size, for the sharing of a row.
  mutating func naturalWidth(_ text: TextElement, of element: Part) -> Points {
    if text.style.direction == .vertical { return text.style.size }
    let styled = shaped(text, of: element).text
    let count = styled.shaped.clusters.count
    let em = styled.shaped.clusters.reduce(0) { $0 + $1.advance }
    let style = text.style
    return style.size * em + style.tracking.at(style.size) * Double(max(0, count - 1)) + style.indent.at(style.size)
  }

  /// Shapes a text once, though a row asks for its width before it is set. The shaper keeps the layout's own texts; a record's
  /// are kept no longer than this composition.
  private mutating func shaped(_ text: TextElement, of element: Part) -> ShapedPart {
    if let known = shapedTexts[element.number], known.page == pages.count, known.entry == entry?.itemPath {
      return known
    }
    return shape(filled.text(text.text), text, of: element, breaks: false)
  }

  /// - Parameter breaks: false for a value that may well fit on one line: most do.
  private mutating func shape(
    _ content: FilledTemplate.FilledText, _ text: TextElement, of element: Part, breaks: Bool
  ) -> ShapedPart {
    let isOwn = element.isOwnText
    let isVertical = text.style.direction == .vertical
    let needsBreaks = breaks || isOwn || isVertical || !content.looks.isEmpty
    func shape(_ string: String, _ family: String) -> (ShapedText, [ShapingProblem]) {
      isVertical
        ? shaper.shapeVertically(string, family: family, keeps: isOwn)
        : shaper.shape(string, family: family, keeps: isOwn, breaks: needsBreaks)
    }
    let (styled, problems): (StyledText, [ShapingProblem])
    if content.looks.isEmpty {
      let (shaped, found) = shape(content.string, text.style.family)
      (styled, problems) = (StyledText(shaped, isUnbroken: !needsBreaks), found)
    } else {
      (styled, problems) = StyledText.joined(content, family: text.style.family, shape: shape)
    }
    let result = ShapedPart(
      content: content, text: styled, problems: problems, page: pages.count, entry: entry?.itemPath)
    shapedTexts[element.number] = result
    return result
  }

  mutating func report(
    _ problems: [ShapingProblem], in content: FilledTemplate.FilledText, of element: Part
  ) {
    guard !problems.isEmpty else { return }
    shapingProblems += problems.count
    let scalars = Array(content.string.unicodeScalars)
    for problem in problems {
      let field = problem.character.flatMap { character in
        content.fields.first { scalars[$0.scalars].contains(character) }?.field
      }
      // A family is named once, by a declaration: one mistake for all that is set in it.
      let isFamily = if case .unknownFamily = problem { true } else { false }
      let place = isFamily ? element.provenance["font.family"]?.span : nil
      let diagnostic = shaper.diagnostic(
        for: problem, field: fieldName(field), record: field == nil ? nil : filled.record, at: place ?? element.span)
      if isFamily,
        let told = diagnostics.firstIndex(where: { $0.id == diagnostic.id && $0.message == diagnostic.message })
      {
        guard let place = diagnostic.span, diagnostics[told].span != place,
          !diagnostics[told].notes.contains(where: { $0.span == place })
        else { continue }
        diagnostics[told].notes.append(Diagnostic.Note("used here too", at: place))
      } else {
        diagnostics.append(diagnostic)
      }
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

/// A text as its element had it last, shaped.
struct ShapedPart {
  var content: FilledTemplate.FilledText
  var text: StyledText
  var problems: [ShapingProblem]
  /// Where that was: its values are those of a page and of a list's entry.
  var page: Int
  var entry: String?
}
