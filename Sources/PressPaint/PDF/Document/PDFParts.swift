import PressScene

/// What a document of record has besides its pages. Each part stands by itself; a plain document has none.
struct PDFParts {
  /// The document's metadata once more, as XMP (ISO 32000-1, 14.3.2).
  var metadata: XMP?
  /// What its colours mean.
  var outputIntent: OutputIntent?
  var attachments: [Attachment] = []
  /// Room for a signature.
  var signature: SignatureSlot?

  /// 14.11.5, for PDF/A.
  struct OutputIntent {
    /// An ICC profile of three components.
    var profile: [UInt8]
    /// `sRGB IEC61966-2.1`
    var identifier: String
  }

  /// A file that belongs to the document: 7.11.4, and as an associated file ISO 32000-2, 14.13.
  struct Attachment {
    var name: String
    /// `application/json`
    var type: String
    var bytes: [UInt8]
    var description: String
    /// `Data`: what the document shows.
    var relationship = "Data"
  }

  /// Writes the parts, and their entries into the catalog.
  func write(
    to file: inout PDFFile, catalog: inout PDFBytes, info: DocumentInfo, firstPage: inout PDFPage, deflater: Deflater
  ) {
    if let metadata {
      var entries = PDFBytes()
      entries.raw("/Type/Metadata/Subtype/XML")  // never deflated: it is read by those who read no PDF
      catalog.raw("/Metadata ")
      catalog.reference(file.add(stream: metadata.packet(for: info), entries))
    }
    if let outputIntent { outputIntent.write(to: &file, catalog: &catalog, deflater: deflater) }
    if !attachments.isEmpty { writeAttachments(to: &file, catalog: &catalog, date: info.date, deflater: deflater) }
    signature?.write(to: &file, catalog: &catalog, page: &firstPage)
  }

  private func writeAttachments(
    to file: inout PDFFile, catalog: inout PDFBytes, date: Timestamp?, deflater: Deflater
  ) {
    // A name tree is in the order of its keys (7.9.6).
    let sorted = attachments.sorted { Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8)) }
    let specifications = sorted.map { ($0.name, $0.write(to: &file, date: date, deflater: deflater)) }
    catalog.raw("/Names<</EmbeddedFiles<</Names[")
    for (name, specification) in specifications {
      catalog.text(name)
      catalog.reference(specification)
    }
    catalog.raw("]>>>>/AF[")
    catalog.references(specifications.map(\.1))
    catalog.raw("]")
  }
}

extension PDFParts.OutputIntent {
  fileprivate func write(to file: inout PDFFile, catalog: inout PDFBytes, deflater: Deflater) {
    var entries = PDFBytes()
    entries.raw("/N 3/Filter/FlateDecode")
    let profile = file.add(stream: deflater.zlib(profile), entries)
    var out = PDFBytes()
    out.raw("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier")
    out.text(identifier)
    out.raw("/Info")
    out.text(identifier)
    out.raw("/DestOutputProfile ")
    out.reference(profile)
    out.raw(">>")
    catalog.raw("/OutputIntents[")
    catalog.reference(file.add(out))
    catalog.raw("]")
  }
}

extension PDFParts.Attachment {
  /// - Returns: the file specification (7.11.3).
  fileprivate func write(to file: inout PDFFile, date: Timestamp?, deflater: Deflater) -> PDFReference {
    var entries = PDFBytes()
    entries.raw("/Type/EmbeddedFile/Subtype")
    entries.name(type)
    entries.raw("/Params<</Size ")
    entries.append(integer: bytes.count)
    if let date {
      entries.raw("/ModDate")
      entries.literal(date.pdf)
    }
    entries.raw(">>/Filter/FlateDecode")
    let content = file.add(stream: deflater.zlib(bytes), entries)
    var out = PDFBytes()
    out.raw("<</Type/Filespec/F")
    out.text(name)
    out.raw("/UF")
    out.text(name)
    out.raw("/Desc")
    out.text(description)
    out.raw("/AFRelationship")
    out.name(relationship)
    out.raw("/EF<</F ")
    out.reference(content)
    out.raw("/UF ")
    out.reference(content)
    out.raw(">>>>")
    return file.add(out)
  }
}
