import PressBytes
import PressScene

extension GoldenHarness {
  /// Scene dumps are compared block by block: an item that is there on one side only, or that reads otherwise.
  func compareScene(_ actual: [UInt8], with golden: GoldenCase) -> [String] {
    let expected: [UInt8]
    do throws(NothingExpected) {
      expected = try golden.expected("expected.scene")
    } catch {
      return [error.sentence]
    }
    if expected == actual { return [] }
    let before = SceneBlocks(expected)
    let after = SceneBlocks(actual)
    var sentences: [String] = []
    for name in before.order where after.blocks[name] == nil { sentences.append("\(name) is gone") }
    for name in after.order {
      guard let block = before.blocks[name] else {
        sentences.append("\(name) is new")
        continue
      }
      guard let other = after.blocks[name], block != other else { continue }
      sentences.append("\(name) changed: " + SceneBlocks.firstChange(from: block, to: other))
    }
    let common = before.order.filter { after.blocks[$0] != nil }
    if common != after.order.filter({ before.blocks[$0] != nil }) { sentences.append("the painting order changed") }
    // The dumps differ though no block does: never report equality that isn't there.
    return sentences.isEmpty ? ["the scene's text differs"] : sentences
  }

  func comparePixels(_ actual: [UInt8], with golden: GoldenCase) -> [String] {
    let expected: [UInt8]
    do throws(NothingExpected) {
      expected = try golden.expected("expected.png")
    } catch {
      return [error.sentence]
    }
    guard let before = try? PixelImage(png: expected) else { return ["expected.png is no whole PNG"] }
    guard let after = try? PixelImage(png: actual) else { return ["the render is no whole PNG"] }
    // Not even to another blank one: nothing was ever seen there.
    if before.isBlank { return ["expected.png is blank"] }
    if after.isBlank { return ["the render is blank"] }
    guard before.width == after.width, before.height == after.height else {
      return ["the picture is \(after.width) × \(after.height) pixels, not \(before.width) × \(before.height)"]
    }
    guard let difference = after.difference(from: before) else { return [] }
    func mm(_ pixels: Int) -> String { decimal(Double(pixels) / GoldenCase.dpi * 25.4, digits: 1) }
    return [
      "\(difference.count == 1 ? "1 pixel differs" : "\(difference.count) pixels differ"), by \(difference.largest) of 255 at most, in "
        + "\(mm(difference.left))–\(mm(difference.right)) mm across, \(mm(difference.top))–\(mm(difference.bottom)) mm down"
    ]
  }
}

/// Why a render cannot be compared.
private struct NothingExpected: Error {
  var sentence: String
}

extension GoldenCase {
  fileprivate func expected(_ name: String) throws(NothingExpected) -> [UInt8] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try Files.read(folder + "/" + name)
    } catch {
      throw NothingExpected(
        sentence: error.isMissing
          ? "\(name) is missing: record the case once it looks right" : "\(name) cannot be read: \(error.reason)")
    }
    if bytes.isEmpty { throw NothingExpected(sentence: "\(name) is empty") }
    return bytes
  }
}

/// A scene dump cut into its items: a line that begins at the margin opens a block.
private struct SceneBlocks {
  var order: [String] = []
  var blocks: [String: [Substring]] = [:]

  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("item ") {
        let name = String(line.dropFirst(5))
        order.append(name)
        blocks[name] = []
      } else if !line.hasPrefix(" ") {
        let name = String(line.prefix { $0 != " " })
        order.append(name)
        blocks[name] = [line]
      } else if let current = order.last {
        blocks[current]?.append(line)
      }
    }
  }

  static func firstChange(from before: [Substring], to after: [Substring]) -> String {
    for (old, new) in zip(before, after) where old != new {
      return "\(shortened(old)) → \(shortened(new))"
    }
    return "\(before.count) lines → \(after.count) lines"
  }

  private static func shortened(_ line: Substring) -> String {
    let text = line.drop { $0 == " " }
    return text.count > 90 ? text.prefix(90) + "…" : String(text)
  }
}
