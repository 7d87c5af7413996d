public import Foundation

/// Places in the checkout that tests read.
public enum Repository {
  /// The folder of `Package.swift`.
  public static let root: URL = {
    var folder = URL(filePath: #filePath)
    while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  public static func path(_ name: String) -> String { root.appending(path: name).path }

  public static let fonts = path("fonts")
  public static let layout = path("layouts/hubei-professional-title.layout")
  /// Pictures that the sample records name count from here.
  public static let data = path("Tests/Data")

  /// The command, from the build that the tests are part of.
  public static let command: String = {
    // .build/<triple>/release/certpressPackageTests.xctest lies beside the products.
    let products = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }?
      .deletingLastPathComponent()
    let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    for folder in [products, executable].compactMap({ $0 }) {
      let path = folder.appending(path: "certpress").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    return Repository.path(".build/release/certpress")
  }()

  /// The sample records, one JSON object each.
  public static func records() throws -> [Data] {
    try Data(contentsOf: URL(filePath: path("Tests/Data/records.ndjson")))
      .split(separator: UInt8(ascii: "\n")).map { Data($0) }
  }
}
