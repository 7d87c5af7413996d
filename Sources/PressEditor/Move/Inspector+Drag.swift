extension Inspector {
  /// The changes of the source that carry out a drag: exactly the numbers that place the item, in their own units.
  public func drag(_ drag: Drag) -> DragOutcome { .nothing }
}
