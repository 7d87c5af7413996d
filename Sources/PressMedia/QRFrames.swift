import Synchronization

/// The frames that were used, one for each version: at most 40, of 2.3 MB together. They hold nothing of any payload.
enum QRFrames {
  private static let kept = Mutex<[QRFrame?]>(Array(repeating: nil, count: 40))

  /// - `version`: 1–40.
  static func frame(version: Int) -> QRFrame {
    kept.withLock { kept in
      if let frame = kept[version - 1] { return frame }
      let frame = QRFrame(version: version)
      kept[version - 1] = frame
      return frame
    }
  }
}
