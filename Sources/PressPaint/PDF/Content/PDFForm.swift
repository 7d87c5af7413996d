import PressBytes
import PressScene

/// Drawn art, finished: the content of a form XObject (ISO 32000-1, 8.10) that no document changes, so that every document of a
/// worker may have it. It calls nothing but what is in its own resources.
final class PDFForm {
  /// /BBox and, where it is one, the transparency group.
  let entries: PDFBytes
  let resources: PDFResources
  /// Deflated.
  let content: [UInt8]
  /// Stands for the content in a document's identity.
  let digest: [UInt8]

  /// Bytes in memory, with the forms that it calls.
  var size: Int { content.count + resources.size }

  init(box: Rect, isGroup: Bool, resources: PDFResources, content: [UInt8]) {
    var entries = PDFBytes()
    entries.formEntries(box: box, isGroup: isGroup)
    self.entries = entries
    self.resources = resources
    self.content = content
    digest = SHA256.digest(of: content) ?? content
  }
}

extension PDFBytes {
  /// /Type, /BBox and, for a form that is drawn as a whole, /Group (11.6.6): isolated, as what is drawn in it knows nothing of
  /// what lies below.
  mutating func formEntries(box: Rect, isGroup: Bool) {
    raw("/Type/XObject/Subtype/Form/BBox")
    array([box.x.value, box.y.value, box.maxX.value, box.maxY.value])
    if isGroup { raw("/Group<</S/Transparency/I true/CS/DeviceRGB>>") }
  }
}
