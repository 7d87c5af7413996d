import PressScene

/// What a worker keeps from one PDF to the next: finished art by its plate, the pixels of pictures that are no JPEG by their
/// digest, and its compressors. It holds nothing that was written with a record's values.
final class PDFKept {
  /// For what a document has of its own. Level 5 takes twice the time for a hundredth of the file.
  let quick = Deflater(level: 1)
  /// For what is the same on every certificate. Level 10 saves another fifteenth, and a process's first document waits 3 ms for it.
  let thorough = Deflater(level: 6)

  private var forms = BoundedCache<Plate, PDFForm>(limit: 4 << 20)
  private var images = BoundedCache<String, PDFImage>(limit: 4 << 20)

  func form(of plate: Plate) -> PDFForm? { forms[plate] }

  func keep(_ form: PDFForm, as plate: Plate) { forms.insert(form, for: plate, size: form.size) }

  func image(_ digest: String) -> PDFImage? { images[digest] }

  func keep(_ image: PDFImage, as digest: String) { images.insert(image, for: digest, size: image.size) }
}

/// Keeps what was used last, up to a size.
struct BoundedCache<Key: Hashable, Value> {
  private let limit: Int
  private var entries: [Key: (value: Value, size: Int, used: Int)] = [:]
  private var size = 0
  private var clock = 0

  /// - Parameter limit: bytes.
  init(limit: Int) { self.limit = limit }

  subscript(key: Key) -> Value? {
    mutating get {
      clock += 1
      entries[key]?.used = clock
      return entries[key]?.value
    }
  }

  /// What is larger than the limit is not kept.
  mutating func insert(_ value: Value, for key: Key, size: Int) {
    guard size <= limit, entries[key] == nil else { return }
    clock += 1
    entries[key] = (value, size, clock)
    self.size += size
    while self.size > limit, let oldest = entries.min(by: { $0.value.used < $1.value.used }) {
      entries[oldest.key] = nil
      self.size -= oldest.value.size
    }
  }
}
