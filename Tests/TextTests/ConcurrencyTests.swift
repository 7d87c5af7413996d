import Glibc
import PressScene
import Synchronization
import Testing

@testable import PressText

@Suite("Threads")
struct ConcurrencyTests {
  @Test("8 threads with a shaper each, made at once, shape 200 texts each and all get the same")
  func threads() throws {
    let library = try Fixture.library()
    let results = Mutex<[[ShapedText.Cluster]]>([])
    try Threads.run(8) { _ in
      var clusters: [ShapedText.Cluster] = []
      let shaper = Shaper(library)
      for index in 0..<200 {
        // Han from the tables, Latin by Pango, rare ones from the further files.
        for text in ["湖北省\(index)", "Title AVA \(index) —— é", "张𬭼𠅤䶮\(index)"] {
          clusters += shaper.shape(text, family: [Fixture.song, Fixture.hei, Fixture.kai][index % 3]).0.clusters
        }
      }
      results.withLock { $0.append(clusters) }
    }
    let all = results.withLock { $0 }
    #expect(all.count == 8)
    #expect(all.allSatisfy { $0 == all[0] && !$0.isEmpty })
  }

  @Test("shapers come and go on 8 threads at once")
  func lives() throws {
    let library = try Fixture.library()
    let expected = Shaper(library).shape("AVA 国", family: Fixture.song).0.clusters
    let faults = Mutex(0)
    try Threads.run(8) { _ in
      for _ in 0..<20 {
        let same = Shaper(library).shape("AVA 国", family: Fixture.song).0.clusters == expected
        if !same { faults.withLock { $0 += 1 } }
      }
    }
    #expect(faults.withLock { $0 } == 0)
  }
}

/// Threads of the system: the tasks of one process share as many threads as there are cores, which may be one.
enum Threads {
  private final class Job: Sendable {
    let index: Int
    let body: @Sendable (Int) -> Void
    init(_ index: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }

  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) throws {
    var threads: [pthread_t] = []
    for index in 0..<count {
      var thread = pthread_t()
      let job = Unmanaged.passRetained(Job(index, body)).toOpaque()
      let code = pthread_create(
        &thread, nil,
        { job in
          if let job {
            let job = Unmanaged<Job>.fromOpaque(job).takeRetainedValue()
            job.body(job.index)
          }
          return nil
        }, job)
      try #require(code == 0)
      threads.append(thread)
    }
    for thread in threads { pthread_join(thread, nil) }
  }
}
