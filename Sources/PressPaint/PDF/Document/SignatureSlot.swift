/// Room for a detached signature over the rest of the file (ISO 32000-1, 12.8.1), to be filled in place.
///
/// /ByteRange is written as wide as any number it will get, so that filling it moves nothing.
struct SignatureSlot {
  /// Bytes of a CMS that fit; twice as many hexadecimal digits.
  var capacity = 8192
  /// The field's name in the form.
  var field = "Signature"

  func write(to file: inout PDFFile, catalog: inout PDFBytes, page: inout PDFPage) {
    var value = PDFBytes()
    value.raw(
      "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 0000000000 0000000000 0000000000]")
    value.raw("/Contents<")
    value.append(repeatElement(UInt8(ascii: "0"), count: 2 * capacity))
    value.raw(">>>")
    let signature = file.reserve()
    file.setUnpacked(signature, value)

    var widget = PDFBytes()
    widget.raw("<</Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 0 0]/F 132/T")
    widget.text(field)
    widget.raw("/P ")
    widget.reference(page.reference)
    widget.raw("/V ")
    widget.reference(signature)
    widget.raw(">>")
    catalog.raw("/AcroForm<</SigFlags 3/Fields[")
    let field = file.add(widget)
    page.annotations.append(field)
    catalog.reference(field)
    catalog.raw("]>>")
  }

  /// Where /Contents' digits stand in a finished file, without their brackets; nil where there is no slot.
  static func digits(in file: [UInt8]) -> Range<Int>? {
    let key = Array("/SubFilter/ETSI.CAdES.detached/ByteRange[0 0000000000 0000000000 0000000000]/Contents<".utf8)
    guard let start = file.firstRange(of: key)?.upperBound,
      let end = file[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return start..<end
  }
}
