/// What became of a change.
enum Written: Sendable {
  case written
  /// Nothing was to be done.
  case nothing
  /// Another program has written the file since it was shown; nothing was changed.
  case conflict
  case failed(String)
}

/// What a person should be told once.
struct Notice: Sendable {
  var text: String

  static func forgotten(_ count: Int) -> Notice {
    Notice(
      text: count == 1
        ? "another program rewrote what your last change had written; it can no longer be undone here"
        : "another program rewrote what \(count) of your changes had written; they can no longer be undone here")
  }
}
