import CertPress
import PressDiagnostics

extension TextCoverage {
  /// For a program: `families`, `inCore` (how many characters every core has), and `characters`, the others in the order in which
  /// they first appear.
  ///
  /// Each has `character`, `codePoints`, `name` (where Unicode has one that says more), `standing` (the worst), `faces` (each
  /// with `family`, `face` unless it is missing, `standing`) and, from records, `places` (each with `record`, 1-based, `name` of
  /// the record and `field`).
  var json: String {
    var json = JSONWriter(style: .indented)
    let told = characters.filter { $0.standing != .core }
    json.object { json in
      json.key("families")
      json.array { json in
        for family in families { json.string(family) }
      }
      json.member("inCore", characters.count - told.count)
      json.key("characters")
      json.array { json in
        for character in told { json.object { character.write(in: families, to: &$0) } }
      }
    }
    json.lineBreak()
    return json.text
  }
}

extension CoveredCharacter {
  fileprivate func write(in families: [String], to json: inout JSONWriter) {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    json.member("character", text)
    json.key("codePoints")
    json.array { json in
      for code in codePoints { json.string(code) }
    }
    if let unicodeName { json.member("name", unicodeName) }
    json.member("standing", standing.rawValue)
    json.key("faces")
    json.array { json in
      for (family, face) in zip(families, faces) {
        json.object {
          $0.member("family", family)
          if let name = face.name { $0.member("face", name) }
          $0.member("standing", face.standing.rawValue)
        }
      }
    }
    guard !places.isEmpty else { return }
    json.key("places")
    json.array { json in
      for place in places {
        json.object {
          $0.member("record", place.number)
          $0.member("name", place.record)
          $0.member("field", place.field)
        }
      }
    }
  }
}
