/// The language's words by other names: those of CSS, of HTML and of Chinese programs.
enum Synonyms {
  private static let all: [String: [String]] = [
    "text": ["文字", "文本", "string", "span"], "image": ["图片", "img", "picture"],
    "qr": ["二维码", "qrcode", "qr-code"], "seal": ["印章", "公章", "stamp"], "line": ["线", "直线", "rule", "hr"],
    "rectangle": ["矩形", "rect", "box"], "ellipse": ["椭圆", "圆", "circle"], "border": ["边框", "frame"],
    "watermark": ["水印"], "row": ["行"], "column": ["列"], "table": ["表格"], "group": ["组"], "page": ["页面", "纸张"],
    "certificate": ["证书"], "data": ["数据", "fields"], "style": ["样式"], "font": ["字体", "font-family"],
    "repeat": ["foreach", "for", "each"], "when": ["if"], "include": ["import"],
    "align": ["对齐", "text-align"], "color": ["颜色", "fill", "font-color"], "fill": ["background", "background-color"],
    "width": ["宽度", "宽"], "height": ["高度", "高"], "size": ["大小"], "at": ["位置", "position", "pos"],
    "tracking": ["字距", "letter-spacing"], "leading": ["行距", "line-height", "line-spacing"],
    "indent": ["缩进", "text-indent"], "rotate": ["旋转", "rotation"], "stroke": ["outline"],
    "radius": ["border-radius", "圆角"],
    "optional": ["可选"], "date": ["日期"], "number": ["数字", "int", "float"], "url": ["网址", "link"],
    "list": ["列表", "array"],
    "left": ["左"], "right": ["右"], "center": ["居中", "middle", "centre"], "landscape": ["横向"], "portrait": ["纵向"],
    "heading": ["header", "标题"],
  ]

  /// What is called `word` elsewhere, if it is among the candidates.
  static func meant(by word: String, among candidates: some Sequence<String>) -> String? {
    candidates.first { all[$0]?.contains(word) ?? false }
  }
}
