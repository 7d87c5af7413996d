/// Looks through the entropy-coded data of a plain JPEG (baseline, one scan of all components, no restarts) as a decoder would,
/// and keeps nothing: a third of the time that libjpeg takes for the same question.
///
/// It may only agree: where it says yes, libjpeg would decode every block without a warning. What is of another kind, or wrong in any
/// way, is libjpeg's to judge and to name.
struct JPEGBaseline {
  private struct Component {
    var id: UInt8
    var blocks: Int
    var quantization: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 2
  private var components: [Component] = []
  private var unitCount = 0
  private var quantizations: Set<Int> = []
  /// By class and destination: 0…3 of DC, 4…7 of AC.
  private var codes: [HuffmanCode] = Array(repeating: HuffmanCode(), count: 8)

  /// - Parameter bytes: a whole file, as ``JPEGFile/stripped()`` leaves it.
  static func isSound(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var reader = JPEGBaseline(bytes: buffer)
      return reader.readFile()
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Segments up to the scan, the scan, and EOI directly behind it.
  private mutating func readFile() -> Bool {
    while position + 4 <= bytes.count, bytes[position] == 0xFF {
      let marker = bytes[position + 1]
      let start = position + 4
      let end = position + 2 + Int(bytes[position + 2]) << 8 + Int(bytes[position + 3])
      guard start <= end, end <= bytes.count else { return false }
      position = end
      let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
      switch marker {
      // libjpeg warns of another version than 1.
      case 0xE0: guard content.count >= 6, content[5] == 1 else { return false }
      case 0xDB: guard readQuantizations(content) else { return false }
      case 0xC4: guard readCodes(content) else { return false }
      case 0xC0: guard components.isEmpty, readFrame(content) else { return false }
      case 0xDA: return readScan(content)
      default: return false
      }
    }
    return false
  }

  /// B.2.4.1, tables of 8 bits.
  private mutating func readQuantizations(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    guard content.count.isMultiple(of: 65) else { return false }
    for start in stride(from: 0, to: content.count, by: 65) {
      guard content[start] < 4 else { return false }
      quantizations.insert(Int(content[start]))
    }
    return true
  }

  /// B.2.4.2.
  private mutating func readCodes(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while start + 17 <= content.count {
      let (kind, destination) = (Int(content[start] >> 4), Int(content[start] & 15))
      let counts = UnsafeBufferPointer(rebasing: content[start + 1..<start + 17])
      let count = counts.reduce(0) { $0 + Int($1) }
      guard kind < 2, destination < 4, count <= 256, start + 17 + count <= content.count else { return false }
      let values = UnsafeBufferPointer(rebasing: content[start + 17..<start + 17 + count])
      guard let code = HuffmanCode(counts: counts, values: values, isDC: kind == 0) else { return false }
      codes[kind * 4 + destination] = code
      start += 17 + count
    }
    return start == content.count
  }

  /// B.2.2: grey, or three components of which the first may be sampled finer than the others.
  private mutating func readFrame(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    guard content.count >= 6, content[0] == 8 else { return false }
    let (height, width) = (Int(content[1]) << 8 + Int(content[2]), Int(content[3]) << 8 + Int(content[4]))
    let count = Int(content[5])
    guard count == 1 || count == 3, content.count == 6 + 3 * count, width > 0, height > 0 else { return false }
    var finest = (across: 1, down: 1)
    for index in 0..<count {
      let (id, sampling, table) = (content[6 + 3 * index], content[7 + 3 * index], Int(content[8 + 3 * index]))
      let (across, down) = (Int(sampling >> 4), Int(sampling & 15))
      let most = index == 0 && count == 3 ? 2 : 1
      guard 1...most ~= across, 1...most ~= down, !components.contains(where: { $0.id == id }) else { return false }
      if index == 0 { finest = (across, down) }
      components.append(Component(id: id, blocks: across * down, quantization: table))
    }
    let (unitWidth, unitHeight) = (8 * finest.across, 8 * finest.down)
    unitCount = ((width + unitWidth - 1) / unitWidth) * ((height + unitHeight - 1) / unitHeight)
    return true
  }

  /// B.2.3, and the data behind it.
  private mutating func readScan(_ content: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !components.isEmpty, content.count == 4 + 2 * components.count, Int(content[0]) == components.count,
      content[content.count - 3] == 0, content[content.count - 2] == 63, content[content.count - 1] == 0
    else { return false }
    // The codes of each block of a unit.
    var blocks: [(dc: Int, ac: Int)] = []
    for (index, component) in components.enumerated() {
      let (id, tables) = (content[1 + 2 * index], content[2 + 2 * index])
      guard id == component.id, quantizations.contains(component.quantization), tables >> 4 < 4, tables & 15 < 4
      else { return false }
      let (dc, ac) = (Int(tables >> 4), 4 + Int(tables & 15))
      guard !codes[dc].isEmpty, !codes[ac].isEmpty else { return false }
      for _ in 0..<component.blocks { blocks.append((dc, ac)) }
    }
    let rest = UnsafeBufferPointer(rebasing: bytes[position...])
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: rest.count + EntropyBits.reach) { room in
      guard var bits = EntropyBits(unstuffing: rest, into: room, codes: codes) else { return false }
      return bits.tables.withUnsafeBufferPointer { buffer in
        guard let tables = buffer.baseAddress else { return false }
        for _ in 0..<unitCount {
          for block in blocks where !bits.skipBlock(dc: block.dc, ac: block.ac, tables) { return false }
        }
        return bits.isAtEnd
      }
    }
  }
}
