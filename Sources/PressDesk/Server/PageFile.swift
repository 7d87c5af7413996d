import FlyingFox

/// The files of the page. They are part of the program: nothing is read from a disk by a name that a request gives.
enum PageFile {
  static func answer(_ path: String) -> Answer {
    let name = path == "/" ? "desk.html" : String(path.dropFirst())
    guard let (type, bytes) = all[name] else { return .notFound }
    return Answer(status: .ok, type: type, body: bytes)
  }

  private static let page = "text/html; charset=utf-8"
  private static let sheet = "text/css; charset=utf-8"
  private static let script = "text/javascript; charset=utf-8"
  private static let all: [String: (type: String, bytes: [UInt8])] = [
    "calibrate.js": (script, PackageResources.calibrate_js),
    "compare.js": (script, PackageResources.compare_js),
    "connection.js": (script, PackageResources.connection_js),
    "desk.css": (sheet, PackageResources.desk_css),
    "desk.html": (page, PackageResources.desk_html),
    "desk.js": (script, PackageResources.desk_js),
    "diagnostics.js": (script, PackageResources.diagnostics_js),
    "dom.js": (script, PackageResources.dom_js),
    "drag.js": (script, PackageResources.drag_js),
    "form.js": (script, PackageResources.form_js),
    "highlight.js": (script, PackageResources.highlight_js),
    "hint.js": (script, PackageResources.hint_js),
    "history.js": (script, PackageResources.history_js),
    "icons.js": (script, PackageResources.icons_js),
    "inspector.js": (script, PackageResources.inspector_js),
    "keys.js": (script, PackageResources.keys_js),
    "magnifier.js": (script, PackageResources.magnifier_js),
    "measure.js": (script, PackageResources.measure_js),
    "move.js": (script, PackageResources.move_js),
    "notice.js": (script, PackageResources.notice_js),
    "overlay.js": (script, PackageResources.overlay_js),
    "panes.js": (script, PackageResources.panes_js),
    "print.js": (script, PackageResources.print_js),
    "register.js": (script, PackageResources.register_js),
    "rulers.js": (script, PackageResources.rulers_js),
    "samples.js": (script, PackageResources.samples_js),
    "scan.js": (script, PackageResources.scan_js),
    "select.js": (script, PackageResources.select_js),
    "sheet.js": (script, PackageResources.sheet_js),
    "snap.js": (script, PackageResources.snap_js),
    "source.js": (script, PackageResources.source_js),
    "state.js": (script, PackageResources.state_js),
    "theme.js": (script, PackageResources.theme_js),
    "tools.js": (script, PackageResources.tools_js),
    "view.js": (script, PackageResources.view_js),
    "words-en.js": (script, PackageResources.words_en_js),
    "words-zh.js": (script, PackageResources.words_zh_js),
    "words.js": (script, PackageResources.words_js),
  ]
}
