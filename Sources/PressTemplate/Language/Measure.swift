import PressDiagnostics
import PressScene

/// A length as the layout has it; what it comes to may depend on where it is used.
struct Measure: Hashable, Sendable {
  var value: Double
  var unit: LengthUnit
  /// Nil for a default.
  var span: Span?
  var written: String

  init(_ value: Double, _ unit: LengthUnit, span: Span? = nil, written: String? = nil) {
    self.value = value
    self.unit = unit
    self.span = span
    self.written = written ?? decimal(value) + unit.rawValue
  }

  /// Nil for em and %.
  var points: Points? {
    switch unit {
    case .mm: Points(mm: value)
    case .cm: Points(mm: value * 10)
    default: unit.points.map { $0 * value }
    }
  }
}

/// `12mm 30mm`
struct MeasuredPoint: Sendable {
  var x: Measure
  var y: Measure
}

/// `28mm`, `center` or `below title + 6mm`
struct MeasuredCoordinate: Sendable {
  enum Kind: Sendable {
    case length(Measure)
    /// `center`, `center of photo`, `right of photo`, `below title`, `with photo`.
    case relation(Relation, target: Target?, offset: Measure?)
  }
  enum Relation: Sendable { case center, after, before, with }
  struct Target: Sendable {
    var id: String
    var span: Span
  }
  var kind: Kind
  var span: Span
}

/// A place whose coordinates may hang on other elements.
struct MeasuredPlace: Sendable {
  var x: MeasuredCoordinate
  var y: MeasuredCoordinate
}

/// What fills an area, as written.
struct MeasuredFill: Sendable {
  var filling: AreaPaint
  var span: Span
}

/// `28mm x 39mm`, or `40mm` for a square.
struct MeasuredSize: Sendable {
  var width: Measure
  var height: Measure?
}

/// `0.5pt #b08d3e`
struct MeasuredStroke: Sendable {
  var width: Measure
  var color: Color
  var colorSpan: Span?
}

/// One step of `fit`.
struct MeasuredStep: Sendable {
  enum Kind: Sendable {
    case shrink(Measure)
    case wrap(Int?)
  }
  var kind: Kind
  var span: Span
  /// Of the number in it.
  var number: Span?
  var written: String
}

/// A font's alias, a size, or both.
struct FontChoice: Sendable {
  struct Family: Sendable {
    var alias: String
    var span: Span
    /// Nil if the alias is not declared well; that has been said.
    var name: String?
  }
  var family: Family?
  var size: Measure?
}
