import PressScene

/// One page (ISO 32000-1, 7.7.3.3).
struct PDFPage {
  let reference: PDFReference
  let size: Size
  var content: PDFReference?
  var structureKey: Int?
  /// Links, and a signature's field.
  var annotations: [PDFReference] = []

  func dictionary(parent: PDFReference, resources: PDFReference) -> PDFBytes {
    var out = PDFBytes()
    out.raw("<</Type/Page/Parent ")
    out.reference(parent)
    out.raw("/MediaBox")
    out.array([0, 0, size.width.value, size.height.value])
    out.raw("/Resources ")
    out.reference(resources)
    if let content {
      out.raw("/Contents ")
      out.reference(content)
    }
    // The space in which what is translucent is blended (11.4.7).
    out.raw("/Group<</S/Transparency/I true/CS/DeviceRGB>>")
    if let structureKey {
      out.raw("/StructParents ")
      out.append(integer: structureKey)
    }
    if !annotations.isEmpty {
      out.raw("/Tabs/S/Annots[")
      out.references(annotations)
      out.raw("]")
    }
    out.raw(">>")
    return out
  }
}
