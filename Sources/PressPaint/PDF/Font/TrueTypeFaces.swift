import PressScene

/// The font files that one worker has mapped, each once.
final class TrueTypeFaces {
  private let file: (FaceID) -> String?
  private var opened: [FaceID: TrueTypeFile] = [:]

  init(file: @escaping (FaceID) -> String?) { self.file = file }

  /// - Throws: ``PaintError/Problem/missingFace(name:)``, ``PaintError/Problem/unreadableFace(name:)``.
  func face(_ id: FaceID) throws(PaintError) -> TrueTypeFile {
    if let face = opened[id] { return face }
    guard let path = file(id) else { throw PaintError(.missingFace(name: id.name)) }
    guard let face = TrueTypeFile(path: path) else { throw PaintError(.unreadableFace(name: id.name)) }
    opened[id] = face
    return face
  }
}
