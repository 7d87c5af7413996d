import Glibc

/// Many documents by one worker: what the process takes in memory must not grow with their number.
enum Endurance {
  /// MB that the last tenth may take more than the first: the allocator's own unrest, not a document's bytes.
  private static let allowance = 1.0

  /// Renders `count` certificates, says after each tenth what is resident, and ends with 1 where it grew.
  static func run(_ product: Product, count: Int) throws {
    let subject = try Subject()
    var resident: [Double] = []
    for tenth in 1...10 {
      for number in 0..<max(1, count / 10) { _ = try subject.render(number, as: product) }
      resident.append(try Memory().anonymous)
      print("\(tenth * count / 10) documents: \(decimals(resident[tenth - 1], 2)) MB")
    }
    let growth = resident[9] - resident[0]
    guard growth <= allowance else {
      print("it grew by \(decimals(growth, 2)) MB from the first tenth to the last; \(allowance) MB are allowed")
      exit(1)
    }
    print("flat: \(decimals(growth, 2)) MB between the first tenth and the last")
  }
}
