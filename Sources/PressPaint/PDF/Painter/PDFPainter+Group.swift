import PressScene

extension PDFPainter {
  func draw(_ group: Group, on canvas: inout Canvas) throws(PaintError) {
    // An empty clip leaves nothing; PDF's W without a path would leave all.
    guard group.opacity > 0, group.clip?.segments.isEmpty != true else { return }
    guard group.transform.isInvertible else { throw PaintError(.flatGroup) }
    let needsState = group.transform != .identity || group.clip != nil || group.opacity < 1
    if needsState { canvas.save() }
    canvas.transform(by: group.transform)
    if group.opacity < 1 {
      try drawLayer(of: group, on: &canvas)
    } else {
      if let clip = group.clip { canvas.clip(to: clip) }
      try draw(group.children, on: &canvas)
    }
    if needsState { canvas.restore() }
  }

  /// A translucent group is drawn as a whole (ISO 32000-1, 11.4): a form of this document, whose marked content is a part of the
  /// structure like a page's. Its clip is set within, because poppler softens no edge of a form's place.
  private func drawLayer(of group: Group, on canvas: inout Canvas) throws(PaintError) {
    let box = group.children.paintedBox
    if group.isArt {
      let form = try form(around: box, isGroup: true) { canvas throws(PaintError) in
        if let clip = group.clip { canvas.clip(to: clip) }
        try draw(group.children, on: &canvas)
      }
      return canvas.draw(form, opacity: group.opacity)
    }
    var layer = Canvas(resources: canvas.resources)
    // A form in a content that is marked as a whole is marked with it.
    if canvas.structureKey != nil { layer.structureKey = document.structure.newKey() }
    let reference = document.file.reserve()
    if let key = layer.structureKey { document.structure.place(key, in: reference) }
    if let clip = group.clip { layer.clip(to: clip) }
    try draw(group.children, on: &layer)
    document.set(reference, form: layer, box: box.grown(by: 2))
    canvas.set(opacity: group.opacity)
    canvas.call("T", canvas.resources.name(ofPassing: reference), "Do")
  }
}

extension Transform {
  var isInvertible: Bool { (a * d - b * c).magnitude > 1e-12 }
}
