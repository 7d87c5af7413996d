/// What the readers of these tests cannot read. They know what they know and skip nothing.
public struct Unreadable: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}
