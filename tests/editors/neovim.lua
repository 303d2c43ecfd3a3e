-- Plays one session in a headless Neovim with the configuration shipped in editors/nvim, and writes what it saw
-- as JSON. Run as: nvim --clean --headless -l neovim.lua EDITORS_NVIM MAIN_GO RESULT

local config, file, result = unpack(_G.arg)
vim.opt.runtimepath:prepend(config)
vim.cmd('filetype on')
math.randomseed(27)

local function wait(what, condition)
  if not vim.wait(20000, condition, 10) then
    local _, log = pcall(vim.fn.readfile, vim.lsp.get_log_path())
    error(('timed out: %s\n%s'):format(what, vim.inspect(log)))
  end
end

local function wait_for_client()
  wait('the server attaches', function()
    return #vim.lsp.get_clients({ bufnr = 0, name = 'golinkname_ls' }) == 1
  end)
end

local function buffer_text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    found[diagnostic.code] = true
  end
  return found
end

local function put_cursor_on(text)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(text, 'c') > 0, text .. ' is not in the buffer')
end

vim.lsp.enable('golinkname_ls')
vim.cmd.edit(file)
wait_for_client()
local client = vim.lsp.get_clients({ bufnr = 0 })[1]
local seen = { root = client.root_dir, encoding = client.offset_encoding }

-- Diagnostics.
wait('the diagnostics', function()
  return codes().LN301 and codes().LN201
end)
seen.codes = vim.tbl_keys(codes())

-- The hover's floating window.
put_cursor_on('runtime.nanotime')
vim.lsp.buf.hover()
local float
wait('the hover', function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      float = window
    end
  end
  return float
end)
local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, true)
seen.hover = table.concat(lines, '\n')
vim.api.nvim_win_close(float, true)

-- The code action that rewrites the stub, chosen as a person would choose it from the list.
vim.ui.select = function(actions, _, choose)
  seen.actions = vim.tbl_map(function(item)
    return item.action.title
  end, actions)
  for _, item in ipairs(actions) do
    if item.action.title:find('func nanotime() int64', 1, true) then
      seen.resolved_later = item.action.edit == nil
      return choose(item)
    end
  end
  error('no action rewrites the stub: ' .. vim.inspect(seen.actions))
end
put_cursor_on('nanotime() string')
vim.lsp.buf.code_action()
wait('the rewritten stub', function()
  return buffer_text():find('func nanotime() int64', 1, true)
end)
wait('LN301 goes away', function()
  return not codes().LN301
end)
seen.fixed = buffer_text()

-- Random edits: the server's text must be the buffer's after each of them, with either line ending.
local pieces = {
  'x', '\n', '\n\n', '\t', '"', '`', '/*', '*/', '{', '}', 'é', '𝒳', '\f', '\u{2028}', '\u{85}',
  '//go:linkname a runtime.nanotime\nfunc a() int64\n', 'import _ "unsafe"\n',
}

local function random_place(first_row, last_row)
  local row = math.random(first_row, last_row)
  local line = vim.api.nvim_buf_get_lines(0, row, row + 1, true)[1]
  return row, vim.fn.byteidx(line, math.random(0, vim.fn.strchars(line)))
end

local function random_edit()
  local last_row = vim.api.nvim_buf_line_count(0) - 1
  local row, column = random_place(0, last_row)
  local end_row, end_column = random_place(row, math.min(row + 2, last_row))
  if math.random() < 0.6 or (end_row == row and end_column < column) then
    end_row, end_column = row, column -- an insertion
  end
  local text = math.random() < 0.8 and pieces[math.random(#pieces)] or ''
  vim.api.nvim_buf_set_text(0, row, column, end_row, end_column, vim.split(text, '\n'))
end

local function compare(edit)
  -- Only the buffer's own number makes the request send the changes that wait; 0 does not (Neovim 0.11.4).
  local buffer = vim.api.nvim_get_current_buf()
  local answer = assert(client:request_sync('golinkname/text', { uri = vim.uri_from_bufnr(0) }, 20000, buffer))
  assert(not answer.err, vim.inspect(answer.err))
  local ending = vim.bo.fileformat == 'dos' and '\r\n' or '\n'
  local expected = buffer_text():gsub('\n', ending) .. ending
  if answer.result.text ~= expected then
    error(('after edit %d the server has\n%q\nand the buffer\n%q'):format(edit, answer.result.text, expected))
  end
end

local function edit_at_random()
  wait_for_client()
  for edit = 1, 100 do
    random_edit()
    compare(edit)
  end
  seen.edits = (seen.edits or 0) + 100
end

local with_crlf = file:gsub('main.go$', 'crlf.go')
vim.cmd('silent write ++ff=dos ' .. vim.fn.fnameescape(with_crlf))
edit_at_random()
vim.cmd.edit(with_crlf)
edit_at_random()

-- Assembly in the package's folder, and outside of any.
vim.cmd.edit((file:gsub('main.go$', 'f_amd64.s')))
wait_for_client()
wait('the assembly file is told of', function()
  return codes().LN207
end)
seen.assembly = vim.tbl_keys(codes())
local elsewhere = vim.fn.tempname()
vim.fn.mkdir(elsewhere)
vim.cmd.edit(elsewhere .. '/f_amd64.s')
vim.wait(300)
seen.foreign_assembly = #vim.lsp.get_clients({ bufnr = 0 })

client:stop()
wait('the server stops', function()
  return client:is_stopped()
end)
vim.fn.writefile({ vim.json.encode(seen) }, result)
vim.cmd('qall!')
