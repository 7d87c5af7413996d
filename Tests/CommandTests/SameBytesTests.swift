import Foundation
import TestKit
import Testing

/// The same inputs give the same bytes, whatever the machine around them looks like.
@Suite("Same bytes from processes")
struct SameBytesTests {
  /// The certificate with rare characters, and a line with kerning and a ligature: all that the machine's settings could
  /// reach. (HarfBuzz's fallback shaper loses the kerning of Song, for one.)
  private static func desks() throws -> [Desk] {
    var certificate = try Desk()
    certificate.set("name", "AVAV fi 䶮𬭼")
    let desks = [certificate, try Desk(plain: "AVAV —— 国䶮")]
    for desk in desks { try desk.saveRecord() }
    return desks
  }

  /// All of them, one after the other, as the command writes them under these conditions.
  private static func bytes(
    _ format: String, environment: [String: String]? = nil, wrapped: [String] = []
  ) throws -> Data {
    try desks().reduce(into: Data()) { bytes, desk in
      let arguments = ["--data", "record.json", "--output", "-", "--format", format, "--dpi", "150"]
      let result = try Tool.run(
        wrapped + Command.limit + [Repository.command, "render", desk.layout] + arguments, environment: environment,
        folder: desk.folder.url.path)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.error == "")
      #expect(result.output.count > 1_000)
      bytes += result.output
    }
  }

  private static let plain: [String: String] = ["PATH": "/usr/bin:/bin"]

  static let environments: [(name: String, variables: [String: String])] = [
    ("nothing at all", [:]),
    ("the other end of the world", ["TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8"]),
    ("a time zone that is none", ["TZ": ":/dev/urandom", "LC_ALL": "C", "LANGUAGE": "ja:ko"]),
    ("POSIX", ["LC_ALL": "POSIX", "TZ": "UTC-14"]),
    ("Japan", ["LC_ALL": "ja_JP.UTF-8", "PANGO_LANGUAGE": "ja", "LC_CTYPE": "ja_JP.eucJP"]),
    ("a home that cannot be written", ["HOME": "/proc", "XDG_CACHE_HOME": "/proc", "XDG_CONFIG_HOME": "/dev/null"]),
    (
      "odd data folders",
      ["XDG_DATA_HOME": "/", "XDG_DATA_DIRS": ":::", "XDG_CONFIG_DIRS": "/etc/passwd", "TMPDIR": "/nonexistent"]
    ),
    ("a fontconfig file that is missing", ["FONTCONFIG_FILE": "/nonexistent", "FONTCONFIG_SYSROOT": "/nonexistent"]),
    ("a fontconfig file that is none", ["FONTCONFIG_FILE": Repository.layout]),
    (
      "libraries told to behave otherwise",
      [
        "HB_SHAPER_LIST": "fallback", "HB_OPTIONS": "uniscribe-bug-compatible", "FC_DEBUG": "1023",
        "FC_LANG": "no language",
        "FREETYPE_PROPERTIES": "truetype:interpreter-version=35 cff:no-stem-darkening=0", "CAIRO_DEBUG": "1",
        "PANGOCAIRO_BACKEND": "fontconfig", "PANGO_RC_FILE": "/dev/zero", "GDK_DPI_SCALE": "3",
      ]
    ),
    ("memory that is never clean", ["MALLOC_PERTURB_": "165", "MALLOC_ARENA_MAX": "1", "G_SLICE": "always-malloc"]),
    ("GLib that ends the process at its first complaint", ["G_DEBUG": "fatal-warnings", "G_MESSAGES_DEBUG": "all"]),
    ("another year", ["SOURCE_DATE_EPOCH": "4102444800"]),
  ]

  @Test("in any environment", arguments: environments.indices, ["pdf", "png"])
  func environment(index: Int, format: String) throws {
    let (name, variables) = Self.environments[index]
    let actual = try Self.bytes(format, environment: Self.plain.merging(variables) { $1 })
    #expect(try actual == Self.bytes(format), "\(name)")
  }

  @Test("with a fontconfig that swaps families, slants and embeds bitmaps", arguments: ["pdf", "png"])
  func hostileFontconfig(format: String) throws {
    let configuration = try TemporaryFolder()
    _ = try configuration.write(
      Data(
        """
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>/usr/share/fonts</dir>
          <match target="pattern"><edit name="family" mode="assign" binding="strong"><string>monospace</string></edit></match>
          <match target="font">
            <edit name="hinting" mode="assign"><bool>true</bool></edit>
            <edit name="antialias" mode="assign"><bool>false</bool></edit>
            <edit name="embolden" mode="assign"><bool>true</bool></edit>
            <edit name="matrix" mode="assign"><matrix><double>1</double><double>0.4</double><double>0</double><double>1</double></matrix></edit>
          </match>
          <selectfont><rejectfont><glob>*</glob></rejectfont></selectfont>
        </fontconfig>
        """.utf8), as: "fonts.conf")
    let variables = ["FONTCONFIG_PATH": configuration.url.path, "XDG_CONFIG_HOME": configuration.url.path]
    let actual = try Self.bytes(format, environment: Self.plain.merging(variables) { $1 })
    #expect(try actual == Self.bytes(format))
  }

  /// A mount namespace of its own needs privileges that not every machine gives; where it doesn't, the environments above
  /// stand alone.
  @Test("where the system has no fonts and no fontconfig", arguments: ["pdf", "png"])
  func withoutSystemFonts(format: String) throws {
    let hide = #"""
      for folder in /usr/share/fonts /usr/local/share/fonts /etc/fonts /usr/share/fontconfig /var/cache/fontconfig; do
        if [ -d $folder ]; then mount -t tmpfs none $folder || exit 125; fi
      done
      exec "$@"
      """#
    let wrapper = ["unshare", "--mount", "--map-root-user", "sh", "-c", hide, "sh"]
    guard try Tool.run(wrapper + ["true"]).status == 0 else { return }
    #expect(try Self.bytes(format, wrapped: wrapper) == Self.bytes(format))
  }

  @Test("from another folder, with relative and absolute paths", arguments: ["pdf", "png"])
  func folders(format: String) throws {
    let desk = try Self.desks()[0]
    try FileManager.default.createDirectory(atPath: desk.path("deep/er"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: desk.layout, toPath: desk.path("sheet.layout"))
    let outputs = try [
      (desk.folder.url.path, "sheet.layout", "record.json"),
      (desk.folder.url.path, "./deep/../sheet.layout", "./record.json"),
      (desk.path("deep/er"), "../../sheet.layout", "../../record.json"),
      ("/", desk.path("sheet.layout"), desk.path("record.json")),
    ].map { folder, layout, record in
      let result = try Command.run(
        ["render", layout, "--data", record, "--output", "-", "--format", format, "--dpi", "150"], folder: folder)
      #expect(result.error == "")
      return result.output
    }
    #expect(outputs.allSatisfy { $0 == outputs[0] })
    #expect(outputs[0].count > 10_000)
  }

  @Test("from fonts at another place", arguments: ["pdf", "png"])
  func movedFonts(format: String) throws {
    let desk = try Self.desks()[0]
    let moved = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: moved.path("剪 fonts"), withDestinationPath: Repository.fonts)
    for output in ["here", "there"] {
      let fonts = output == "here" ? Repository.fonts : moved.path("剪 fonts")
      #expect(try desk.render("--fonts", fonts, "--dpi", "150", output: "\(output).\(format)").status == 0)
    }
    #expect(try desk.data("here.\(format)") == desk.data("there.\(format)"))
  }

  @Test("the check can fail: another record gives other bytes", arguments: ["pdf", "png"])
  func canFail(format: String) throws {
    var desk = try Self.desks()[0]
    #expect(try desk.render("--dpi", "150", output: "one.\(format)").status == 0)
    desk.set("name", "AVAV fi 䶮𬭼䶮")
    #expect(try desk.render("--dpi", "150", output: "other.\(format)").status == 0)
    #expect(try desk.data("one.\(format)") != desk.data("other.\(format)"))
  }
}
