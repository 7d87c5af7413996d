import PressDiagnostics
import PressScene

/// What the relative lengths of an element count from.
struct Ruler {
  enum Base {
    case known(Points)
    /// There is none.
    case none
    /// There would be one but for an error that has been told.
    case broken
  }

  enum Axis { case width, height, neither }

  var em: Base = .none
  var width: Base
  var height: Base
  /// What the element stands in, as a message says it: `row`.
  var container: String
}

extension Scope {
  /// A length in points. What has no base is reported and comes to 0.
  mutating func points(_ measure: Measure, along axis: Ruler.Axis = .neither, of subject: String) -> Points {
    if let points = measure.points { return points }
    let span = measure.span ?? head
    let base: Ruler.Base
    if measure.unit == .em {
      base = ruler.em
    } else {
      base = axis == .width ? ruler.width : axis == .height ? ruler.height : .none
    }
    switch base {
    case .known(let points):
      return points * (measure.unit == .em ? measure.value : measure.value / 100)
    case .broken: fail()
    case .none:
      if measure.unit == .em {
        failUnlessLopsided(.emWithoutSize(subject, of: word, at: span))
      } else {
        let side = axis == .height ? "height" : "width"
        failUnlessLopsided(.percentWithoutBase(subject, container: ruler.container, side: side, at: span))
      }
    }
    return 0
  }

  /// A length property in points.
  mutating func length(_ property: Property<Measure>, along axis: Ruler.Axis = .neither) -> Points? {
    guard let (measure, origin) = read(property) else { return nil }
    record(property.name, measure, origin)
    return points(measure, along: axis, of: property.name)
  }

  /// A place. Its numbers are recorded as `x` and `y`, after a prefix.
  mutating func point(_ property: Property<MeasuredPoint>, prefix: String = "") -> Point? {
    guard let (point, origin) = read(property) else { return nil }
    forget(property)
    record(prefix + "x", point.x, origin)
    record(prefix + "y", point.y, origin)
    return Point(
      x: points(point.x, along: .width, of: property.name), y: points(point.y, along: .height, of: property.name))
  }

  /// One coordinate of a place. Its number, or what it adds to what it hangs on, is recorded as `x` or `y`; the word of what it
  /// hangs on as `x.on`, until that has been found.
  mutating func coordinate(
    _ coordinate: MeasuredCoordinate, _ name: String, _ axis: Ruler.Axis, _ origin: Provenance.Origin
  ) -> Placement.Coordinate {
    switch coordinate.kind {
    case .length(let measure):
      record(name, measure, origin)
      return .length(points(measure, along: axis, of: Properties.at.name))
    case .relation(let relation, let target, let offset):
      // Without an offset the place where one would be written.
      let end = coordinate.span.range.upperBound
      record(
        name,
        Provenance(
          .derived(from: target?.id ?? ""), span: offset?.span ?? Span(coordinate.span.source, end..<end),
          written: offset?.written ?? ""))
      if let target { record(name + ".on", Provenance(.derived(from: target.id), span: target.span)) }
      let gap = offset.map { points($0, of: Properties.at.name) } ?? 0
      return switch relation {
      case .center: .center(of: target?.id, offset: gap)
      case .after: .after(target?.id ?? "", gap: gap)
      case .before: .before(target?.id ?? "", gap: gap)
      case .with: .with(target?.id ?? "", offset: gap)
      }
    }
  }

  /// A size. Its numbers are recorded as `width` and `height`; a square has one number for both.
  mutating func size(_ property: Property<MeasuredSize>) -> Size? {
    guard let (size, origin) = read(property) else { return nil }
    forget(property)
    record("width", size.width, origin)
    record("height", size.height ?? size.width, origin)
    let width = points(size.width, along: .width, of: property.name)
    let height = size.height.map { points($0, along: .height, of: property.name) }
    return Size(width: width, height: height ?? width)
  }

  /// What fills an area. A single colour is recorded as such.
  mutating func fill(_ property: Property<MeasuredFill>) -> AreaPaint? { value(property)?.filling }

  /// A stroke with its dashes.
  mutating func stroke(_ property: Property<MeasuredStroke>) -> Stroke? {
    let read = read(property)
    let dashes = self.read(Properties.dash)
    guard let (stroke, origin) = read else {
      if let dash = own(Properties.dash), !has(property) {
        fail(.dashWithoutStroke(at: dash.name))
      }
      return nil
    }
    forget(property)
    forget(Properties.dash)
    record(property.name + ".width", stroke.width, origin)
    if let span = stroke.colorSpan {
      record(property.name + ".color", Provenance(origin, span: span, written: findings.text(span)))
    }
    var lengths: [Points] = []
    for (number, dash) in (dashes?.value ?? []).enumerated() {
      record("dash.\(number + 1)", dash, dashes?.origin ?? .default)
      lengths.append(points(dash, of: "dash"))
    }
    return Stroke(
      .solid(stroke.color), width: points(stroke.width, of: property.name), dash: lengths)
  }
}
