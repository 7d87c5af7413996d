public import PressScene

extension Shaper {
  /// Shapes one text for a column, top to bottom, in the same faces and with the same problems as ``shape(_:family:cached:)``.
  ///
  /// Han and its marks stand upright, marks in their vertical forms; words and numbers are turned, but for a number of one or two
  /// digits, or a letter, between upright characters: it stands upright in one cell. How a cluster's numbers are meant, its
  /// ``ShapedText/Cluster/stance`` tells. Lines may break where those of horizontal text may.
  ///
  /// - Parameter cached: as for ``shape(_:family:cached:)``.
  public func shapeVertically(
    _ text: String, family name: String, cached: Bool = false
  ) -> (ShapedText, [ShapingProblem]) {
    let key = ShapingCache.Key(text: text, family: name, isVertical: true)
    if cached, let known = cache[key] { return known }
    let result = shape(text, family: name) { scalars, sources, paragraph, builder in
      self.appendColumn(scalars, sources, paragraph, to: &builder)
    }
    if cached { cache[key] = result }
    return result
  }

  private func appendColumn(
    _ scalars: [Unicode.Scalar], _ sources: [FaceChoice.Source], _ paragraph: Paragraph,
    to builder: inout ShapedTextBuilder
  ) {
    var plan = ColumnPlan(scalars)
    var clusters: [ColumnCluster] = []
    for cell in plan.cells {
      if let cluster = self.cell(cell, of: scalars, sources) {
        clusters.append(cluster)
      } else {
        plan.turn(cell)
      }
    }
    clusters += upright(runs(of: sources, standing: .upright, in: plan), of: scalars)
    clusters += turned(runs(of: sources, standing: .rotated, in: plan), of: paragraph)
    clusters.sort { $0.scalars.lowerBound < $1.scalars.lowerBound }

    var place = 0
    for cluster in ColumnCluster.joiningDashes(clusters, of: scalars) {
      appendNothing(for: place..<cluster.scalars.lowerBound, sources, to: &builder)
      place = cluster.scalars.upperBound
      builder.append(cluster.glyphs, for: cluster.scalars, file: cluster.file, stance: cluster.stance)
    }
    appendNothing(for: place..<scalars.count, sources, to: &builder)
  }

  private func runs(
    of sources: [FaceChoice.Source], standing: ColumnPlan.Standing, in plan: ColumnPlan
  ) -> [(file: Int, scalars: Range<Int>)] {
    let masked = zip(sources, plan.standings).map { $1 == standing ? $0 : .missing }
    return Self.runs(of: masked).filter { openFace($0.file) != nil }
  }

  /// Glyphs side by side in the middle of one cell, on the baseline of the Han characters; nil if they are of several files or
  /// too wide.
  private func cell(
    _ range: Range<Int>, of scalars: [Unicode.Scalar], _ sources: [FaceChoice.Source]
  ) -> ColumnCluster? {
    guard case .file(let file) = sources[range.lowerBound], let face = openFace(file),
      range.allSatisfy({ sources[$0] == .file(file) })
    else { return nil }
    let glyphs = range.compactMap { face.simpleGlyph(for: scalars[$0]) }
    guard glyphs.count == range.count else { return nil }
    return ColumnCluster(cell: glyphs, scalars: range, file: file)
  }

  private func turned(_ runs: [(file: Int, scalars: Range<Int>)], of paragraph: Paragraph) -> [ColumnCluster] {
    if runs.isEmpty { return [] }
    var run = 0
    return pangoShaper.shape(runs, of: paragraph).compactMap { cluster in
      while run < runs.count - 1, runs[run].scalars.upperBound <= cluster.scalars.lowerBound { run += 1 }
      guard !cluster.isMissing, let face = openFace(runs[run].file) else { return nil }
      return ColumnCluster(
        scalars: cluster.scalars, file: runs[run].file, glyphs: cluster.glyphs.map { $0.withInk(of: face) },
        stance: .rotated)
    }
  }

  private func upright(_ runs: [(file: Int, scalars: Range<Int>)], of scalars: [Unicode.Scalar]) -> [ColumnCluster] {
    if runs.isEmpty { return [] }
    let text = scalars.map(\.value)
    return runs.flatMap { run -> [ColumnCluster] in
      guard let face = openFace(run.file) else { return [] }
      return columnShaper.shape(run.scalars, of: text, file: run.file).compactMap { cluster in
        if cluster.isMissing { return nil }
        let standing = ColumnCluster(
          scalars: cluster.scalars, file: run.file, glyphs: cluster.glyphs.map { $0.withInk(of: face) },
          stance: .upright)
        guard cluster.scalars.count == 1 else { return standing }
        return formed(standing, of: scalars, face)
      }
    }
  }

  /// What stands for one character in a column where its face has no vertical form of it: the form that Unicode has as a
  /// character, or else the glyph of horizontal text, turned or moved.
  private func formed(_ cluster: ColumnCluster, of scalars: [Unicode.Scalar], _ face: FontFace) -> ColumnCluster {
    let scalar = scalars[cluster.scalars.lowerBound]
    if ShapedTextBuilder.isInterpunct(cluster.scalars.lowerBound, of: scalars) { return cluster.inHalfEm }
    let isTransformed = Orientation(scalar) == .transformed
    guard isTransformed || Orientation.isStop(scalar), let plain = face.simpleGlyph(for: scalar),
      cluster.glyphs.map(\.id) == [plain.id]
    else { return cluster }

    if let form = Orientation.presentationForm(of: scalar), characters[cluster.file].drawn.contains(form),
      let shaped = columnShaper.shape(0..<1, of: [form.value], file: cluster.file).first, !shaped.isMissing
    {
      var cluster = cluster
      cluster.glyphs = shaped.glyphs.map { $0.withInk(of: face) }
      return cluster
    }
    if !isTransformed { return cluster.atUpperRight }
    return ColumnCluster(scalars: cluster.scalars, file: cluster.file, glyphs: [plain], stance: .rotated)
  }
}
