/// Those who wait for something new. Each is woken once.
struct Waiting {
  private var continuations: [Int: CheckedContinuation<Void, Never>] = [:]
  private var last = 0

  /// - Returns: a ticket by which it can be woken alone.
  mutating func add(_ continuation: CheckedContinuation<Void, Never>) -> Int {
    last += 1
    continuations[last] = continuation
    return last
  }

  mutating func wake(_ ticket: Int) { continuations.removeValue(forKey: ticket)?.resume() }

  mutating func wakeAll() {
    for continuation in continuations.values { continuation.resume() }
    continuations = [:]
  }
}
