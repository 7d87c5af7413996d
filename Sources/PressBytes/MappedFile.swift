import Glibc
import Synchronization

/// A file's bytes as the system keeps them in memory, big-endian as fonts are. Owns the mapping.
///
/// Only pages that are read become this process's: a font has four megabytes, a certificate reads some hundred kilobytes of it.
///
/// `@unchecked Sendable`: the pointer is to memory that nobody writes.
public final class MappedFile: @unchecked Sendable {
  private let start: UnsafeRawPointer
  public let count: Int

  /// Those that somebody holds, by path: pages count once for each mapping, and a worker's shaper and painters read the same.
  private static let held = Mutex<[String: Held]>([:])

  private struct Held {
    weak var file: MappedFile?
  }

  /// The file of that path, mapped once as long as anybody holds it; nil where it cannot be read or is empty.
  public static func at(_ path: String) -> MappedFile? {
    held.withLock { held in
      if let file = held[path]?.file { return file }
      let file = MappedFile(path: path)
      held[path] = file.map { Held(file: $0) }
      return file
    }
  }

  private init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let mapped = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), mapped != MAP_FAILED
    else { return nil }
    // Glyphs lie anywhere: the fifteen pages around one would be another's.
    madvise(mapped, Int(status.st_size), MADV_RANDOM)
    start = UnsafeRawPointer(mapped)
    count = Int(status.st_size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: start), count) }

  /// Valid as long as this object.
  public var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Valid as long as this object.
  public func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[range]) }

  /// 16 bits; nil beyond the end.
  public func word(at offset: Int) -> Int? {
    guard offset >= 0, offset + 2 <= count else { return nil }
    return Int(UInt16(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt16.self)))
  }

  /// 32 bits; nil beyond the end.
  public func long(at offset: Int) -> UInt32? {
    guard offset >= 0, offset + 4 <= count else { return nil }
    return UInt32(bigEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
