public import CertPress
public import PressScene

/// What made the items of a scene, and which numbers of the layout's text place them.
public struct Inspector: Sendable {
  let draft: LayoutDraft
  let scene: Scene

  /// - Parameters:
  ///   - draft: of the layout.
  ///   - scene: composed of that draft's template, with whatever record.
  public init(_ draft: LayoutDraft, scene: Scene) {
    self.draft = draft
    self.scene = scene
  }

  /// What can be selected on a page, in painting order, containers before what stands in them.
  /// - Parameter page: from 0.
  public func items(page: Int) -> [InspectedItem] { [] }
}
