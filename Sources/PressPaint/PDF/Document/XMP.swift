import PressScene

/// A document's metadata as XMP (ISO 16684-1), equal to what its information dictionary says.
struct XMP {
  /// The part of ISO 19005 that the document follows, and how far: 2 and `U`. Nil for none.
  var archive: (part: Int, conformance: String)?

  func packet(for info: DocumentInfo) -> [UInt8] {
    var properties: [String] = ["<pdf:Producer>\(DocumentInfo.producer.escaped)</pdf:Producer>"]
    if let title = info.title {
      properties.append(
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(title.escaped)</rdf:li></rdf:Alt></dc:title>")
    }
    if let author = info.author {
      properties.append("<dc:creator><rdf:Seq><rdf:li>\(author.escaped)</rdf:li></rdf:Seq></dc:creator>")
    }
    properties.append("<dc:language><rdf:Bag><rdf:li>\(info.language.escaped)</rdf:li></rdf:Bag></dc:language>")
    if let date = info.date {
      properties.append("<xmp:CreateDate>\(date.iso8601)</xmp:CreateDate>")
      properties.append("<xmp:ModifyDate>\(date.iso8601)</xmp:ModifyDate>")
    }
    if let archive {
      properties.append("<pdfaid:part>\(archive.part)</pdfaid:part>")
      properties.append("<pdfaid:conformance>\(archive.conformance)</pdfaid:conformance>")
    }
    let lines = properties.map { "   " + $0 }.joined(separator: "\n")
    return Array(
      """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
       <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
         xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
      \(lines)
        </rdf:Description>
       </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """.utf8)
  }
}

extension String {
  /// As XML has it; what XML 1.0 cannot say is left out.
  fileprivate var escaped: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\u{0}"..<" " where scalar != "\n" && scalar != "\t", "\u{FFFE}", "\u{FFFF}": break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
