import Foundation
import PressScene
import TestKit
import Testing

@testable import PressText

/// The fonts of this repository.
enum Fixture {
  static let root = Repository.root.path
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

extension TemporaryFolder {
  func write(_ name: String, _ bytes: some Collection<UInt8>) throws { _ = try write(Data(bytes), as: name) }
}
