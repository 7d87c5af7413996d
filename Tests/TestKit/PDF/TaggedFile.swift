/// A document as those read it who do not see it: its structure's elements in order, each with what its marks say, and all that is
/// unsound in the tree or on the way to it (ISO 32000-1, 14.7 and 14.8).
public struct TaggedFile {
  public struct Element: Sendable {
    /// `H1`, `P`, `Figure`, `Link`, `Document`
    public var role: String
    /// Counts from 0; nil where nothing of it is on a page.
    public var page: Int?
    public var text: String
    public var alternative: String?
  }

  public private(set) var language: String?
  public private(set) var elements: [Element] = []
  public private(set) var faults: [String]

  private let file: PDFFile
  private let content: TaggedContent
  /// The parent tree.
  private var parents: [Int: PDFFile.Object] = [:]
  private var used: Set<TaggedContent.Mark> = []
  private let pages: [String: Int]

  public init(_ file: PDFFile) throws {
    self.file = file
    content = try TaggedContent(file)
    faults = content.faults
    let catalog = file.dictionary(file.trailer["Root"])
    let kids = file.array(file.dictionary(catalog["Pages"])["Kids"])
    pages = Dictionary(
      uniqueKeysWithValues: kids.enumerated().compactMap { index, kid in
        if case .reference(let id) = kid { (id, index) } else { nil }
      })
    language = file.text(catalog["Lang"])
    // Foundation reads JSON's true as a number.
    if file.number(file.dictionary(catalog["MarkInfo"])["Marked"]) != 1 { faults.append("not marked as tagged") }
    let root = file.dictionary(catalog["StructTreeRoot"])
    let numbers = file.array(file.dictionary(root["ParentTree"])["Nums"])
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      guard let key = file.number(numbers[index]) else { throw Unreadable("a key of the parent tree") }
      parents[Int(key)] = file.resolved(numbers[index + 1])
      if case .reference(let id) = numbers[index + 1], case .dictionary = file.resolved(numbers[index + 1]) {
        parents[Int(key)] = .reference(id)  // an annotation's element
      }
    }
    try walk(root["K"], parent: catalog["StructTreeRoot"])
    for mark in content.texts.keys where !used.contains(mark) { faults.append("\(mark) belongs to no element") }
  }

  private mutating func walk(_ object: PDFFile.Object?, parent: PDFFile.Object?) throws {
    guard case .reference(let id) = object else {
      for kid in file.array(object) { try walk(kid, parent: parent) }
      return
    }
    let dictionary = file.dictionary(object)
    guard let role = file.name(dictionary["S"]) else { return faults.append("\(id) is no element") }
    if case .reference(let above) = dictionary["P"], case .reference(let expected) = parent, above == expected {
    } else {
      faults.append("\(id) names another parent")
    }
    var element = Element(role: role, page: nil, text: "", alternative: file.text(dictionary["Alt"]))
    let place = elements.count
    elements.append(element)
    let kids = file.array(dictionary["K"])
    for kid in kids.isEmpty ? [dictionary["K"] ?? .null] : kids {
      switch kid {
      case .number(let number):
        try take(Int(number), of: file.dictionary(dictionary["Pg"]), page: dictionary["Pg"], as: id, into: &element)
      case .dictionary(let reference) where file.name(reference["Type"]) == "MCR":
        let stream = reference["Stm"].map { file.dictionary($0) }
        let page = reference["Pg"] ?? dictionary["Pg"]
        guard let number = file.number(reference["MCID"]) else { throw Unreadable("an MCR") }
        try take(Int(number), of: stream ?? file.dictionary(page), page: page, as: id, into: &element)
      case .dictionary(let reference) where file.name(reference["Type"]) == "OBJR":
        let annotation = file.dictionary(reference["Obj"])
        if let key = file.number(annotation["StructParent"]), case .reference(id) = parents[Int(key)] {
        } else {
          faults.append("the annotation of \(id) does not lead back")
        }
      case .null: faults.append("\(id) holds nothing")
      default: try walk(kid, parent: object)
      }
    }
    elements[place] = element
  }

  private mutating func take(
    _ number: Int, of stream: [String: PDFFile.Object], page: PDFFile.Object?, as id: String,
    into element: inout Element
  ) throws {
    guard let key = file.key(stream) else { return faults.append("\(id) is in a stream without a key") }
    let mark = TaggedContent.Mark(key: key, number: number)
    guard let text = content.texts[mark] else { return faults.append("\(id) holds \(mark), which is nowhere") }
    if !used.insert(mark).inserted { faults.append("\(mark) belongs to two elements") }
    let row = file.array(parents[key])
    if row.indices.contains(number), case .reference(id) = row[number] {
    } else {
      faults.append("the parent tree leads \(mark) elsewhere than to \(id)")
    }
    element.text += text
    if case .reference(let page) = page { element.page = pages[page] }
  }
}
