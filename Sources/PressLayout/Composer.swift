public import PressDiagnostics
public import PressScene
public import PressTemplate

/// Turns a filled template into a scene: places everything, fits texts, checks what paper would not forgive.
public struct Composer {
  /// More pages than that are a mistake: a list without end, a page on which nothing fits.
  static let mostPages = 500

  let shaper: any TextShaper
  let media: any MediaSource
  let memo: PartMemo

  /// - Parameter memo: what the worker has laid out before, and will not lay out again.
  public init(shaper: any TextShaper, media: any MediaSource, memo: PartMemo) {
    self.shaper = shaper
    self.media = media
    self.memo = memo
  }

  /// Composes one certificate. The scene is always whole enough to look at; with an error among the diagnostics it must not be
  /// issued.
  /// - Parameter plan: of the template that is filled.
  public func compose(_ filled: FilledTemplate, by plan: Plan) -> (scene: Scene, diagnostics: [Diagnostic]) {
    var count = plan.template.pages.count
    var composition = composed(filled, by: plan, pageCount: count)
    // `{pages}` is known only when all are made; where it made them more, once more. A longer number takes no less room, so
    // that comes to an end.
    for _ in 0..<8 where plan.asksForPageCount && composition.pages.count != count {
      count = composition.pages.count
      composition = composed(filled, by: plan, pageCount: count)
    }
    let document = DocumentInfo(
      title: filled.document.title, author: filled.document.author, date: filled.document.date,
      language: plan.template.document.language)
    return (Scene(pages: composition.pages, document: document), composition.diagnostics.withoutEchoes)
  }

  private func composed(_ filled: FilledTemplate, by plan: Plan, pageCount: Int) -> Composition {
    var composition = Composition(
      filled: filled, plan: plan, kept: memo.parts(of: plan), shaper: shaper, media: media, pageCount: pageCount)
    composition.composePages()
    return composition
  }
}

extension Size {
  var onGrid: Size { Size(width: width.onGrid, height: height.onGrid) }
}

/// One certificate under composition.
struct Composition {
  /// Its values are those of the page and of the list's entry at hand.
  var filled: FilledTemplate
  let plan: Plan
  let kept: KeptParts
  let shaper: any TextShaper
  let media: any MediaSource
  let pageCount: Int
  private(set) var pages: [Page] = []
  var diagnostics: [Diagnostic] = []
  /// Problems of shaping that were met: one may be told by another element's diagnostic.
  var shapingProblems = 0
  /// By the number of their part.
  var shapedTexts: [Int: ShapedPart] = [:]

  /// The page at hand, and which of the layout's it is, from 0.
  var setup: PageSetup
  var pageNumber = 0
  var placed: [PlacedElement] = []
  /// Ids of texts that do not fit: what else they do wrong follows from that.
  var misfits: Set<String> = []
  /// The elements with a place of their own.
  var standing: [Standing] = []
  /// Where elements with a place of their own stand, by path: on the page, or in their group.
  var boxes: [String: Rect] = [:]
  /// Columns and tables that may go on upon other pages, by path.
  var flows: [String: FlowState] = [:]
  /// What is laid out is as wide as its cell in a table.
  var isCell = false
  /// The list's entry at hand.
  var entry: EntryContext?

  init(
    filled: FilledTemplate, plan: Plan, kept: KeptParts, shaper: any TextShaper, media: any MediaSource, pageCount: Int
  ) {
    self.filled = filled
    self.plan = plan
    self.kept = kept
    self.shaper = shaper
    self.media = media
    self.pageCount = pageCount
    setup = plan.template.page
  }

  /// An item and what the checks of placement must know of the element behind it.
  struct PlacedElement {
    var item: Item
    var element: Part
    /// Where it has ink that matters: the four bands of a frame, not the field inside.
    var obstacles: [Rect]
    /// What `over` calls it, and what stands in it; empty for art.
    var layers: Layers
    /// Around the QR symbols in a group, with their quiet zones.
    var zonesInside: [Rect] = []

    init(item: Item, element: Part, obstacles: [Rect], layers: Layers? = nil) {
      self.item = item
      self.element = element
      self.obstacles = obstacles
      self.layers = layers ?? element.layers
    }
  }

  /// What was found fault with so far, told or not.
  var troubles: Int { diagnostics.count + shapingProblems }

  /// Makes every page that the layout declares, and those on which its columns and tables go on.
  mutating func composePages() {
    for number in plan.template.pages.indices {
      setup = plan.template.pages[number]
      pageNumber = number
      var part = 0
      repeat {
        guard pages.count < Composer.mostPages else {
          diagnostics.append(tooManyPages())
          return
        }
        startPage()
        composePage(number, part: part)
        finishPage()
        part += 1
      } while flows.values.contains { $0.isPending }
    }
  }

  private mutating func startPage() {
    placed = []
    standing = []
    misfits = []
    boxes = [:]
    guard plan.printsPages else { return }
    filled.values["page"] = .text(String(pages.count + 1))
    filled.values["pages"] = .text(String(pageCount))
  }

  private mutating func finishPage() {
    keepWatermarksClear()
    assignReadingOrder()
    checkPlacement()
    checkLegibility()
    checkNeatness()
    pages.append(Page(size: setup.size.onGrid, area: setup.area.onGrid, items: placed.map(\.item)))
  }

  /// Reading order is the order of the file, but a seal is read last: its text must not stand between the fields.
  private mutating func assignReadingOrder() {
    var next = 0
    for seals in [false, true] {
      for index in placed.indices where placed[index].element.isSeal == seals {
        placed[index].item.assignReadingOrder(&next)
      }
    }
  }
}

extension Part {
  var isSeal: Bool { if case .seal = kind { true } else { false } }
}

extension Item {
  fileprivate mutating func assignReadingOrder(_ next: inout Int) {
    if role != .artifact {
      readingOrder = next
      next += 1
    } else if case .group(var group) = content, group.isRead {
      for index in group.children.indices { group.children[index].assignReadingOrder(&next) }
      content = .group(group)
    }
  }

  /// It is read, or something in it.
  fileprivate var isRead: Bool {
    if role != .artifact { return true }
    if case .group(let group) = content { return group.isRead }
    return false
  }
}

extension Group {
  /// A seal's parts are not read by themselves.
  fileprivate var isRead: Bool { purpose == .plain && children.contains(where: \.isRead) }
}

extension [Diagnostic] {
  /// What stands on several pages is told once.
  fileprivate var withoutEchoes: [Diagnostic] {
    if count < 2 { return self }
    var told: Set<String> = []
    return filter { diagnostic in
      let place = diagnostic.span.map { "\($0.source.index):\($0.range)" } ?? ""
      return told.insert("\(diagnostic.id) \(place) \(diagnostic.field ?? "") \(diagnostic.message)").inserted
    }
  }
}
