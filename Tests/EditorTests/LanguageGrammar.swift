import Foundation
import TestKit

/// Splits lines by a TextMate grammar, as far as ours goes: match, begin and end, captures, includes of the repository.
struct LanguageGrammar {
  struct Token: Equatable {
    var text: String
    /// The innermost scope; empty where no rule matches.
    var scope: String
  }

  private final class Rule {
    var name: String?
    var match: NSRegularExpression?
    var begin: NSRegularExpression?
    var end: NSRegularExpression?
    var captures: [Int: String] = [:]
    var endCaptures: [Int: String] = [:]
    var patterns: [Rule] = []
  }

  let json: [String: Any]
  private let root: Rule

  init() throws {
    let data = try Data(contentsOf: URL(filePath: Repository.path("docs/editors/certpress.tmLanguage.json")))
    json = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    var known: [String: Rule] = [:]
    root = try Self.rule(json, json["repository"] as? [String: Any] ?? [:], &known)
  }

  private static func rule(
    _ json: [String: Any], _ repository: [String: Any], _ known: inout [String: Rule]
  ) throws -> Rule {
    if let name = (json["include"] as? String)?.dropFirst() {
      if let rule = known[String(name)] { return rule }
      let rule = Rule()
      known[String(name)] = rule
      try fill(rule, repository[String(name)] as? [String: Any] ?? [:], repository, &known)
      return rule
    }
    let rule = Rule()
    try fill(rule, json, repository, &known)
    return rule
  }

  private static func fill(
    _ rule: Rule, _ json: [String: Any], _ repository: [String: Any], _ known: inout [String: Rule]
  ) throws {
    func expression(_ key: String) throws -> NSRegularExpression? {
      try (json[key] as? String).map { try NSRegularExpression(pattern: $0) }
    }
    func names(_ key: String) -> [Int: String] {
      let captures = json[key] as? [String: [String: String]] ?? [:]
      return Dictionary(
        uniqueKeysWithValues: captures.compactMap { key, value in
          Int(key).flatMap { number in value["name"].map { (number, $0) } }
        })
    }
    rule.name = (json["scopeName"] == nil ? json["name"] : nil) as? String
    rule.match = try expression("match")
    rule.begin = try expression("begin")
    rule.end = try expression("end")
    rule.captures = names(rule.begin == nil ? "captures" : "beginCaptures")
    rule.endCaptures = names("endCaptures")
    rule.patterns = try (json["patterns"] as? [[String: Any]] ?? []).map { try self.rule($0, repository, &known) }
  }

  /// The words of the first group of alternatives in a rule's expression.
  func words(_ rule: String) -> Set<String> {
    let text = ((json["repository"] as? [String: [String: Any]])?[rule]?["match"] as? String) ?? ""
    guard let group = text.matches(of: /\(([^()?\[]+)\)/).map({ String($0.1) }).first(where: { !$0.hasPrefix(":") })
    else { return [] }
    return Set(group.split(separator: "|").map(String.init))
  }

  func tokens(_ text: String) -> [Token] {
    var stack = [root]
    var tokens: [Token] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      split(line as NSString, &stack, &tokens)
    }
    return tokens.filter { !$0.text.allSatisfy(\.isWhitespace) }
  }

  private func split(_ line: NSString, _ stack: inout [Rule], _ tokens: inout [Token]) {
    var position = 0
    // A rule that takes nothing and changes nothing would go on for ever.
    var turns = 0
    while position <= line.length, turns < 10_000 {
      turns += 1
      let current = stack[stack.count - 1]
      var best: (result: NSTextCheckingResult, rule: Rule, isEnd: Bool)?
      if let end = current.end, let found = first(end, line, position) { best = (found, current, true) }
      for rule in leaves(current.patterns, []) {
        guard let expression = rule.match ?? rule.begin, let found = first(expression, line, position) else { continue }
        if found.range.location < best?.result.range.location ?? .max { best = (found, rule, false) }
      }
      let outer = stack.last?.name ?? ""
      guard let (result, rule, isEnd) = best else {
        add(line.substring(from: position), outer, &tokens)
        return
      }
      add(line.substring(with: NSRange(location: position, length: result.range.location - position)), outer, &tokens)
      if isEnd {
        add(result, line, rule.endCaptures, rule.name ?? "", &tokens)
        stack.removeLast()
      } else {
        add(result, line, rule.captures, rule.name ?? outer, &tokens)
        if rule.begin != nil { stack.append(rule) }
      }
      position = result.range.location + result.range.length
      if result.range.length == 0, position >= line.length { return }
    }
  }

  private func first(_ expression: NSRegularExpression, _ line: NSString, _ position: Int) -> NSTextCheckingResult? {
    expression.firstMatch(
      in: line as String, options: [.withTransparentBounds, .withoutAnchoringBounds],
      range: NSRange(location: position, length: line.length - position))
  }

  /// Rules that match by themselves, those of lists of rules among them.
  private func leaves(_ rules: [Rule], _ seen: [ObjectIdentifier]) -> [Rule] {
    rules.flatMap { rule -> [Rule] in
      if rule.match != nil || rule.begin != nil { return [rule] }
      return seen.contains(ObjectIdentifier(rule)) ? [] : leaves(rule.patterns, seen + [ObjectIdentifier(rule)])
    }
  }

  private func add(_ text: String, _ scope: String, _ tokens: inout [Token]) {
    if !text.isEmpty { tokens.append(Token(text: text, scope: scope)) }
  }

  private func add(
    _ result: NSTextCheckingResult, _ line: NSString, _ captures: [Int: String], _ scope: String,
    _ tokens: inout [Token]
  ) {
    let whole = result.range
    var position = whole.location
    for (number, name) in captures.sorted(by: { $0.key < $1.key }) {
      let range = result.range(at: number)
      guard range.location != NSNotFound, range.location >= position else { continue }
      add(line.substring(with: NSRange(location: position, length: range.location - position)), scope, &tokens)
      add(line.substring(with: range), name, &tokens)
      position = range.location + range.length
    }
    add(
      line.substring(with: NSRange(location: position, length: whole.location + whole.length - position)), scope,
      &tokens)
  }
}
