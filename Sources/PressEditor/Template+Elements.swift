public import PressTemplate

extension Template {
  /// The element with that path; nil if there is none.
  public func element(_ path: String) -> Element? { elements.find(path) }
}

extension [Element] {
  fileprivate func find(_ path: String) -> Element? {
    for element in self {
      if element.id == path, !element.isCondition { return element }
      if let found = element.children.find(path) { return found }
    }
    return nil
  }
}

extension Element {
  /// It adds nothing to a path, and has no place of its own.
  var isCondition: Bool {
    switch kind {
    case .when, .page: true
    default: false
    }
  }
}
