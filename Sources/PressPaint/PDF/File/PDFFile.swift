/// An object's number in its file.
struct PDFReference: Hashable {
  var number: Int
}

/// The objects of one file and its end (ISO 32000-1, 7.5).
///
/// Streams stand by themselves; all other objects are packed into one object stream and found by a cross-reference stream, which
/// is a third of the size of plain ones.
struct PDFFile {
  private enum Place {
    case reserved
    /// Bytes from the file's start.
    case at(Int)
    /// Index in the object stream.
    case packed(Int)
  }

  private var out = PDFBytes()
  private var places: [Place] = [.reserved]  // number 0 is the head of the free list
  private var packed = PDFBytes()
  private var packedIndex: [(number: Int, offset: Int)] = []
  private let deflater: Deflater

  init(deflater: Deflater) {
    self.deflater = deflater
    out.reserve(128 << 10)
    // Four bytes beyond ASCII tell a transfer that this is no text (7.5.2).
    out.append([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37, 0x0A, 0x25, 0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
  }

  /// A number for an object that is written later.
  mutating func reserve() -> PDFReference {
    places.append(.reserved)
    return PDFReference(number: places.count - 1)
  }

  @discardableResult
  mutating func add(_ object: PDFBytes) -> PDFReference {
    let reference = reserve()
    set(reference, object)
    return reference
  }

  /// Writes a reserved object, packed with others.
  mutating func set(_ reference: PDFReference, _ object: PDFBytes) {
    places[reference.number] = .packed(packedIndex.count)
    packedIndex.append((reference.number, packed.count))
    packed.append(object)
    packed.raw("\n")
  }

  /// Writes a reserved object by itself: a signature is filled into the file's own bytes.
  mutating func setUnpacked(_ reference: PDFReference, _ object: PDFBytes) {
    begin(reference)
    out.append(object)
    out.raw("\nendobj\n")
  }

  @discardableResult
  mutating func add(stream data: [UInt8], _ entries: PDFBytes) -> PDFReference {
    let reference = reserve()
    set(reference, stream: data, entries)
    return reference
  }

  /// Writes a reserved stream (7.3.8); `entries` are those of its dictionary but for /Length.
  mutating func set(_ reference: PDFReference, stream data: [UInt8], _ entries: PDFBytes) {
    begin(reference)
    out.raw("<<")
    out.append(entries)
    out.raw("/Length ")
    out.append(integer: data.count)
    out.raw(">>stream\n")
    out.append(data)
    out.raw("\nendstream\nendobj\n")
  }

  private mutating func begin(_ reference: PDFReference) {
    places[reference.number] = .at(out.count)
    out.append(integer: reference.number)
    out.raw(" 0 obj\n")
  }

  /// Writes the packed objects, the cross-reference stream and the trailer.
  /// - Parameter id: 16 bytes that stand for this content (14.4).
  consuming func finish(root: PDFReference, info: PDFReference, id: [UInt8]) -> [UInt8] {
    let container = addObjectStream()
    let index = reserve()
    let start = out.count
    begin(index)
    // Three bytes reach 16 MB into the file, two count 65,535 packed objects.
    let widths = (place: start < 1 << 24 ? 3 : 5, index: packedIndex.count < 1 << 16 ? 2 : 4)
    let table = deflater.zlib(crossReferences(container: container, widths: widths))
    out.raw("<</Type/XRef/W[1 ")
    out.number(widths.place)
    out.append(integer: widths.index)
    out.raw("]/Size ")
    out.append(integer: places.count)
    out.raw("/Root ")
    out.reference(root)
    out.raw("/Info ")
    out.reference(info)
    out.raw("/ID[")
    for _ in 0..<2 {
      out.raw("<")
      for byte in id { out.append(hex: byte) }
      out.raw(">")
    }
    out.raw("]/Filter/FlateDecode/Length ")
    out.append(integer: table.count)
    out.raw(">>stream\n")
    out.append(table)
    out.raw("\nendstream\nendobj\nstartxref\n")
    out.append(integer: start)
    out.raw("\n%%EOF\n")
    return out.bytes
  }

  /// 7.5.7.
  private mutating func addObjectStream() -> PDFReference {
    var head = PDFBytes()
    for entry in packedIndex {
      head.number(entry.number)
      head.number(entry.offset)
    }
    var entries = PDFBytes()
    entries.raw("/Type/ObjStm/N ")
    entries.append(integer: packedIndex.count)
    entries.raw("/First ")
    entries.append(integer: head.count)
    entries.raw("/Filter/FlateDecode")
    return add(stream: deflater.zlib(head.bytes + packed.bytes), entries)
  }

  /// 7.5.8: a byte for the kind, then a place in the file or the number of the object stream, then an index in that.
  private func crossReferences(container: PDFReference, widths: (place: Int, index: Int)) -> [UInt8] {
    var table: [UInt8] = []
    table.reserveCapacity(places.count * (1 + widths.place + widths.index))
    func add(_ value: Int, width: Int) {
      for byte in stride(from: width - 1, through: 0, by: -1) {
        table.append(UInt8(truncatingIfNeeded: value >> (8 * byte)))
      }
    }
    func add(_ kind: UInt8, _ place: Int, _ index: Int) {
      table.append(kind)
      add(place, width: widths.place)
      add(index, width: widths.index)
    }
    for (number, place) in places.enumerated() {
      switch place {
      case .reserved: add(0, 0, number == 0 ? 65535 : 0)
      case .at(let offset): add(1, offset, 0)
      case .packed(let index): add(2, container.number, index)
      }
    }
    return table
  }
}
