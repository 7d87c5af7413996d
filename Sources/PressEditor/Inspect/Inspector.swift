public import CertPress
public import PressScene
import PressTemplate

/// What made the items of a scene, and which numbers of the layout's text place them.
public struct Inspector: Sendable {
  let draft: LayoutDraft
  let scene: Scene
  let outline: SourceOutline
  /// Nil where the layout is too broken for a template.
  let index: ElementIndex?

  /// - Parameters:
  ///   - draft: of the layout.
  ///   - scene: composed of that draft's template, with whatever record.
  public init(_ draft: LayoutDraft, scene: Scene) {
    self.draft = draft
    self.scene = scene
    outline = SourceOutline(draft)
    index = draft.template.map { ElementIndex($0) }
  }

  /// What is on a page; nil if there is no such page.
  func walk(page: Int) -> PageWalk? {
    guard let index, scene.pages.indices.contains(page) else { return nil }
    return PageWalk(scene.pages[page], index: index)
  }
}
