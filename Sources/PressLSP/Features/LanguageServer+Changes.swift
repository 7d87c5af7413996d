import CertPress
import PressDiagnostics
import PressEditor
import PressJSON

extension LanguageServer {
  static let quickFix = "quickfix"
  static let fixAll = "source.fixAll.certpress"

  func formatting(_ inquiry: Inquiry, _ range: (Position, Position)?) throws(RequestError) -> JSONWriter {
    var inquiry = inquiry
    let lines = range.map { $0.0.line + 1...max($0.0.line, $0.1.line) + 1 }
    do throws(Faults) {
      let edits = try inquiry.service.formatting(lines: lines)
      var json = JSONWriter()
      json.array { json in for edit in edits { json.edit(edit, &inquiry.places) } }
      return json
    } catch {
      throw RequestError(.requestFailed, "the layout has errors of syntax: what is not understood is not moved")
    }
  }

  func codeActions(_ inquiry: Inquiry, _ range: (Position, Position), _ params: Params) -> JSONWriter {
    var inquiry = inquiry
    let only = params.member("context", "only")?.array?.compactMap(\.string)
    func isWanted(_ kind: String) -> Bool { only?.contains { kind == $0 || kind.hasPrefix($0 + ".") } ?? true }
    var json = JSONWriter()
    json.array { json in
      if isWanted(Self.quickFix) {
        for action in inquiry.service.codeActions(in: inquiry.range(range)) {
          json.object { write(action, &inquiry, to: &$0) }
        }
      }
      // All cures are tried, which takes as many readings of the layout: not at each step of a cursor.
      if only != nil, isWanted(Self.fixAll), let all = fixAll(inquiry.service) {
        json.object {
          $0.member("title", "mend what has one cure")
          $0.member("kind", Self.fixAll)
          $0.key("edit")
          $0.workspaceEdit([all], &inquiry.places)
        }
      }
    }
    return json
  }

  private func write(_ action: CodeAction, _ inquiry: inout Inquiry, to json: inout JSONWriter) {
    json.member("title", action.title)
    json.member("kind", Self.quickFix)
    json.member("isPreferred", action.isPreferred)
    json.key("diagnostics")
    json.array { json in json.object { write(action.diagnostic, &inquiry.places, to: &$0) } }
    json.key("edit")
    json.workspaceEdit(action.edits, &inquiry.places)
  }

  private func fixAll(_ service: LanguageService) -> SourceEdit? {
    // A part of a layout is mended cure by cure.
    guard service.id == service.draft.id else { return nil }
    let fixed = service.draft.fixed()
    guard !fixed.applied.isEmpty else { return nil }
    let whole = Span(service.id, 0..<service.source.bytes.count)
    return SourceEdit(whole, String(decoding: fixed.bytes, as: UTF8.self))
  }

  func colors(_ inquiry: Inquiry) -> JSONWriter {
    var inquiry = inquiry
    var json = JSONWriter()
    json.array { json in
      for color in inquiry.service.colors {
        json.object {
          $0.key("range")
          $0.range(inquiry.range(color.range))
          $0.key("color")
          $0.object {
            $0.member("red", Double(color.red) / 255)
            $0.member("green", Double(color.green) / 255)
            $0.member("blue", Double(color.blue) / 255)
            $0.member("alpha", 1)
          }
        }
      }
    }
    return json
  }

  func colorPresentation(_ params: Params) throws(RequestError) -> JSONWriter {
    var text = "#"
    for name in ["red", "green", "blue"] {
      guard let share = params.member("color", name)?.double, (0...1).contains(share) else {
        throw Params.lacking("color." + name)
      }
      let digits = String(Int((share * 255).rounded()), radix: 16)
      text += (digits.count < 2 ? "0" : "") + digits
    }
    var json = JSONWriter()
    json.array { json in json.object { $0.member("label", text) } }
    return json
  }
}
