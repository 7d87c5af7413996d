public import PressDiagnostics
public import PressScene

/// A pull at a handle of an item.
public struct Drag: Sendable {
  /// Where a number is changed that others share.
  public enum Scope: String, Sendable {
    /// On this element alone.
    case here
    /// Where the number stands: for all that take it from there.
    case everywhere
  }

  /// The ``InspectedItem/id``.
  public var item: String
  /// From 0.
  public var page: Int
  public var handle: Handle
  /// How far, on the page, to the right and downwards.
  public var dx: Points
  public var dy: Points
  /// Nil: ask where there is a choice.
  public var scope: Scope?

  public init(item: String, page: Int, handle: Handle, dx: Points, dy: Points, scope: Scope? = nil) {
    self.item = item
    self.page = page
    self.handle = handle
    self.dx = dx
    self.dy = dy
    self.scope = scope
  }
}

/// What a drag comes to.
public enum DragOutcome: Sendable {
  /// Changes of the source.
  /// - label: what an undo would undo: `move 照片`.
  case edits([SourceEdit], label: String)
  /// The number comes from a style, or stands in an included file: the drag is to be given a ``Drag/scope``.
  case choose(here: DragChoice, everywhere: DragChoice)
  /// It stands where it stands because of something else.
  /// - on: the path of what to drag instead, if that can be dragged.
  case hangs(on: String?, message: String)
  /// Nothing would change: too short a way for the numbers' decimals, or no such item.
  case nothing
}

/// One of the two places where a shared number can be changed.
public enum DragChoice: Sendable, Equatable {
  /// - sentence: what it would do: `writes 'width' on this text`.
  case offered(sentence: String)
  case refused(reason: String)
}
