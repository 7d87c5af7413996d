import CCairo

/// Owns a cairo context.
final class CairoContext {
  let pointer: OpaquePointer

  /// - Throws: ``PaintError/Problem/cairo(_:)`` where the surface is already in error.
  init(on surface: OpaquePointer) throws(PaintError) {
    guard let made = cairo_create(surface) else { throw PaintError(.cairo("no context")) }
    pointer = made
    try check()
  }

  deinit { cairo_destroy(pointer) }

  func check() throws(PaintError) {
    let status = cairo_status(pointer)
    guard status == CAIRO_STATUS_SUCCESS else { throw PaintError(.cairo(message(of: status))) }
  }
}

/// Owns a cairo surface.
final class CairoSurface {
  let pointer: OpaquePointer

  /// Takes over `made`.
  init(_ made: OpaquePointer?) throws(PaintError) {
    guard let made else { throw PaintError(.cairo("no surface")) }
    pointer = made
    try check()
  }

  deinit { cairo_surface_destroy(pointer) }

  func check() throws(PaintError) {
    let status = cairo_surface_status(pointer)
    guard status == CAIRO_STATUS_SUCCESS else { throw PaintError(.cairo(message(of: status))) }
  }
}

func message(of status: cairo_status_t) -> String {
  cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
}
