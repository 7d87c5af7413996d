import PressDiagnostics
import Testing

@Suite struct JSONWriterTests {
  private func compact(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return json.text
  }

  @Test("strings escape what RFC 8259 wants escaped and nothing else")
  func strings() {
    let written = compact { $0.string("\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}\u{2028}姓𬱖") }
    #expect(written == #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}\u{2028}姓𬱖\"")
  }

  @Test("containers nest, with commas between and none at the end")
  func nesting() {
    let written = compact {
      $0.object {
        $0.member("a", 1)
        $0.key("b")
        $0.array {
          $0.array { _ in }
          $0.object { _ in }
          $0.null()
        }
        $0.member("c", true)
      }
    }
    #expect(written == #"{"a":1,"b":[[],{},null],"c":true}"#)
  }

  @Test("the indented style breaks lines, empty containers stay whole")
  func indented() {
    var json = JSONWriter(style: .indented)
    json.object {
      $0.key("a")
      $0.array { _ in }
      $0.key("b")
      $0.array { $0.number(1) }
    }
    #expect(json.text == "{\n  \"a\": [],\n  \"b\": [\n    1\n  ]\n}")
  }

  @Test("numbers are the shortest that read back as themselves; what JSON lacks is null")
  func numbers() {
    let written = compact {
      $0.array {
        for value in [0.1, 1, -0.0, 1e300, .leastNonzeroMagnitude, .nan, .infinity] { $0.number(value) }
      }
    }
    #expect(written == "[0.1,1.0,-0.0,1e+300,5e-324,null,null]")
  }

  @Test("lines of JSON follow each other without commas")
  func lines() {
    var json = JSONWriter()
    for value in 1...2 {
      json.object { $0.member("n", value) }
      json.lineBreak()
    }
    #expect(json.text == "{\"n\":1}\n{\"n\":2}\n")
  }
}
