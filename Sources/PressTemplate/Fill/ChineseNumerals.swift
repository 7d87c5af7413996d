/// Numbers in Chinese characters: as GB/T 15835 reads them, or in the forms that cannot be altered, which bills are written in.
struct ChineseNumerals {
  private let digits: [Character]
  /// Of the places within a group of four.
  private let places: [String]
  /// False where 十 stands for 一十 at the beginning.
  private let writesLeadingOne: Bool

  static let plain = ChineseNumerals(
    digits: Array("零一二三四五六七八九"), places: ["千", "百", "十", ""], writesLeadingOne: false)
  static let capital = ChineseNumerals(
    digits: Array("零壹贰叁肆伍陆柒捌玖"), places: ["仟", "佰", "拾", ""], writesLeadingOne: true)

  /// Whole digits that can be read: up to 万亿.
  static let most = 16

  /// 一百二十三点五; nil if it has more than ``most`` whole digits.
  func printed(_ number: DecimalNumber) -> String? {
    guard let whole = whole(number.whole) else { return nil }
    let fraction = number.fraction.map { digits[Int($0)] }
    return sign(of: number) + whole + (fraction.isEmpty ? "" : "点" + String(fraction))
  }

  /// 壹佰贰拾叁元肆角伍分: 整 stands behind 元 alone, 零 where 角 is passed over. Nil if there are more decimals than 分, or more
  /// than ``most`` whole digits.
  ///
  /// 正确填写票据和结算凭证的基本规定 (People's Bank of China), 3 and 4; where it leaves a 零 to choice, there is none.
  func money(_ number: DecimalNumber) -> String? {
    guard number.trimmed.fraction.count <= 2, let whole = whole(number.whole) else { return nil }
    if number.isZero { return whole + "元整" }
    let amount = number.rounded(to: 2)
    let (tenths, hundredths) = (amount.fraction[0], amount.fraction[1])
    var text = amount.whole == [0] ? "" : whole + "元"
    if tenths == 0, hundredths == 0 { text += "整" }
    if tenths > 0 { text += String(digits[Int(tenths)]) + "角" }
    if tenths == 0, hundredths > 0, !text.isEmpty { text += "零" }
    if hundredths > 0 { text += String(digits[Int(hundredths)]) + "分" }
    return sign(of: number) + text
  }

  private func sign(of number: DecimalNumber) -> String { number.isNegative && !number.isZero ? "负" : "" }

  private func whole(_ number: [UInt8]) -> String? {
    guard number.count <= ChineseNumerals.most else { return nil }
    if number == [0] { return String(digits[0]) }
    let padded = Array(repeating: 0, count: ChineseNumerals.most - number.count) + number
    let text = joined(padded[0..<8], padded[8..<16], "亿") { joined($0.prefix(4), $0.suffix(4), "万", group) }
    let isShort = !writesLeadingOne && text.hasPrefix("一十")
    return isShort ? String(text.dropFirst()) : text
  }

  /// Two halves of a number with the unit of the upper one between them, and one 零 for the zeros that lead the lower one.
  private func joined(
    _ upper: ArraySlice<UInt8>, _ lower: ArraySlice<UInt8>, _ unit: String, _ read: (ArraySlice<UInt8>) -> String
  ) -> String {
    let (first, second) = (read(upper), read(lower))
    if first.isEmpty { return second }
    if second.isEmpty { return first + unit }
    return first + unit + (lower.first == 0 ? String(digits[0]) : "") + second
  }

  /// Four digits, without the zeros at either end.
  private func group(_ group: ArraySlice<UInt8>) -> String {
    var text = ""
    var isGap = false
    for (digit, place) in zip(group, places) {
      if digit == 0 {
        isGap = !text.isEmpty
      } else {
        if isGap { text.append(digits[0]) }
        isGap = false
        text += String(digits[Int(digit)]) + place
      }
    }
    return text
  }
}
