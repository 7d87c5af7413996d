/// What a text can name without declaring it; no field may be called so.
enum BuiltInName: String, CaseIterable, Sendable {
  case page, pages, index

  /// As a message says it.
  var meaning: String {
    switch self {
    case .page: "the page's number"
    case .pages: "the count of pages"
    case .index: "an entry's number in its list"
    }
  }
}
