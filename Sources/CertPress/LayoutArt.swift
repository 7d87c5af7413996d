import PressLayout
import Synchronization

/// The pictures that a layout itself names, each read once: they belong to the layout as its text does, and are the same for all
/// workers even if a file changes while a service runs.
final class LayoutArt: Sendable {
  private let known = Mutex<[String: MediaImage]>([:])

  /// The picture of that name; what cannot be had is looked for again the next time.
  func image(
    at path: String, read: () -> Result<MediaImage, MediaProblem>
  ) -> Result<MediaImage, MediaProblem> {
    if let image = known.withLock({ $0[path] }) { return .success(image) }
    let found = read()
    guard case .success(let image) = found else { return found }
    // Of two workers that read it at the same time, the first one's is everybody's.
    return .success(
      known.withLock { known in
        if let first = known[path] { return first }
        known[path] = image
        return image
      })
  }
}
