import PressDiagnostics
import PressScene

extension GoldenReport {
  /// For a program: one object. Lengths in millimetres from the page's top left corner, lines and columns from 1.
  public var json: String {
    var json = JSONWriter(style: .indented)
    json.object { json in
      json.member("golden", golden)
      json.member("failed", isFailure)
      json.strings("environment", environment)
      json.strings("problems", problems)
      json.key("cases")
      json.array { json in
        for outcome in outcomes {
          json.object {
            $0.member("name", outcome.name)
            $0.member("status", outcome.status.rawValue)
            if let why = outcome.why { $0.member("why", why) }
            if let layout = outcome.layout { $0.member("layout", layout) }
            $0.key("differences")
            $0.array { json in
              for difference in outcome.differences { json.object { difference.write(to: &$0) } }
            }
          }
        }
      }
    }
    json.lineBreak()
    return json.text
  }
}

extension JSONWriter {
  mutating func strings(_ key: String, _ values: [String]) {
    self.key(key)
    array { json in for value in values { json.string(value) } }
  }

  mutating func optional(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }
}

extension Difference {
  fileprivate func write(to json: inout JSONWriter) {
    json.member("layer", layer.rawValue)
    json.member("id", id)
    json.member("sentence", sentence)
    json.strings("items", items)
    json.member("page", page)
    if let place {
      json.member("file", place.file)
      json.member("line", place.line)
      json.member("column", place.column)
    }
    json.key("measures")
    json.object { json in
      for (name, value) in measures.sorted(by: { $0.key < $1.key }) {
        json.key(name)
        json.number(asWritten: decimal(value, digits: 4))
      }
    }
    json.key("boxes")
    json.array { json in for box in boxes { json.object { box.write(to: &$0) } } }
  }
}

extension Difference.Box {
  func write(to json: inout JSONWriter) {
    json.member("side", side.rawValue)
    for (key, value) in [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)] {
      json.key(key)
      json.number(asWritten: decimal(value.mm))
    }
  }
}
