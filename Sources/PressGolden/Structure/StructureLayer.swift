/// The fourth layer: what the PDF is made of.
struct StructureLayer {
  /// Ids of the differences that the scene shows: what follows from them needs no second sentence.
  let known: Set<String>

  func differences(_ expected: PDFStructure, _ actual: PDFStructure) -> [Difference] {
    let subjects = { (structure: PDFStructure) in
      Dictionary(structure.lines.map { ($0.subject, $0.attributes) }, uniquingKeysWith: { first, _ in first })
    }
    let (before, after) = (subjects(expected), subjects(actual))
    var result: [Difference] = []
    func tell(_ subject: String, _ finding: Finding) {
      let kind = String(subject.prefix { $0 != " " })
      if !finding.isDefect, !explanations(of: kind).isDisjoint(with: known) { return }
      result.append(Difference(.structure, "golden.structure-\(kind)", finding.sentence))
    }
    for line in expected.lines where line.subject != PDFStructure.digestSubject {
      guard let attributes = after[line.subject] else {
        tell(line.subject, Finding(sentence: "\(name(line.subject)) is gone from the PDF"))
        continue
      }
      if attributes == line.attributes { continue }
      for finding in findings(line.subject, line.attributes, attributes) { tell(line.subject, finding) }
    }
    for line in actual.lines where line.subject != PDFStructure.digestSubject && before[line.subject] == nil {
      let attributes = line.attributes.joined(separator: ", ")
      tell(
        line.subject,
        Finding(
          sentence: "\(name(line.subject)) is new in the PDF: \(attributes)",
          isDefect: ["not embedded", "not a subset", "no ToUnicode"].contains(where: line.attributes.contains)))
    }
    return result
  }

  private struct Finding {
    var sentence: String
    /// What no change of a sheet may bring about.
    var isDefect = false
  }

  /// The differences of the scene that change this too.
  private func explanations(of kind: String) -> Set<String> {
    switch kind {
    case "font":
      [
        "golden.reads", "golden.font", "golden.font-file", "golden.gone", "golden.new", "golden.letters",
        "golden.renamed", "golden.kind", "golden.role", "golden.pages",
      ]
    case "image": ["golden.picture", "golden.gone", "golden.new", "golden.kind", "golden.pages"]
    case "page", "pages": ["golden.page", "golden.pages"]
    case "title", "author", "created", "modified", "language": ["golden.document"]
    default: []
    }
  }

  private func findings(_ subject: String, _ before: [String], _ after: [String]) -> [Finding] {
    let name = name(subject)
    guard subject.hasPrefix("font ") else {
      if subject.hasPrefix("image "), before.dropLast() == after.dropLast() {
        return [Finding(sentence: "\(name) of the PDF has other bytes")]
      }
      let values = { (attributes: [String]) in Words.quoted(attributes.joined(separator: ", ")) }
      return [Finding(sentence: "\(name) of the PDF is \(values(after)), not \(values(before))")]
    }
    var result: [Finding] = []
    for (was, now) in zip(before.dropLast(), after.dropLast()) where was != now {
      let sentence =
        switch now {
        case "not embedded": "\(name) is no longer embedded: the certificate looks otherwise elsewhere"
        case "no ToUnicode": "\(name) has no ToUnicode map any more: its text cannot be extracted"
        case "not a subset": "\(name) is no longer a subset: the file holds all its glyphs"
        default: "\(name) is now: \(now)"
        }
      result.append(Finding(sentence: sentence, isDefect: true))
    }
    let characters = { (attributes: [String]) in
      (attributes.last ?? "").split(separator: " ").dropFirst().map(String.init)
    }
    let (old, new) = (characters(before), characters(after))
    let lost = old.filter { !new.contains($0) }
    let gained = new.filter { !old.contains($0) }
    if !lost.isEmpty { result.append(Finding(sentence: "\(name) no longer maps to \(list(lost))")) }
    if !gained.isEmpty { result.append(Finding(sentence: "\(name) now maps to \(list(gained))")) }
    return result
  }

  private func list(_ characters: [String]) -> String {
    characters.prefix(20).joined(separator: " ") + (characters.count > 20 ? " and \(characters.count - 20) more" : "")
  }

  /// `the title`, `font CertPressSong-Regular`, `page 1's MediaBox`
  private func name(_ subject: String) -> String {
    if subject == "created" { return "the date of creation" }
    if subject == "modified" { return "the date of the last change" }
    let words = subject.split(separator: " ")
    if words.count == 3, words[0] == "page" { return "page \(words[1])'s \(words[2])" }
    return words.count == 1 ? "the \(subject)" : subject
  }
}
