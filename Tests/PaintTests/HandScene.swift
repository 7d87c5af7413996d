import PressScene
import TestKit
import Testing

/// A scene made by hand, for what no layout of ours happens to draw.
struct HandScene: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Where the two painters' ways show in what other programs make of them: larger bounds, and why; infinite where a
  /// program is not asked, because it cannot draw such.
  private(set) var bounds: [Eye: Double] = [:]
  let make: @Sendable () throws -> Scene

  init(_ name: String, _ make: @escaping @Sendable () throws -> Scene) {
    testDescription = name
    self.make = make
  }

  static func all(for eye: Eye) -> [HandScene] { all.filter { $0.bounds[eye] != .infinity } }

  private func within(_ bounds: [Eye: Double]) -> HandScene {
    var scene = self
    scene.bounds = bounds
    return scene
  }

  /// One page of these items, 160 pt a side.
  init(_ name: String, items: @escaping @Sendable () throws -> [Item]) {
    self.init(name) { Fixture.scene(try items(), width: 160, height: 160) }
  }

  static let all = shapes + gradients + groups + texts + pictures + documents

  private static let (red, blue, green) = (Fixture.red, Fixture.blue, Color(red: 0, green: 140, blue: 60))
  private static let zigzag = Path([
    .move(Point(x: 20, y: 120)), .line(Point(x: 50, y: 30)), .line(Point(x: 80, y: 120)), .line(Point(x: 86, y: 30)),
    .curve(control1: Point(x: 120, y: 0), control2: Point(x: 150, y: 90), end: Point(x: 110, y: 130)),
  ])
  private static let star: Path = {
    var star = Path([
      .move(Point(x: 80, y: 10)), .line(Point(x: 120, y: 130)), .line(Point(x: 16, y: 56)), .line(Point(x: 144, y: 56)),
      .line(Point(x: 40, y: 130)), .close,
    ])
    star += Path(circleAt: Point(x: 80, y: 80), radius: 20)
    return star
  }()

  // MARK: Shapes

  private static let shapes: [HandScene] = {
    var scenes: [HandScene] = []
    for cap in [Stroke.Cap.butt, .round, .square] {
      for join in [Stroke.Join.miter, .round, .bevel] {
        scenes.append(
          HandScene(
            "a stroke, \(cap) and \(join)",
            items: {
              [
                Fixture.shapes(Shape(zigzag, stroke: Stroke(.solid(red), width: 9, cap: cap, join: join))),
                Fixture.shapes(
                  Shape(
                    zigzag,
                    stroke: Stroke(.solid(blue), width: 3, dash: [11, 5, 2, 5], dashOffset: 4, cap: cap, join: join))),
                Fixture.shapes(Shape(zigzag, stroke: Stroke(.solid(.black), width: 0.5))),
              ]
            }))
      }
    }
    scenes += [
      HandScene(
        "mitres up to their limit",
        items: {
          [1.0, 2, 4, 10].enumerated().map { index, limit in
            Fixture.item(
              .group(
                Group(
                  transform: .translation(Points(2 * Double(index)), Points(8 * Double(index))),
                  children: [
                    Fixture.shapes(Shape(zigzag, stroke: Stroke(.solid(green), width: 5, miterLimit: limit)))
                  ])))
          }
        }),
      HandScene(
        "both fill rules, with and without a stroke",
        items: {
          [FillRule.nonZero, .evenOdd].flatMap { rule in
            [nil, Stroke(.solid(blue), width: 3)].map { stroke in
              Fixture.item(
                .group(
                  Group(
                    transform: Transform.scale(0.45, 0.45).then(
                      .translation(rule == .evenOdd ? 80 : 0, stroke == nil ? 0 : 80)),
                    children: [Fixture.shapes(Shape(star, fill: Fill(.solid(red), rule: rule), stroke: stroke))])))
            }
          }
        }),
      HandScene(
        "opacities of one coat and of two, and what comes after",
        items: {
          [
            Fixture.shapes(Shape(Fixture.rect(10, 10, 60, 60), fill: Fill(.solid(red)), opacity: 0.3)),
            Fixture.shapes(Shape(zigzag, stroke: Stroke(.solid(blue), width: 14), opacity: 0.6)),
            Fixture.shapes(
              Shape(
                star, fill: Fill(.solid(green), rule: .evenOdd), stroke: Stroke(.solid(red), width: 6), opacity: 0.5)),
            Fixture.shapes(Shape(Fixture.rect(100, 100, 50, 50), fill: Fill(.solid(blue)))),
            // A form: it must not begin with the opacity before.
            Fixture.item(
              .pattern(
                Pattern(
                  cell: [Shape(Path(circleAt: Point(x: 6, y: 6), radius: 5), fill: Fill(.solid(.black)))],
                  places: (0..<8).map { .translation(Points(20 * Double($0)), 140) }))),
          ]
        }),
      HandScene(
        "a form after a translucent shape, in one item",
        items: {
          let many = (0..<40).map { index in
            Shape(Path(circleAt: Point(x: Points(4 * Double(index)), y: 80), radius: 3), fill: Fill(.solid(red)))
          }
          return [
            Fixture.item(
              .group(
                Group(children: [
                  Fixture.shapes(Shape(Fixture.rect(0, 0, 160, 70), fill: Fill(.solid(blue)), opacity: 0.2)),
                  Fixture.item(.shapes(many)),
                  Fixture.shapes(
                    Shape(
                      Fixture.rect(20, 100, 90, 40), fill: Fill(.solid(green)), stroke: Stroke(.solid(red), width: 8),
                      opacity: 0.4)),
                  Fixture.item(
                    .shapes(many.map { Shape($0.path.transformed(by: .translation(0, 60)), fill: $0.fill) })),
                ])))
          ]
        }),
      HandScene(
        "a pattern turned, mirrored and in a turned group",
        items: {
          let cell = [
            Shape(Fixture.rect(0, 0, 10, 10), fill: Fill(.solid(red))),
            Shape(Path(circleAt: Point(x: 5, y: 5), radius: 3), fill: Fill(.solid(blue)), opacity: 0.5),
          ]
          let places =
            (0..<6).map {
              Transform.rotation(sine: 0.5, cosine: 0.8660254).then(.translation(Points(20 + 16 * Double($0)), 20))
            }
            + [Transform.scale(1, -2).then(.translation(40, 120))]
          return [
            Fixture.item(
              .group(
                Group(
                  transform: Transform.rotation(sine: 0.2588190, cosine: 0.9659258).then(.translation(30, 0)),
                  children: [Fixture.item(.pattern(Pattern(cell: cell, places: places)))])))
          ]
        }),
      HandScene(
        "a code, upright and turned",
        items: {
          [
            try Fixture.code("https://example.org/1", frame: Rect(x: 10, y: 10, width: 60, height: 60)),
            Fixture.item(
              .group(
                Group(
                  transform: Transform.rotation(sine: 0.2588190, cosine: 0.9659258).then(.translation(90, 70)),
                  opacity: 0.7,
                  children: [try Fixture.code("WIFI:;", frame: Rect(x: 0, y: 0, width: 50, height: 50))]))),
          ]
        }),
    ]
    return scenes
  }()

  // MARK: Gradients

  private static func stops(_ stops: (Double, Color)...) -> [Paint.Stop] {
    stops.map { Paint.Stop(offset: $0.0, color: $0.1) }
  }

  private static let gradients: [HandScene] = [
    ("from 0 to 1", stops((0, red), (1, blue))),
    ("from 0.2 to 0.7", stops((0.2, red), (0.7, blue))),
    ("of four colours with a jump", stops((0, red), (0.4, green), (0.4, blue), (1, .white))),
    ("of one colour", stops((0.5, red))),
  ].flatMap { name, stops in
    [
      HandScene(
        "a linear gradient \(name)",
        items: {
          ink(.linear(start: Point(x: 30, y: 40), end: Point(x: 120, y: 90), stops: stops))
        }),
      HandScene(
        "a radial gradient \(name)", items: { ink(.radial(center: Point(x: 70, y: 60), radius: 50, stops: stops)) }
      )
      // Cairo knows that a linear gradient of one colour is that colour. A radial one it shades, and of a shaded stroke poppler
      // 22.12 draws no mitre's tip.
      .within(stops.count == 1 ? [.poppler: .infinity, .mupdf: 24, .pdfium: 24] : [:]),
    ]
  }

  /// A paint in a fill, in a stroke, pale, and under a transform.
  private static func ink(_ paint: Paint) -> [Item] {
    let shapes = [
      Fixture.shapes(Shape(Fixture.rect(5, 5, 100, 90), fill: Fill(paint))),
      Fixture.shapes(Shape(zigzag, stroke: Stroke(paint, width: 7))),
      Fixture.shapes(Shape(Path(circleAt: Point(x: 110, y: 40), radius: 30), fill: Fill(paint), opacity: 0.4)),
    ]
    return shapes + [
      Fixture.item(
        .group(
          Group(
            transform: Transform.rotation(sine: 0.5, cosine: 0.8660254).then(.scale(0.5, 0.4)).then(
              .translation(90, 80)),
            opacity: 0.8, children: shapes)))
    ]
  }

  // MARK: Groups

  private static let groups: [HandScene] = [
    HandScene(
      "groups in groups: turned, cut, pale",
      items: {
        func nest(_ depth: Int) -> Item {
          let own = Fixture.shapes(
            Shape(Fixture.rect(0, 0, 80, 80), fill: Fill(.solid(depth % 2 == 0 ? red : blue))),
            Shape(Path(circleAt: Point(x: 40, y: 40), radius: 30), fill: Fill(.solid(green))))
          return Fixture.item(
            .group(
              Group(
                transform: Transform.rotation(sine: 0.2588190, cosine: 0.9659258).then(.scale(0.8, 0.8)).then(
                  .translation(20, 10)),
                clip: Path(ellipseIn: Rect(x: 0, y: 0, width: 90, height: 80)), opacity: depth == 2 ? 1 : 0.7,
                children: depth == 0 ? [own] : [own, nest(depth - 1)])))
        }
        return [nest(4)]
        // Poppler softens a clip within a pale group's form and none around it; cairo has now the one and now the other.
      }
    ).within([.poppler: 20, .pdfium: 20]),
    HandScene(
      "an empty clip, an empty group, groups that are not seen",
      items: {
        let square = Fixture.shapes(Shape(Fixture.rect(10, 10, 40, 40), fill: Fill(.solid(red))))
        return [
          Fixture.item(.group(Group(clip: Path(), children: [square]))),
          Fixture.item(.group(Group(opacity: 0.5, children: []))),
          Fixture.item(.group(Group(opacity: 0, children: [square]))),
          Fixture.shapes(Shape(Fixture.rect(80, 80, 40, 40), fill: Fill(.solid(blue)))),
        ]
      }),
    HandScene(
      "texts that are read, in pale and turned groups",
      items: {
        func text(_ text: String, _ order: Int, y: Points) throws -> Item {
          var item = Fixture.text(try Fixture.runs(text, Fixture.hei, at: Point(x: 10, y: y)))
          (item.role, item.readingOrder) = (.paragraph, order)
          return item
        }
        let inner = Group(
          transform: Transform.rotation(sine: 0.2588190, cosine: 0.9659258).then(.translation(20, 20)), opacity: 0.5,
          children: [
            try text("内里", 1, y: 40), Fixture.shapes(Shape(Fixture.rect(0, 0, 9, 9), fill: Fill(.solid(red)))),
          ])
        var figure = Fixture.item(
          .group(
            Group(
              opacity: 0.8,
              children: [
                Fixture.shapes(Shape(Path(circleAt: Point(x: 120, y: 120), radius: 20), fill: Fill(.solid(green)))),
                Fixture.text(try Fixture.runs("印", Fixture.song, at: Point(x: 112, y: 126))),
              ])))
        (figure.role, figure.readingOrder) = (.figure(alternative: "印章"), 3)
        return [
          figure, try text("最后", 4, y: 150),
          Fixture.item(.group(Group(opacity: 0.6, children: [try text("第二", 2, y: 90), Fixture.item(.group(inner))]))),
          try text("最先", 0, y: 20),
        ]
      }),
  ]

  // MARK: Texts

  private static func bold(_ runs: [GlyphRun], _ width: Points) -> [GlyphRun] {
    runs.map { run in
      var run = run
      run.embolden = width
      return run
    }
  }

  private static let texts: [HandScene] = [
    HandScene(
      "texts of all families, rare characters, Uyghur, marks",
      items: {
        try [
          ("湖北省职称证书", Fixture.song), ("张𬭼㛃䶮鿍", Fixture.kai), ("买买提·艾力 2022", Fixture.hei),
          ("ئەركىن قادىر", Fixture.song),
          ("e\u{301}a\u{30A}n\u{303} Å", Fixture.song), ("AVATAR To", Fixture.hei),
        ].enumerated().map { index, text in
          Fixture.text(try Fixture.runs(text.0, text.1, size: 14, at: Point(x: 8, y: Points(22 + 24 * Double(index)))))
        }
      }),
    HandScene(
      "bold text, upright, turned and pale",
      items: {
        let runs = try Fixture.runs("粗体 Bold", Fixture.song, at: Point(x: 10, y: 30))
        return [
          Fixture.text(bold(runs, 0.6)),
          Fixture.item(
            .group(
              Group(
                transform: Transform.rotation(sine: 0.5, cosine: 0.8660254).then(.translation(40, 30)), opacity: 0.4,
                children: [
                  Fixture.text(bold(runs, 1.2)), Fixture.shapes(Shape(zigzag, stroke: Stroke(.solid(red), width: 1))),
                ]))),
        ]
        // Mupdf and pdfium set letters at fractions of a pixel, cairo's stroke of them is a path and exact.
      }
    ).within([.mupdf: 20, .pdfium: 20]),
    HandScene(
      "a gradient in text, turned and pale too",
      items: {
        let paint = Paint.linear(
          start: .zero, end: Point(x: 90, y: 10), stops: stops((0, red), (0.5, green), (1, blue)))
        let runs = try Fixture.runs("国家标准", Fixture.hei, size: 24, at: Point(x: 10, y: 40), paint: paint)
        let turned = try Fixture.runs(
          "国家标准", Fixture.hei, size: 24, at: Point(x: 40, y: 70), paint: paint,
          turned: .rotation(sine: 0.5, cosine: 0.8660254))
        return [
          Fixture.text(runs), Fixture.text(turned),
          Fixture.item(.group(Group(transform: .translation(0, 100), opacity: 0.5, children: [Fixture.text(runs)]))),
        ]
      }),
    HandScene(
      "a gradient in bold text",
      items: {
        let paint = Paint.linear(start: .zero, end: Point(x: 90, y: 10), stops: stops((0, red), (1, blue)))
        return [
          Fixture.text(
            bold(try Fixture.runs("国家", Fixture.hei, size: 24, at: Point(x: 10, y: 40), paint: paint), 0.8))
        ]
        // Poppler 22.12 strokes no letters whose fill is a gradient; no layout makes such.
      }
    ).within([.poppler: .infinity, .mupdf: 20, .pdfium: 20]),
    HandScene(
      "empty texts, texts without ink, characters apart",
      items: {
        var apart = try Fixture.runs("姓名", Fixture.song, at: Point(x: 20, y: 60))
        apart[0].glyphs[1].position.x = 60
        var empty = try Fixture.runs("无", Fixture.song, at: Point(x: 20, y: 60))
        (empty[0].glyphs, empty[0].clusters, empty[0].text) = ([], [], "")
        return [
          Fixture.text([]), Fixture.text(empty),
          Fixture.text(try Fixture.runs("  ", Fixture.song, at: Point(x: 20, y: 30))),
          Fixture.text(apart),
        ]
      }),
    HandScene(
      "a glyph for two characters, two for one, none for one",
      items: {
        var run = try Fixture.runs("甲乙丙丁", Fixture.song, at: Point(x: 10, y: 60))[0]
        run.text = "fi甲\u{2060}𠀀"
        run.clusters = [
          Cluster(glyphs: 0..<1, scalars: 0..<2), Cluster(glyphs: 1..<2, scalars: 2..<3),
          Cluster(glyphs: 2..<2, scalars: 3..<4), Cluster(glyphs: 2..<4, scalars: 4..<5),
        ]
        return [Fixture.text([run])]
      }),
  ]

  // MARK: Pictures

  private static let pictures: [HandScene] =
    (1...8).map { number in
      HandScene(
        "a picture of orientation \(number), whole and cut",
        items: {
          let picture = try Fixture.picture("pictures/orientation-\(number).jpg")
          return [
            Fixture.place(picture, in: Rect(x: 10, y: 10, width: 96, height: 64)),
            Fixture.place(
              picture, in: Rect(x: 10, y: 90, width: 96, height: 64), crop: Rect(x: 30, y: 96, width: 40, height: 40)),
          ]
        })
    } + [
      HandScene(
        "pictures: grey, with transparency, in a turned pale group, one twice",
        items: {
          let (grey, clear) = (try Fixture.picture("pictures/grey.png"), try Fixture.picture("pictures/rgba.png"))
          let photo = try Fixture.picture("photos/000.jpg")
          return [
            Fixture.shapes(Shape(Fixture.rect(0, 0, 160, 80), fill: Fill(.solid(blue)))),
            Fixture.place(grey, in: Rect(x: 5, y: 5, width: 50, height: 40)),
            Fixture.place(clear, in: Rect(x: 60, y: 5, width: 80, height: 48)),
            Fixture.place(photo, in: Rect(x: 5, y: 90, width: 45, height: 63)),
            Fixture.item(
              .group(
                Group(
                  transform: Transform.rotation(sine: 0.2588190, cosine: 0.9659258).then(.translation(100, 60)),
                  opacity: 0.6,
                  children: [
                    Fixture.place(photo, in: Rect(x: 0, y: 0, width: 45, height: 63)),
                    Fixture.place(clear, in: Rect(x: 10, y: 30, width: 40, height: 24)),
                  ]))),
          ]
        })
    ]

  // MARK: Documents

  private static let documents: [HandScene] = [
    HandScene("pages of different sizes") {
      var scene = Fixture.scene([])
      scene.pages = try [(72, 72), (300, 100), (595.276, 841.89), (100.5, 300.25)].enumerated().flatMap { index, size in
        Fixture.scene(
          [
            Fixture.text(try Fixture.runs("第\(index + 1)页", Fixture.kai, at: Point(x: 10, y: 40))),
            Fixture.shapes(
              Shape(
                Fixture.rect(2, 2, Points(size.0 - 4), Points(size.1 - 4)),
                stroke: Stroke(
                  .linear(start: .zero, end: Point(x: 72, y: 72), stops: stops((0, red), (1, blue))), width: 2))),
          ], width: Points(size.0), height: Points(size.1)
        ).pages
      }
      return scene
    }
  ]
}
