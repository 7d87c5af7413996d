-- Drives `certpress lsp` by Neovim's own client and writes what came of it as JSON. Run by Tests/LSPTests/NeovimTests.swift:
-- $CERTPRESS is the program, $LAYOUT the file to open, $RESULT where to write.
local result = {}

local function ask(method, more)
  local params = vim.tbl_extend("force", vim.lsp.util.make_position_params(), more or {})
  local answers, err = vim.lsp.buf_request_sync(0, method, params, 5000)
  if err then error(method .. ": " .. err) end
  for _, answer in pairs(answers) do
    if answer.err then error(method .. ": " .. vim.inspect(answer.err)) end
    return answer.result
  end
end

local function cursor(pattern)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(pattern, "cW") > 0, "not found: " .. pattern)
end

local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end

local function messages()
  return vim.tbl_map(function(d) return { line = d.lnum, message = d.message, code = d.code } end, vim.diagnostic.get(0))
end

local function run()
  vim.cmd("edit " .. vim.fn.fnameescape(vim.env.LAYOUT))
  local id = vim.lsp.start_client({
    name = "certpress",
    cmd = { vim.env.CERTPRESS, "lsp" },
    root_dir = vim.fn.fnamemodify(vim.env.LAYOUT, ":h"),
  })
  assert(id, "no client")
  vim.lsp.buf_attach_client(0, id)
  assert(vim.wait(10000, function() return #vim.diagnostic.get(0) > 0 end, 10), "no diagnostics")
  local client = vim.lsp.get_client_by_id(id)
  result.encoding = client.offset_encoding
  result.name = client.name
  result.diagnostics = messages()

  -- The cure of the slip.
  cursor("aling")
  local actions = ask("textDocument/codeAction", {
    range = { start = vim.lsp.util.make_position_params().position, ["end"] = vim.lsp.util.make_position_params().position },
    context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(0) },
  })
  result.action = actions[1].title
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  result.mended = vim.fn.getline(".")
  assert(vim.wait(5000, function() return #vim.diagnostic.get(0) == 0 end, 10), "still: " .. vim.inspect(messages()))

  -- Hover, after characters beyond the basic plane.
  cursor("style: label")
  vim.fn.search("label", "cW")
  result.hover = ask("textDocument/hover").contents.value

  -- Definition, by the client's own jump.
  vim.lsp.util.jump_to_location(ask("textDocument/definition"), client.offset_encoding)
  result.definition = { line = vim.fn.line("."), word = vim.fn.expand("<cword>") }

  -- Completion, of a property and behind it, typed at the end of a block.
  cursor("seal \"")
  vim.cmd("normal! f{")
  vim.api.nvim_put({ " col" }, "c", true, true)
  local items = vim.lsp.util.text_document_completion_list_to_complete_items(ask("textDocument/completion"), "col")
  result.completion = vim.tbl_map(function(item) return item.word end, items)
  vim.cmd("undo")

  -- Names all over the file.
  cursor("{name}")
  vim.cmd("normal! l")
  result.references = #ask("textDocument/references", { context = { includeDeclaration = true } })
  vim.lsp.util.apply_workspace_edit(ask("textDocument/rename", { newName = "holder" }), client.offset_encoding)
  result.renamed = table.concat(lines(), "\n")

  result.symbols = #ask("textDocument/documentSymbol")[1].children
  result.folds = #ask("textDocument/foldingRange")

  vim.lsp.buf.formatting_sync(nil, 5000)
  result.formatted = table.concat(lines(), "\n")

  -- Half typed.
  vim.api.nvim_buf_set_lines(0, -2, -1, false, { "  text \"𬱖{ho" })
  vim.api.nvim_win_set_cursor(0, { vim.fn.line("$"), 0 })
  vim.cmd("normal! $")
  local position = { line = vim.fn.line("$") - 1, character = vim.str_utfindex(vim.fn.getline("$")) }
  local _, units = vim.str_utfindex(vim.fn.getline("$"))
  position.character = units
  local typed = ask("textDocument/completion", { position = position })
  result.typed = vim.tbl_map(function(item) return item.label end, typed.items)
  assert(vim.wait(5000, function() return #vim.diagnostic.get(0) > 0 end, 10), "no diagnostics of a broken file")

  client.stop()
  assert(vim.wait(5000, function() return client.is_stopped() end, 10), "does not stop")
end

local ok, failure = pcall(run)
if not ok then result.failure = tostring(failure) end
local file = assert(io.open(vim.env.RESULT, "w"))
file:write(vim.fn.json_encode(result))
file:close()
vim.cmd("qall!")
