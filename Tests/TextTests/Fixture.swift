import Glibc
import PressScene
import Testing

@testable import PressText

/// The fonts of this repository.
enum Fixture {
  /// The folder that holds `Package.swift`.
  static let root: String = {
    var path = #filePath
    while let slash = path.lastIndex(of: "/") {
      path = String(path[..<slash])
      if access(path + "/Package.swift", F_OK) == 0 { return path }
    }
    return path
  }()

  static let fonts = root + "/fonts"

  static func library() throws -> FontLibrary { try FontLibrary(directory: fonts) }

  /// A family's text and problems, shaped by a shaper of its own.
  static func shape(_ text: String, _ family: String = song) throws -> (ShapedText, [ShapingProblem]) {
    Shaper(try library()).shape(text, family: family)
  }

  static let song = "CertPress Song"
  static let hei = "CertPress Hei"
  static let kai = "CertPress Kai"
}

extension ShapedText {
  var advances: [Double] { clusters.map(\.advance) }
  /// The face's name for each cluster.
  var faceNames: [String] { clusters.map { faces[$0.face].name } }
  var breaks: [Cluster.Break] { clusters.map(\.breakBefore) }

  /// Do the clusters cover the text's scalars in order and without gaps?
  var isWhole: Bool {
    var next = 0
    for cluster in clusters {
      guard cluster.scalars.lowerBound == next, !cluster.scalars.isEmpty, faces.indices.contains(cluster.face) else {
        return false
      }
      next = cluster.scalars.upperBound
    }
    return next == text.unicodeScalars.count
  }
}

/// A folder that goes away with the value.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/certpress-text-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.flatMap { mkdtemp($0) } != nil }
    try #require(made)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  private var names: [String] = []

  func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    names.append(name)
    let file = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    let bytes = Array(bytes)
    try #require(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }
}
