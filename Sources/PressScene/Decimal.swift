/// A number as people and files write it: at most `digits` decimals, no trailing zeros, no exponent, a point whatever the
/// locale. Painters and dumps print with this one.
public func decimal(_ value: Double, digits: Int = 3) -> String {
  guard value.isFinite else { return "nan" }
  var power = 1.0
  for _ in 0..<digits { power *= 10 }
  let scaled = (value * power).rounded()
  guard abs(scaled) < 9e15 else { return String(Int64(max(-9e18, min(9e18, value)))) }
  let whole = Int64(abs(scaled))
  if whole == 0 { return "0" }
  var fraction = String(whole % Int64(power))
  fraction = String(repeating: "0", count: digits - fraction.count) + fraction
  while fraction.hasSuffix("0") { fraction.removeLast() }
  let integer = (scaled < 0 ? "-" : "") + String(whole / Int64(power))
  return fraction.isEmpty ? integer : integer + "." + fraction
}

extension Points: CustomStringConvertible {
  public var description: String { decimal(value) }
}
