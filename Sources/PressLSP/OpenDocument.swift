import CertPress
import PressEditor

/// A text that the client has open.
struct OpenDocument: Sendable {
  let uri: String
  /// Nil for one that is no file yet.
  let path: String?
  var version: Int?
  private(set) var text: [UInt8]
  private(set) var lines: LineTable
  /// Of this version, with the files it includes as they are; nil until somebody asks.
  var draft: LayoutDraft? {
    didSet {
      // What was understood as a part of a layout stays so until that layout says otherwise.
      if let draft, last.map({ $0.id == $0.draft.id }) ?? true { last = (draft, draft.id) }
    }
  }
  /// Of the same; of a file that an open layout includes, as a part of that.
  var service: LanguageService? { didSet { if let service { last = (service.draft, service.id) } } }
  /// Of this version's text alone.
  var reading: LanguageService?
  /// What was understood last, of this version or one before, and which file in it this is.
  private(set) var last: (draft: LayoutDraft, id: SourceID)?

  init(uri: String, version: Int?, text: [UInt8]) {
    self.uri = uri
    path = DocumentURI.path(uri)
    self.version = version
    self.text = text
    lines = LineTable(text)
  }

  mutating func replace(_ range: Range<Int>?, with bytes: [UInt8]) {
    if let range { text.replaceSubrange(range, with: bytes) } else { text = bytes }
    lines = LineTable(text)
    draft = nil
    service = nil
    reading = nil
  }
}
