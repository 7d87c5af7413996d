import CCairo
import PressScene

extension CairoPainter {
  /// Fills, then strokes.
  func draw(_ shape: Shape) {
    guard shape.opacity > 0, shape.fill != nil || shape.stroke != nil else { return }
    // Two translucent coats would show through each other, and cairo's gradients carry their own alpha: both go through a layer.
    let asLayer = shape.opacity < 1 && (shape.coats.count > 1 || shape.coats.contains { !$0.isSolid })
    if asLayer {
      cairo_save(cairo)
      beginLayer(around: shape.paintedBox)
    }
    let alpha = asLayer ? 1 : shape.opacity
    trace(shape.path)
    if let fill = shape.fill {
      set(fill.paint, alpha: alpha)
      cairo_set_fill_rule(cairo, fill.rule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
      if shape.stroke == nil { cairo_fill(cairo) } else { cairo_fill_preserve(cairo) }
    }
    if let stroke = shape.stroke {
      set(stroke.paint, alpha: alpha)
      set(stroke)
      cairo_stroke(cairo)
    }
    if asLayer {
      endLayer(opacity: shape.opacity)
      cairo_restore(cairo)
    }
  }

  /// Makes `path` the current path.
  func trace(_ path: Path) {
    cairo_new_path(cairo)
    for segment in path.segments {
      switch segment {
      case .move(let point): cairo_move_to(cairo, point.x.value, point.y.value)
      case .line(let point): cairo_line_to(cairo, point.x.value, point.y.value)
      case .curve(let first, let second, let end):
        cairo_curve_to(
          cairo, first.x.value, first.y.value, second.x.value, second.y.value, end.x.value, end.y.value)
      case .close: cairo_close_path(cairo)
      }
    }
  }

  private func set(_ stroke: Stroke) {
    cairo_set_line_width(cairo, stroke.width.value)
    cairo_set_line_cap(cairo, stroke.cap.cairo)
    cairo_set_line_join(cairo, stroke.join.cairo)
    cairo_set_miter_limit(cairo, stroke.miterLimit)
    let dash = stroke.dash.map(\.value)
    cairo_set_dash(cairo, dash, Int32(dash.count), stroke.dashOffset.value)
  }

  /// Makes `paint` the source; its points are in the current space.
  func set(_ paint: Paint, alpha: Double = 1) {
    switch paint {
    case .solid(let color):
      if alpha < 1 {
        cairo_set_source_rgba(cairo, color.r, color.g, color.b, alpha)
      } else {
        cairo_set_source_rgb(cairo, color.r, color.g, color.b)
      }
    case .linear(let start, let end, let stops):
      set(cairo_pattern_create_linear(start.x.value, start.y.value, end.x.value, end.y.value), stops: stops)
    case .radial(let center, let radius, let stops):
      let (x, y) = (center.x.value, center.y.value)
      set(cairo_pattern_create_radial(x, y, 0, x, y, radius.value), stops: stops)
    }
  }

  /// Takes over `gradient`.
  private func set(_ gradient: OpaquePointer?, stops: [Paint.Stop]) {
    for stop in stops {
      cairo_pattern_add_color_stop_rgb(gradient, stop.offset, stop.color.r, stop.color.g, stop.color.b)
    }
    cairo_set_source(cairo, gradient)
    cairo_pattern_destroy(gradient)
  }
}

extension Shape {
  fileprivate var coats: [Paint] { [fill?.paint, stroke?.paint].compactMap(\.self) }
}

extension Color {
  var r: Double { Double(red) / 255 }
  var g: Double { Double(green) / 255 }
  var b: Double { Double(blue) / 255 }
}

extension Stroke.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
