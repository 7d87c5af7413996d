/// A sheet to start from, with a record that fits it. Compiled into the program, so that the command is one file.
struct Starter {
  /// Of the notes in the layout; what is printed is the same.
  enum Language: String, CaseIterable { case zh, en }

  let layout: [UInt8]
  let record: [UInt8]

  init(in language: Language) {
    layout =
      switch language {
      case .zh: PackageResources.starter_zh_layout
      case .en: PackageResources.starter_en_layout
      }
    record = PackageResources.starter_json
  }
}
