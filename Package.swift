// swift-tools-version: 6.2
import PackageDescription

// The rooms of the house, in the order of the street (docs/architecture.md). A test holds this graph against the
// table there: an arrow that is not in the table does not pass.

/// What every Swift room is compiled with.
let press: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, package: String, from pkgConfig: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

func room(_ name: String, imports: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: press)
}

func tests(_ name: String, of imports: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: press)
}

let package = Package(
  name: "certpress",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "CertPress", targets: ["CertPress"]),
    .library(name: "PressGolden", targets: ["PressGolden"]),
    .library(name: "PressEditor", targets: ["PressEditor"]),
    .executable(name: "certpress", targets: ["PressCommand"]),
    .executable(name: "certpress-desk", targets: ["PressDesk"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    library("CCairo", package: "libcairo2-dev", from: "cairo-ft"),
    library("CPango", package: "libpango1.0-dev", from: "pangocairo"),
    library("CFontconfig", package: "libfontconfig-dev", from: "fontconfig"),
    library("CFreeType", package: "libfreetype-dev", from: "freetype2"),
    library("CPNG", package: "libpng-dev", from: "libpng"),
    library("CJPEG", package: "libjpeg62-turbo-dev", from: "libjpeg"),
    library("CDeflate", package: "libdeflate-dev", from: "libdeflate"),
    library("CExpat", package: "libexpat1-dev", from: "expat"),
    library("CCrypto", package: "libssl-dev", from: "libcrypto"),
    .target(name: "CPixels", dependencies: ["CJPEG", "CPNG"]),

    room("PressBytes", imports: ["CCrypto"]),
    room("PressDiagnostics", imports: []),
    room("PressSyntax", imports: ["PressDiagnostics"]),
    room("PressScene", imports: ["PressDiagnostics"]),
    room("PressJSON", imports: ["PressDiagnostics"]),
    room("PressRecord", imports: ["PressDiagnostics", "PressJSON"]),
    room("PressTemplate", imports: ["PressDiagnostics", "PressSyntax", "PressScene", "PressRecord"]),
    room(
      "PressText",
      imports: ["PressBytes", "PressDiagnostics", "PressScene", "PressJSON", "CPango", "CFontconfig", "CFreeType"]),
    room("PressMedia", imports: ["PressBytes", "PressDiagnostics", "PressScene", "CPixels", "CExpat"]),
    room("PressLayout", imports: ["PressDiagnostics", "PressScene", "PressTemplate"]),
    room(
      "PressPaint",
      imports: ["PressBytes", "PressDiagnostics", "PressScene", "CCairo", "CDeflate", "CFreeType", "CPixels"]),
    room(
      "CertPress",
      imports: [
        "PressBytes", "PressDiagnostics", "PressSyntax", "PressScene", "PressRecord", "PressTemplate", "PressText",
        "PressMedia", "PressLayout", "PressPaint",
      ]),
    .target(
      name: "PressGolden",
      dependencies: [
        "CertPress", "PressBytes", "PressDiagnostics", "PressJSON", "PressRecord", "PressScene", "PressTemplate",
        "CPixels",
      ],
      // The report's page is part of the program: a command that has to look for its files is broken by copying it.
      resources: [.embedInCode("Page/page.html"), .embedInCode("Page/page.css"), .embedInCode("Page/page.js")],
      swiftSettings: press),
    .target(
      name: "PressEditor",
      dependencies: [
        "CertPress", "PressDiagnostics", "PressSyntax", "PressScene", "PressRecord", "PressTemplate",
      ],
      // So that a sheet can be looked at before anybody has a photograph.
      resources: [
        .embedInCode("Samples/Pictures/portrait.png"), .embedInCode("Samples/Pictures/signature.png"),
      ],
      swiftSettings: press),
    room(
      "PressLSP",
      imports: ["CertPress", "PressEditor", "PressBytes", "PressDiagnostics", "PressJSON", "PressTemplate"]),
    .executableTarget(
      name: "PressDesk",
      dependencies: [
        "CertPress", "PressEditor", "PressBytes", "PressDiagnostics", "PressJSON", "PressRecord", "PressScene",
        "PressTemplate",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      // The page is part of the program.
      resources: [.embedInCode("Page")],
      swiftSettings: press),
    .executableTarget(
      name: "PressCommand",
      dependencies: [
        "CertPress", "PressGolden", "PressLSP", "PressBytes", "PressDiagnostics", "PressRecord", "PressScene",
        "PressTemplate",
        "PressSyntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // What `certpress new` writes is part of the program, for the same reason.
      resources: [
        .embedInCode("Starter/starter.zh.layout"), .embedInCode("Starter/starter.en.layout"),
        .embedInCode("Starter/starter.json"),
      ],
      swiftSettings: press,
      // Without the standard library's own files the program starts in nine tenths of the time. The two other libraries are what
      // FoundationEssentials, which ArgumentParser imports, is made of; the compiler forgets to name them.
      linkerSettings: [.unsafeFlags(["-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections"])]),

    tests("DiagnosticsTests", of: ["PressDiagnostics"]),
    tests("SceneTests", of: ["PressScene", "PressDiagnostics"]),
    tests("SyntaxTests", of: ["PressSyntax", "PressDiagnostics"]),
    tests("RecordTests", of: ["PressRecord", "PressJSON", "PressDiagnostics"]),
    tests("TemplateTests", of: ["PressTemplate", "PressSyntax", "PressRecord", "PressScene", "PressDiagnostics"]),
    tests("TextTests", of: ["TestKit", "PressText", "PressBytes", "PressScene", "PressDiagnostics"]),
    tests("MediaTests", of: ["TestKit", "PressMedia", "PressScene", "PressDiagnostics", "CPixels", "CQREncode"]),
    // What tests share: places, tools. Not a room: nothing of the engine stands in it.
    .target(name: "TestKit", path: "Tests/TestKit", swiftSettings: press),
    // Our QR symbols are held against libqrencode's; the engine does without it.
    .systemLibrary(
      name: "CQREncode", path: "Tests/CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    tests(
      "EditorTests", of: ["TestKit", "PressEditor", "PressTemplate", "PressScene", "PressDiagnostics", "CertPress"]),
    tests("LSPTests", of: ["TestKit", "PressLSP"]),
    tests("DeskTests", of: ["TestKit", "CertPress"]),
    tests("HouseTests", of: ["TestKit", "PressTemplate", "CertPress"]),
    tests("CertificateTests", of: ["TestKit", "CertPress"]),
    tests("CommandTests", of: ["TestKit", "CertPress"]),
    tests("LibraryTests", of: ["TestKit", "CertPress"]),
    tests("GoldenTests", of: ["TestKit", "PressGolden", "PressScene", "CertPress"]),
    tests(
      "LayoutTests",
      of: ["PressLayout", "PressTemplate", "PressScene", "PressDiagnostics", "CertPress", "TestKit"]),
    tests(
      "PaintTests",
      of: ["TestKit", "CertPress", "PressPaint", "PressText", "PressMedia", "PressScene", "PressDiagnostics"]),
  ]
)
