import FlyingFox

/// The files of the page. They are part of the program: nothing is read from a disk by a name that a request gives.
enum PageFile {
  static func answer(_ path: String) -> Answer {
    let name = path == "/" ? "desk.html" : String(path.dropFirst())
    guard let (type, bytes) = all[name] else { return .notFound }
    return Answer(status: .ok, type: type, body: bytes)
  }

  private static let script = "text/javascript; charset=utf-8"
  private static let all: [String: (type: String, bytes: [UInt8])] = [
    "desk.html": ("text/html; charset=utf-8", PackageResources.desk_html),
    "desk.css": ("text/css; charset=utf-8", PackageResources.desk_css),
    "desk.js": (script, PackageResources.desk_js),
  ]
}
