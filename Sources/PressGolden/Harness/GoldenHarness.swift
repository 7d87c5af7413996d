public import CertPress
import Dispatch
import PressBytes
import PressDiagnostics
import PressScene
import Synchronization

/// Renders golden cases and compares them with what was recorded, several at once.
public struct GoldenHarness: Sendable {
  let press: Press
  let folder: GoldenFolder
  let environment: GoldenEnvironment
  /// What the goldens were recorded with; nil where nobody has recorded any.
  let recorded: GoldenEnvironment?

  /// - Throws: ``Faults`` of kind ``Faults/Kind/environment`` where a reader of PDFs is not installed.
  public init(press: Press, folder: GoldenFolder) throws(Faults) {
    self.press = press
    self.folder = folder
    environment = try GoldenEnvironment(press: press)
    recorded = try GoldenEnvironment(in: folder.path)
  }

  /// How many cases there are.
  public var count: Int { folder.cases.count }

  /// Sentences about files that belong to no case.
  public var problems: [String] { folder.problems }

  /// - Parameter progress: called after each case, from any thread but never from two at once, with how many are done.
  public func check(progress: @Sendable (_ done: Int, _ outcome: Outcome) -> Void = { _, _ in }) -> GoldenReport {
    var problems = folder.problems
    if recorded == nil {
      problems.append(
        "\(folder.path)/\(GoldenFolder.environment) is missing or damaged: nobody can tell what the goldens were recorded with; "
          + "take it back from git, or record all cases")
    }
    return GoldenReport(
      golden: folder.path, environment: recorded.map { environment.differences(from: $0) } ?? [],
      isLoosened: toleranceOfEnvironment > 0,
      problems: problems, outcomes: each(check, progress: progress))
  }

  /// The results of `body` for all cases, in their order.
  func each<Result: Sendable>(
    _ body: @Sendable (GoldenCase) -> Result, progress: @Sendable (Int, Result) -> Void
  ) -> [Result] {
    let cases = folder.cases
    let results = Mutex<(done: Int, all: [Result?])>((0, Array(repeating: nil, count: cases.count)))
    DispatchQueue.concurrentPerform(iterations: cases.count) { index in
      let result = body(cases[index])
      results.withLock { results in
        results.all[index] = result
        results.done += 1
        progress(results.done, result)
      }
    }
    return results.withLock { $0.all.compactMap(\.self) }
  }
}
