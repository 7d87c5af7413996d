// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who builds CertPress builds no benchmark.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "certpress", path: "..")],
  targets: [
    .executableTarget(
      name: "Bench",
      dependencies: [
        .product(name: "CertPress", package: "certpress"), .product(name: "PressGolden", package: "certpress"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ],
      // As the command is linked, so that memory is measured as it is.
      linkerSettings: [.unsafeFlags(["-static-stdlib"])])
  ]
)
