import Glibc
import PressScene
import Testing

@testable import PressText

/// Each in a process of its own, since the libraries look at the environment once.
@Suite("The machine's own fonts and settings")
struct EnvironmentTests {
  @Test(
    "a broken fontconfig, an unwritable home and a foreign locale change nothing, and nothing is said on stderr or stdout"
  )
  func hostile() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      setenv("FONTCONFIG_FILE", #filePath, 1)  // not a configuration
      setenv("FONTCONFIG_PATH", "/nonexistent", 1)
      setenv("FONTCONFIG_SYSROOT", "/nonexistent", 1)
      setenv("HOME", "/proc", 1)
      setenv("XDG_CACHE_HOME", "/proc", 1)
      setenv("LC_ALL", "ja_JP.UTF-8", 1)
      setenv("PANGO_LANGUAGE", "ja", 1)
      try #expect(isAsMeasured())
    }
    #expect(result?.standardErrorContent == [])
    #expect(result?.standardOutputContent == [])
  }

  @Test("after clearing, the variables that steer HarfBuzz and fontconfig change nothing either")
  func cleared() async throws {
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      setenv("HB_SHAPER_LIST", "fallback", 1)
      setenv("FC_LANG", "no language", 1)
      setenv("FC_DEBUG", "1023", 1)
      LibraryEnvironment.clear()
      try #expect(isAsMeasured())
    }
    #expect(result?.standardErrorContent == [])
    #expect(result?.standardOutputContent == [])
  }

  @Test("the check can fail: without clearing, HarfBuzz's fallback shaper loses the kerning")
  func canFail() async throws {
    await #expect(processExitsWith: .failure) {
      setenv("HB_SHAPER_LIST", "fallback", 1)
      exit(try isAsMeasured() ? EXIT_SUCCESS : EXIT_FAILURE)
    }
  }
}

/// Song with kerning, a ligature and a rare character comes out as on the machine where it was measured.
private func isAsMeasured() throws -> Bool {
  let (text, problems) = try Fixture.shape("AVAV —— 国䶮")
  return problems.isEmpty && text.advances == [0.586, 0.592, 0.586, 0.714, 0.256, 2, 0.256, 1, 1]
    && text.faces.allSatisfy { $0.name.hasPrefix(Fixture.song) }
}
