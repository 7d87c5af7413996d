import PressLayout
import PressMedia
import PressScene

/// Plugs pictures and codes into composition: finds the bytes, has them checked.
struct MediaDesk: MediaSource {
  let record: Pictures
  let layout: Pictures
  let art: LayoutArt

  func image(at path: String, origin: PictureOrigin) -> Result<MediaImage, MediaProblem> {
    switch origin {
    case .record: read(path, origin)
    case .layout: art.image(at: path) { read(path, origin) }
    }
  }

  private func read(_ path: String, _ origin: PictureOrigin) -> Result<MediaImage, MediaProblem> {
    let bytes: [UInt8]
    do throws(Pictures.Failure) {
      bytes = try (origin == .record ? record : layout).read(path)
    } catch {
      return .failure(error.problem(origin))
    }
    do throws(MediaError) {
      // What is wrong in a drawing is told with its words: never of a record's.
      if origin == .layout, SVG.isSVG(bytes) { return .success(.art(try SVG.read(bytes))) }
      return .success(.picture(try PressMedia.Pictures.read(bytes)))
    } catch {
      return .failure(MediaProblem(error))
    }
  }

  func code(_ payload: String, level: QRMatrix.Level) -> Result<QRMatrix, MediaProblem> {
    do throws(MediaError) {
      return .success(try QR.encode(payload, level: level))
    } catch {
      return .failure(MediaProblem(error))
    }
  }
}

extension MediaProblem {
  init(_ error: MediaError) {
    let diagnostic = error.diagnostic()
    self.init(id: diagnostic.id, message: diagnostic.message, hint: diagnostic.hint)
  }
}
