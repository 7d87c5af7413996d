import CertPress
import PressBytes
import PressDiagnostics
import PressJSON
import PressScene

/// What a case asks for in its `case.json`; nothing where there is none.
///
/// ```json
/// {
///   "tolerance": 2,
///   "antialiasing": true,
///   "why": "the scan was taken on another machine",
///   "ignore": [{ "x": 10, "y": 20, "width": 40, "height": 5, "why": "the day of printing" }],
///   "known-bad": "the arc of a seal with one character is closed: issue 12"
/// }
/// ```
struct CaseSettings {
  /// The largest difference of a channel that counts as equal, 0 to 64.
  var tolerance: UInt8 = 0
  /// Whether pixels of softened edges may differ.
  var forgivesAntialiasing = false
  /// Regions whose pixels are not looked at.
  var ignored: [Region] = []
  /// Why the case is allowed, and expected, to differ.
  var knownBad: String?

  struct Region {
    /// From 1.
    var page: Int
    var rect: Rect
    var why: String
  }

  init(of golden: GoldenCase) throws(Faults) {
    guard Files.exists(golden.path(GoldenCase.File.settings)) else { return }
    let bytes = try golden.read(GoldenCase.File.settings, as: "case's settings")
    var reader = SettingsReader(Source(name: golden.path(GoldenCase.File.settings), bytes: bytes))
    self = try reader.settings(CaseSettings())
  }

  private init() {}
}

/// Takes the members out of a `case.json` and collects what is wrong with them.
private struct SettingsReader {
  private var sources = SourceSet()
  private let id: SourceID
  private var diagnostics: [Diagnostic] = []

  init(_ source: Source) { id = sources.add(source) }

  mutating func settings(_ start: CaseSettings) throws(Faults) -> CaseSettings {
    var settings = start
    let json: JSONValue
    do throws(JSONError) {
      json = try JSONReader.read(sources[id].bytes)
    } catch {
      report(error.message, at: error.range, hint: error.hint)
      throw faults
    }
    var explained = false
    for member in members(json, known: ["tolerance", "antialiasing", "why", "ignore", "known-bad"]) {
      switch member.key {
      case "tolerance":
        settings.tolerance = number(member, in: 0...64).map { UInt8($0) } ?? 0
      case "antialiasing":
        guard case .bool(let flag) = member.value.kind else { expected("true or false", member); continue }
        settings.forgivesAntialiasing = flag
      case "why": explained = text(member) != nil
      case "known-bad": settings.knownBad = text(member)
      case "ignore":
        guard let regions = member.value.array else { expected("a list of regions", member); continue }
        settings.ignored = regions.compactMap { region($0) }
      default: break
      }
    }
    if settings.tolerance > 0 || settings.forgivesAntialiasing, !explained {
      report("a tolerance needs a reason", at: json.range, hint: "add \"why\": \"…\"")
    }
    guard diagnostics.isEmpty else { throw faults }
    return settings
  }

  private mutating func region(_ json: JSONValue) -> CaseSettings.Region? {
    var numbers: [String: Double] = [:]
    var why: String?
    for member in members(json, known: ["page", "x", "y", "width", "height", "why"]) {
      if member.key == "why" { why = text(member) } else { numbers[member.key] = number(member, in: 0...5080) }
    }
    guard let x = numbers["x"], let y = numbers["y"], let width = numbers["width"], let height = numbers["height"],
      let why, width > 0, height > 0
    else {
      report(
        "a region has x, y, width and height in millimetres from the page's top left corner, and a reason",
        at: json.range,
        hint: "{ \"x\": 10, \"y\": 20, \"width\": 40, \"height\": 5, \"why\": \"…\" }")
      return nil
    }
    return CaseSettings.Region(
      page: Int(numbers["page"] ?? 1),
      rect: Rect(x: Points(mm: x), y: Points(mm: y), width: Points(mm: width), height: Points(mm: height)), why: why)
  }

  private mutating func members(_ json: JSONValue, known: [String]) -> [JSONMember] {
    guard let members = json.members else {
      report("an object is expected here", at: json.range, hint: "{ … }")
      return []
    }
    for member in members where !known.contains(member.key) {
      let near = Suggestion.nearest(to: member.key, among: known)
      report(
        "a case's settings have no '\(member.key)'", at: member.keyRange,
        hint: near.map { "did you mean '\($0)'?" } ?? "there are: \(known.joined(separator: ", "))")
    }
    return members
  }

  private mutating func text(_ member: JSONMember) -> String? {
    if let text = member.value.string, !text.trimmed.isEmpty { return text }
    expected("a reason in words", member)
    return nil
  }

  private mutating func number(_ member: JSONMember, in range: ClosedRange<Double>) -> Double? {
    if let value = member.value.numberText.flatMap(Double.init), range.contains(value) { return value }
    expected("a number from \(decimal(range.lowerBound)) to \(decimal(range.upperBound))", member)
    return nil
  }

  private mutating func expected(_ what: String, _ member: JSONMember) {
    report("'\(member.key)' is \(what)", at: member.value.range, hint: nil)
  }

  private mutating func report(_ message: String, at range: Range<Int>, hint: String?) {
    diagnostics.append(Diagnostic(.error, "golden.settings", message, at: Span(id, range), hint: hint))
  }

  private var faults: Faults { Faults(.input, diagnostics, sources: sources) }
}
