import CDeflate
import PressScene

extension DocumentInfo {
  /// With the library's version, because it shapes the bytes.
  static let producer = "CertPress (libdeflate \(LIBDEFLATE_VERSION_STRING))"

  /// The document information dictionary (ISO 32000-1, 14.3.3).
  var dictionary: PDFBytes {
    var out = PDFBytes()
    out.raw("<</Producer")
    out.text(Self.producer)
    if let title {
      out.raw("/Title")
      out.text(title)
    }
    if let author {
      out.raw("/Author")
      out.text(author)
    }
    if let date {
      for key in ["/CreationDate", "/ModDate"] as [StaticString] {
        out.raw(key)
        out.literal(date.pdf)
      }
    }
    out.raw(">>")
    return out
  }
}

extension Timestamp {
  /// `D:20220406000000+08'00'` (ISO 32000-1, 7.9.4).
  var pdf: String {
    let east = abs(offset)
    return "D:" + year.padded(4) + month.padded() + day.padded() + hour.padded() + minute.padded() + second.padded()
      + (offset < 0 ? "-" : "+") + (east / 60).padded() + "'" + (east % 60).padded() + "'"
  }

  /// `2022-04-06T00:00:00+08:00` (ISO 8601), as XMP has it.
  var iso8601: String {
    let east = abs(offset)
    return year.padded(4) + "-" + month.padded() + "-" + day.padded() + "T" + hour.padded() + ":" + minute.padded()
      + ":"
      + second.padded() + (offset < 0 ? "-" : "+") + (east / 60).padded() + ":" + (east % 60).padded()
  }
}

extension Int {
  fileprivate func padded(_ width: Int = 2) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
