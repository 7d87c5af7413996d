import PressScene

/// What is laid out and does not depend on a record, kept from one composition to the next: a worker has one.
///
/// A memo of pure functions: under each key stands all that decides the result, and only what had nothing to tell is kept. So what
/// moves is kept under the room that it had and the place where it came to stand.
public final class PartMemo {
  /// Plans whose parts are kept; a service has as many layouts in use at a time.
  static let mostPlans = 4
  /// Of one plan, in the units of ``weight(of:)``: about 10 MB.
  static let mostWeight = 100_000

  private var known: [(plan: Plan, parts: KeptParts)] = []

  public init() {}

  /// The parts of a plan, those used last at the end.
  func parts(of plan: Plan) -> KeptParts {
    if let last = known.last, last.plan === plan { return last.parts }
    let place = known.firstIndex { $0.plan === plan }
    let entry = place.map { known.remove(at: $0) } ?? (plan: plan, parts: KeptParts())
    if known.count == Self.mostPlans { known.removeFirst() }
    known.append(entry)
    return entry.parts
  }

  /// How many plans have something kept, and how much that is: never more than ``mostPlans`` times ``mostWeight``.
  var size: (plans: Int, weight: Int) { (known.count, known.reduce(0) { $0 + $1.parts.weight }) }
}

/// The kept parts of one plan.
final class KeptParts {
  /// All that decides how a part without a record's values is laid out.
  struct BlockKey: Hashable {
    var part: Int
    /// Of the layout, from 0: its setup.
    var page: Int
    var bounds: Bounds
    /// The entry of the list that its items are called after.
    var entry: String?
  }

  private struct PlaceKey: Hashable {
    var block: Int
    var origin: Point
  }

  private struct ClearedKey: Hashable {
    var plate: Plate
    var zones: [Rect]
  }

  private var blocks = RecentlyUsed<BlockKey, Block>(limit: PartMemo.mostWeight / 4)
  private var places = RecentlyUsed<PlaceKey, PlacedBlock>(limit: PartMemo.mostWeight / 2)
  private var cleared = RecentlyUsed<ClearedKey, Item>(limit: PartMemo.mostWeight / 4)
  private var count = 0
  /// By page of the layout, by part: never more than the layout has of both.
  private var widths: [Int: [Int: Points]] = [:]

  var weight: Int { blocks.weight + places.weight + cleared.weight }

  /// What a row reckons with, whatever the entry of a list.
  func width(of part: Part, page: Int) -> Points? { widths[page]?[part.number] }

  func keep(_ width: Points, of part: Part, page: Int) { widths[page, default: [:]][part.number] = width }

  func block(_ key: BlockKey) -> Block? { blocks[key] }

  /// The block as it will come again: its parts are drawn once for each place.
  func keep(_ block: Block, _ key: BlockKey) -> Block {
    count += 1
    let number = count
    var kept = block
    // Not owned: a block that is kept must not keep what it is kept in.
    kept.place = { [unowned self] origin, placed in
      placed += parts(of: block, number, at: origin)
    }
    blocks.keep(kept, as: key, weight: 4)
    return kept
  }

  private func parts(of block: Block, _ number: Int, at origin: Point) -> [Composition.PlacedElement] {
    let key = PlaceKey(block: number, origin: origin)
    if let known = places[key] { return known.parts }
    var parts: [Composition.PlacedElement] = []
    block.place(origin, &parts)
    for index in parts.indices where parts[index].item.plate == nil { parts[index].item.plate = Plate() }
    places.keep(PlacedBlock(parts: parts), as: key, weight: parts.reduce(4) { $0 + $1.item.weight })
    return parts
  }

  /// A kept item without the stamps that would lie in those zones, as `clear` takes them away: a plate of its own. Nil for an item
  /// that is not kept.
  func cleared(_ item: Item, of zones: [Rect], _ clear: (inout Item) -> Bool) -> Item? {
    guard let plate = item.plate else { return nil }
    let key = ClearedKey(plate: plate, zones: zones)
    if let known = cleared[key] { return known }
    var changed = item
    if clear(&changed) { changed.plate = Plate() }
    cleared.keep(changed, as: key, weight: item.weight)
    return changed
  }
}

/// What a block looks like at a place.
private struct PlacedBlock {
  var parts: [Composition.PlacedElement]
}

extension Item {
  /// What it takes in memory, in units of about 100 bytes: a curve, a glyph with its cluster, a place of a pattern.
  fileprivate var weight: Int {
    switch content {
    case .text(let runs, _): runs.reduce(4) { $0 + 2 + $1.glyphs.count }
    case .shapes(let shapes): shapes.reduce(4) { $0 + 2 + $1.path.segments.count }
    case .pattern(let pattern): pattern.cell.reduce(4 + pattern.places.count) { $0 + 2 + $1.path.segments.count }
    case .group(let group): group.children.reduce(4) { $0 + $1.weight }
    case .picture(let placed): 4 + placed.picture.bytes.count / 100
    case .code(let code): 4 + code.matrix.modules.count / 100
    }
  }
}
