import Foundation
import TestKit
import Testing

/// The server by the client of an editor that people use.
@Suite("Neovim")
struct NeovimTests {
  private static let layout = """
    certificate "奖状" {
      page A4 landscape
      font song "CertPress Song"
      data {
        name text "姓名" { max: 30 }
        award text "奖项"
      }
      style label { font: song 16pt }
      // 䶮𬱖 are beyond the basic plane
      text "{name}䶮𬱖" { style: label; aling: center; at: 0mm 30mm; width: 100% }
      text "{name}，{award}" { style: label; at: 30mm   60mm; width: 120mm }
      seal "某某大学" { center: 200mm 100mm; diameter: 40mm }
    }

    """

  @Test("the lines of docs/editors.md set up an editor: type of file, server, omnifunc, keys")
  func setup() throws {
    let page = try String(contentsOfFile: Repository.path("docs/editors.md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```lua\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    let lines = try #require(blocks.first { $0.contains("start_client") })
    #expect(blocks.count == 2)
    let folder = try TemporaryFolder()
    let start = try folder.write(
      Data(lines.replacing("\"certpress\", \"lsp\"", with: "\"\(Repository.command)\", \"lsp\"").utf8), as: "init.lua")
    let layout = try folder.write(Data(Self.layout.utf8), as: "one.layout")
    let wait = """
      lua vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 10)
      """
    let tell = """
      lua local f = io.open('\(folder.path("result"))', 'w'); f:write(vim.bo.filetype, ' ', #vim.diagnostic.get(0), ' ', \
      vim.bo.omnifunc, ' ', vim.fn.maparg('K', 'n') ~= '' and 'mapped' or '', ' ', #vim.lsp.get_active_clients()); f:close()
      """
    let run = try nvim(["-u", start, layout, "-c", wait, "-c", tell, "-c", "qall!"], folder)
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    let result = try String(contentsOfFile: folder.path("result"), encoding: .utf8)
    #expect(result.hasPrefix("certpress 1 v:lua.vim.lsp.omnifunc"), "\(result)")
    #expect(result.hasSuffix(" 1"), "\(result)")
  }

  private func nvim(
    _ arguments: [String], _ folder: TemporaryFolder, _ environment: [String: String] = [:]
  ) throws -> Tool.Result {
    var all = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder.url.path,
      "XDG_STATE_HOME": folder.path("state"), "LANG": "C.UTF-8",
    ]
    all.merge(environment) { _, new in new }
    return try Tool.run(["nvim", "--headless", "-i", "NONE", "-n"] + arguments, environment: all)
  }

  @Test("diagnostics, cure, hover, definition, completion, references, rename, outline, formatting in a real editor")
  func session() throws {
    let folder = try TemporaryFolder()
    let layout = try folder.write(Data(Self.layout.utf8), as: "奖状 one.layout")
    let run = try nvim(
      ["-u", "NONE", "-c", "luafile \(Repository.path("Tests/Editors/neovim.lua"))"], folder,
      ["CERTPRESS": Repository.command, "LAYOUT": layout, "RESULT": folder.path("result.json")])
    #expect(run.status == 0, "\(run.error)")
    let data = try Data(contentsOf: URL(filePath: folder.path("result.json")))
    let result = try #require(try JSONSerialization.jsonObject(with: data) as? Wire.Object)
    #expect(result["failure"] == nil, "\(result["failure"] ?? "")")
    // Neovim 0.7 offers no encodings: UTF-16 it is.
    #expect(result["encoding"] as? String == "utf-16")
    #expect((result["diagnostics"] as? [Any])?.count == 1)
    #expect(result.at("diagnostics", 0, "line") as? Int == 9)
    #expect((result.at("diagnostics", 0, "message") as? String)?.hasPrefix("unknown property 'aling'") ?? false)
    #expect(result["action"] as? String == "replace 'aling' with 'align'")
    #expect((result["mended"] as? String)?.contains("style: label; align: center; at: 0mm 30mm") ?? false)
    #expect((result["hover"] as? String)?.contains("a style, declared on line 8, used 2 times") ?? false)
    #expect(result.at("definition", "line") as? Int == 8 && result.at("definition", "word") as? String == "label")
    #expect((result["completion"] as? [String]) == ["color: "])
    #expect(result["references"] as? Int == 3)
    let renamed = result["renamed"] as? String ?? ""
    #expect(renamed.contains("holder text \"姓名\"") && renamed.contains("\"{holder}䶮𬱖\""))
    #expect(!renamed.contains("{name}"))
    #expect(result["symbols"] as? Int == 7)
    #expect(result["folds"] as? Int == 2)
    let formatted = result["formatted"] as? String ?? ""
    #expect(formatted.contains("    holder text \"姓名\" { max: 30 }\n    award  text \"奖项\"\n"))
    #expect(formatted.contains("at: 30mm 60mm;"))
    #expect((result["typed"] as? [String])?.first == "holder")
  }
}
