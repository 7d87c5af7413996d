import CertPress
import PressBytes
import PressDiagnostics
import PressEditor
import PressScene

/// One layout on the desk: what its files hold, what they look like with the record at hand, and what was done to them.
///
/// Everything that a page is shown has a version; each change of anything makes a new one and wakes who waits for it.
actor Desk {
  let press: Press
  let path: String
  let editor: Editor
  var records: DeskRecords
  var view: DeskView
  var history = History()
  var strip = Strip()
  /// What a person should be told once.
  var notice: Notice?
  private(set) var version = 1
  /// The version since which the files are as they are.
  private var filesVersion = 1
  private var waiting = Waiting()
  private var watcher: FileWatcher?
  private var stripWork: Task<Void, Never>?
  /// Between writing and reading again: what was written, by file.
  var lastWritten: [String: [UInt8]] = [:]

  /// - Throws: ``Faults`` if the layout's or the records' file cannot be read. What is wrong inside them is the desk's to show.
  init(press: Press, layout path: String, data: String?, assets: String?, editor: Editor) throws(Faults) {
    self.press = press
    self.path = path
    self.editor = editor
    view = try DeskView(of: path)
    records = try DeskRecords(file: data, assets: assets, schema: view.draft.template?.schema)
    view.show(records.current, with: press)
  }

  // MARK: Following the files

  /// Begins to follow the files; call once.
  func follow() throws(FileError) {
    watcher = try FileWatcher { [weak self] in
      Task { [weak self] in await self?.filesChanged() }
    }
    watchFiles()
    // What was written between reading and watching.
    filesChanged()
    renewStrip()
  }

  private func watchFiles() {
    watcher?.watch(view.files.union(records.files))
  }

  private func filesChanged() {
    // A folder may have come, gone, or been put in the place of another: what is written in it from now on is told, and what was
    // before is read.
    watchFiles()
    reload()
  }

  /// Reads everything again; where nothing is otherwise, nothing happens.
  /// - Parameter written: what the desk itself has just written, by file.
  func reload(written: [String: [UInt8]] = [:]) {
    var isOtherwise = false
    let before = view.draft.files
    if view.reload() {
      isOtherwise = true
      forgetOverwritten(before, written, view.draft.files)
      filesVersion = version + 1
    }
    if records.reload(schema: view.draft.template?.schema) { isOtherwise = true }
    guard isOtherwise else { return }
    view.show(records.current, with: press)
    watchFiles()
    renewStrip()
    bump()
  }

  /// What the desk did in files, or at places, that another program has written since.
  /// - Parameter written: by the desk, of `before`.
  private func forgetOverwritten(_ before: [Source], _ written: [String: [UInt8]], _ after: [Source]) {
    var count = 0
    for old in before {
      let bytes = written[old.name] ?? old.bytes
      guard let new = after.first(where: { $0.name == old.name }) else {
        count += history.fileGone(old.name)
        continue
      }
      if new.bytes != bytes { count += history.fileChanged(old.name, from: bytes, to: new.bytes) }
    }
    if count > 0 { notice = .forgotten(count) }
  }

  /// Whether what a page of that version shows of the files is still so.
  func isCurrent(_ seen: Int) -> Bool { seen >= filesVersion && seen <= version }

  private func bump() {
    version += 1
    waiting.wakeAll()
  }

  /// Waits until there is a version newer than `after`, but not for ever.
  func wait(after: Int) async {
    guard version <= after else { return }
    await withCheckedContinuation { continuation in
      let ticket = waiting.add(continuation)
      Task {
        try? await Task.sleep(for: .seconds(25))
        waiting.wake(ticket)
      }
    }
  }

  /// The same for the strip.
  func waitForStrip(after: Int) async {
    guard strip.version <= after else { return }
    await withCheckedContinuation { continuation in
      let ticket = strip.add(continuation)
      Task {
        try? await Task.sleep(for: .seconds(25))
        strip.wake(ticket)
      }
    }
  }

  // MARK: Records

  /// Shows another record.
  func choose(_ record: DeskRecord) {
    records.current = record
    view.show(record, with: press)
    watchFiles()
    bump()
  }

  func chooseFromFile(_ index: Int) -> Bool {
    guard let record = records.choice(index) else { return false }
    choose(record)
    return true
  }

  func chooseSample(_ index: Int) -> Bool {
    guard strip.samples.indices.contains(index) else { return false }
    choose(strip.samples[index].record)
    return true
  }

  // MARK: The strip

  func noticeShown() -> Notice? {
    defer { notice = nil }
    return notice
  }

  private func renewStrip() {
    stripWork?.cancel()
    guard let layout = view.layout else { return }
    let records = records
    stripWork = Task.detached(priority: .utility) { [weak self] in
      // Who goes on changing things sees the sheet first: ten sheets take as long as ten.
      try? await Task.sleep(for: .milliseconds(400))
      guard !Task.isCancelled else { return }
      var shown: [Strip.Sample] = []
      for sample in records.samples(for: layout.schema) {
        guard !Task.isCancelled else { return }
        shown.append(Strip.Sample(sample, of: layout))
        await Task.yield()
      }
      await self?.take(shown)
    }
  }

  private func take(_ samples: [Strip.Sample]) {
    guard !Task.isCancelled else { return }
    strip.take(samples)
  }
}
