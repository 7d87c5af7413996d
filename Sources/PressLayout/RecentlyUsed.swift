/// A table that forgets what was not used for long.
///
/// Two generations instead of a list in the order of use: what is used moves to the younger one, and when that is half of the
/// whole, it becomes the older one and what stood there is dropped. Looking something up costs no more than in a dictionary.
struct RecentlyUsed<Key: Hashable, Value> {
  private struct Entry {
    var value: Value
    var weight: Int
  }

  /// The most that is kept, in whatever unit weights are given.
  let limit: Int
  private var young: [Key: Entry] = [:]
  private var old: [Key: Entry] = [:]
  private var youngWeight = 0
  private var oldWeight = 0

  init(limit: Int) { self.limit = limit }

  var weight: Int { youngWeight + oldWeight }

  subscript(key: Key) -> Value? {
    mutating get {
      if let entry = young[key] { return entry.value }
      guard let entry = old.removeValue(forKey: key) else { return nil }
      oldWeight -= entry.weight
      insert(entry, as: key)
      return entry.value
    }
  }

  /// What would take half of all by itself is not kept.
  mutating func keep(_ value: Value, as key: Key, weight: Int) {
    guard weight <= limit / 2, self[key] == nil else { return }
    insert(Entry(value: value, weight: weight), as: key)
  }

  private mutating func insert(_ entry: Entry, as key: Key) {
    if youngWeight + entry.weight > limit / 2 {
      (old, oldWeight) = (young, youngWeight)
      (young, youngWeight) = ([:], 0)
    }
    young[key] = entry
    youngWeight += entry.weight
  }
}
