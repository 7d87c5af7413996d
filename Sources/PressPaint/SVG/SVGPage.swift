public import PressScene

/// A part of an SVG page, under its id.
public struct SVGPart: Sendable, Hashable {
  public var id: String
  /// One element of XML, without a line break.
  public var text: String
}

/// One page as SVG 2, in parts: a live page puts in again only those whose text has changed.
///
/// User units are points. The same page gives the same parts; and a part's text hangs on nothing that stands outside of it: what an item
/// calls is named after what it is (a glyph's face and number, a digest), not by when it was first needed.
public struct SVGPage: Sendable {
  public var size: Size
  /// What the items call: outlines of glyphs, gradients, clips, cells of patterns, pictures. Each once, in the order of first use; the
  /// ids are the parts' own in any document.
  public var definitions: [SVGPart]
  /// The page's items in painting order, each a `<g>` under the item's id; items in groups are in there under theirs.
  public var items: [SVGPart]
  /// The document's, for ``text``.
  public var title: String?
  /// BCP 47.
  public var language: String

  /// A file of its own, UTF-8, on white as a PNG is.
  public var text: String {
    var out = SVGText()
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
    out.attribute("xml:lang", language)
    out.attribute("width", "\(decimal(size.width.mm, digits: 3))mm")
    out.attribute("height", "\(decimal(size.height.mm, digits: 3))mm")
    out.raw(" viewBox=\"0 0 ")
    out.number(size.width.value)
    out.raw(" ")
    out.number(size.height.value)
    out.raw("\">\n")
    if let title {
      out.raw("<title>")
      out.escaped(title)
      out.raw("</title>\n")
    }
    if !definitions.isEmpty {
      out.raw("<defs>\n")
      for part in definitions { out.line(part.text) }
      out.raw("</defs>\n")
    }
    out.raw("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n")
    for part in items { out.line(part.text) }
    out.raw("</svg>\n")
    return out.string
  }
}
