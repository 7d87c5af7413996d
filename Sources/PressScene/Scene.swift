/// The display list: everything that will be on paper, in points, with nothing left to decide. Painters, goldens, the preview
/// and the audit read the same one.
///
/// It holds a person's data: never log it. Its description tells structure only.
public struct Scene: Sendable {
  public var pages: [Page]
  public var document: DocumentInfo

  public init(pages: [Page], document: DocumentInfo) {
    self.pages = pages
    self.document = document
  }
}

public struct Page: Sendable {
  public var size: Size
  /// The certificate on the paper: where the layout's positions count from.
  public var area: Rect
  /// In painting order; the first lies lowest.
  public var items: [Item]

  public init(size: Size, area: Rect, items: [Item]) {
    self.size = size
    self.area = area
    self.items = items
  }

  /// Items that are read, in reading order (which is not the order of painting).
  public var reading: [Item] {
    items.flatMap(\.readable).sorted { ($0.readingOrder ?? 0) < ($1.readingOrder ?? 0) }
  }
}

extension Item {
  /// Itself if it is read, else what is in it.
  fileprivate var readable: [Item] {
    if readingOrder != nil { return [self] }
    guard case .group(let group) = content else { return [] }
    return group.children.flatMap(\.readable)
  }
}

/// What the document says about itself.
public struct DocumentInfo: Hashable, Sendable {
  public var title: String?
  public var author: String?
  /// Nil: no date is written. Never the clock's.
  public var date: Timestamp?
  /// BCP 47.
  public var language: String

  public init(title: String? = nil, author: String? = nil, date: Timestamp? = nil, language: String = "zh-CN") {
    self.title = title
    self.author = author
    self.date = date
    self.language = language
  }
}

/// A moment with its offset from UTC; plain numbers, no calendar library.
public struct Timestamp: Hashable, Sendable {
  public var year, month, day, hour, minute, second: Int
  /// Minutes east of UTC.
  public var offset: Int

  /// A date without time is 00:00 in China.
  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 480) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
    self.offset = offset
  }
}

extension Scene: CustomStringConvertible {
  public var description: String {
    "Scene(\(pages.count) page(s), \(pages.reduce(0) { $0 + $1.items.count }) items)"
  }
}

extension Item: CustomStringConvertible {
  public var description: String { "Item(\(id))" }
}
