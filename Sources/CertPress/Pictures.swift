import Glibc
import PressBytes
import PressLayout

/// Where pictures come from: a record gives names, this finds the bytes.
public struct Pictures: Sendable {
  /// Why a picture cannot be had.
  public enum Failure: Error, Sendable {
    case notFound
    /// The name leads out of the folder.
    case outside
    /// Not a file that can be read: a folder, a pipe, no permission.
    case unreadable(String)
    case tooLarge
  }

  /// The bytes of a picture by its name.
  public let read: @Sendable (String) throws(Failure) -> [UInt8]

  /// Pictures by a function of your own: a database, an object store. It gets the name as the record has it, and must not
  /// give one person's picture for another's name.
  public init(read: @escaping @Sendable (String) throws(Failure) -> [UInt8]) { self.read = read }

  /// No pictures at all.
  public static let none = Pictures { _ throws(Failure) in throw .notFound }

  /// Pictures held in memory, by name.
  public static func memory(_ pictures: [String: [UInt8]]) -> Pictures {
    Pictures { name throws(Failure) in
      guard let bytes = pictures[name] else { throw .notFound }
      return bytes
    }
  }

  /// Files in a folder and the folders below it. No name leads out of it: not by `..`, not by an absolute path, not by a
  /// symbolic link.
  public static func directory(_ path: String) -> Pictures {
    Pictures { name throws(Failure) in try readFile(name, in: path) }
  }

  /// Larger than any portrait; a picture beyond it is refused before it is read.
  static let limit = 64 << 20

  private static func readFile(_ name: String, in folder: String) throws(Failure) -> [UInt8] {
    do throws(FileError) {
      return try Files.read(name, in: folder, limit: limit)
    } catch {
      throw Failure(error)
    }
  }
}

extension Pictures.Failure {
  fileprivate init(_ error: FileError) {
    switch error.code {
    case ENOENT, ENOTDIR: self = .notFound
    case EXDEV: self = .outside
    case EFBIG: self = .tooLarge
    case EISDIR: self = .unreadable("it is a folder, a pipe or a device")
    default: self = .unreadable(error.reason)
    }
  }

  func problem(_ origin: PictureOrigin) -> MediaProblem {
    switch (self, origin) {
    case (.notFound, .record):
      MediaProblem(
        id: "media.not-found", message: "there is no picture file of the name that the record gives",
        hint: "names count from the record's folder, or from the one that --assets names")
    case (.notFound, .layout):
      MediaProblem(
        id: "media.not-found", message: "there is no picture file of the name that the layout gives",
        hint: "names count from the layout's folder")
    case (.outside, .record):
      MediaProblem(
        id: "media.outside-folder", message: "the picture's name leads out of the folder of pictures",
        hint: "put the picture into the record's folder, or name another folder with --assets")
    case (.outside, .layout):
      MediaProblem(
        id: "media.outside-folder", message: "the picture's name leads out of the layout's folder",
        hint: "put the picture beside the layout, or into a folder below it")
    case (.unreadable(let reason), _):
      MediaProblem(id: "media.unreadable", message: "the picture cannot be read: \(reason)", hint: nil)
    case (.tooLarge, _):
      MediaProblem(
        id: "media.too-large", message: "the picture's file is larger than \(Pictures.limit >> 20) MB",
        hint: "save it smaller: 600 pixels a side are enough for a portrait")
    }
  }
}
