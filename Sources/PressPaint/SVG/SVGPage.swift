public import PressScene

/// A page as SVG, in parts that stand for themselves: a live page replaces the items that changed and leaves the others.
public struct SVGPage: Sendable {
  /// In points; user units are points too.
  public var size: Size
  /// What items refer to, each once, in the order of first use. An id tells its content, whatever else is on the page.
  public var definitions: [SVGPart]
  /// In painting order, the first lowest: a `g` under the item's own id each.
  public var items: [SVGPart]

  /// A file of its own (SVG 1.1): UTF-8, on white, as large as the paper.
  public var text: String {
    var text = SVGText()
    text.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"")
    text.number(size.width.mm)
    text.raw("mm\" height=\"")
    text.number(size.height.mm)
    text.raw("mm\" viewBox=\"0 0 ")
    text.number(size.width.value)
    text.raw(" ")
    text.number(size.height.value)
    text.raw("\">\n<defs>\n")
    for part in definitions { text.line(part.text) }
    text.raw("</defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
    for part in items { text.line(part.text) }
    text.raw("</svg>\n")
    return text.string
  }
}

/// One element of SVG, with what is in it.
public struct SVGPart: Sendable, Hashable {
  public var id: String
  public var text: String

  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
