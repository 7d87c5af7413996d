import CertPress
import PressBytes
import PressDiagnostics

extension GoldenReport {
  /// The page: one HTML file with everything in it, for a browser without network.
  public var page: [UInt8] {
    let html = PackageResources.page_html
    let parts = [
      ("{{style}}", PackageResources.page_css), ("{{script}}", PackageResources.page_js), ("{{data}}", data),
    ].map { name, bytes in
      guard let place = html.firstRange(of: Array(name.utf8)) else { preconditionFailure("the page lacks \(name)") }
      return (place: place, bytes: bytes)
    }
    var page: [UInt8] = []
    var end = 0
    for part in parts.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      page += html[end..<part.place.lowerBound] + part.bytes
      end = part.place.upperBound
    }
    return page + html[end...]
  }

  /// What the page shows, as JSON that cannot end the element it stands in.
  private var data: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("tool", "certpress \(Press.version)")
      json.member("golden", golden)
      json.key("dpi")
      json.number(asWritten: String(Int(GoldenCase.dpi)))
      json.strings("environment", environment)
      json.strings("problems", problems)
      json.key("cases")
      json.array { json in for outcome in outcomes { json.object { outcome.write(to: &$0) } } }
    }
    var result: [UInt8] = []
    result.reserveCapacity(json.bytes.count)
    for byte in json.bytes {
      if byte == UInt8(ascii: "<") { result += "\\u003c".utf8 } else { result.append(byte) }
    }
    return result
  }
}

extension Outcome {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("name", name)
    json.member("status", status.rawValue)
    json.optional("why", why)
    json.optional("layout", layout)
    json.key("differences")
    json.array { json in for difference in differences { json.object { difference.show(in: &$0) } } }
    json.key("pages")
    json.array { json in
      for (index, page) in evidence.pages.enumerated() { json.object { page.write(number: index + 1, to: &$0) } }
    }
    json.key("texts")
    json.array { json in
      for text in evidence.texts {
        json.object { json in
          json.member("title", text.name)
          json.key("lines")
          json.array { json in
            for line in LineDifference.excerpt(from: text.expected, to: text.actual) {
              let (kind, text) = line?.shown ?? ("…", "")
              json.object {
                $0.member("kind", kind)
                $0.member("text", text)
              }
            }
          }
        }
      }
    }
  }
}

extension LineDifference.Line {
  fileprivate var shown: (kind: String, text: String) {
    switch self {
    case .same(let text): (" ", text)
    case .gone(let text): ("-", text)
    case .new(let text): ("+", text)
    }
  }
}

extension Difference {
  fileprivate func show(in json: inout JSONWriter) {
    json.member("layer", layer.rawValue)
    json.member("id", id)
    json.optional("item", items.first)
    json.member("sentence", sentence)
    json.optional("place", place.map { "\($0.file):\($0.line):\($0.column)" })
    json.optional("source", place?.source)
    json.member("page", page)
    json.key("boxes")
    json.array { json in for box in boxes { json.object { box.write(to: &$0) } } }
  }
}

extension Outcome.Evidence.Pictures {
  fileprivate func write(number: Int, to json: inout JSONWriter) {
    json.member("number", number)
    json.member("width", width)
    json.member("height", height)
    for (key, png) in [("expected", expected), ("actual", actual)] {
      json.optional(key, png.map { "data:image/png;base64," + String(decoding: Base64.encode($0), as: UTF8.self) })
    }
    json.key("ignore")
    json.array { json in
      for region in ignored {
        json.object {
          for (key, value) in [("x", region.x), ("y", region.y), ("width", region.width), ("height", region.height)] {
            $0.member(key, value)
          }
          $0.member("why", region.why)
        }
      }
    }
  }
}
