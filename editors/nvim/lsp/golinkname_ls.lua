local markers = { 'go.work', 'go.mod', '.git' }

-- Neovim calls all assembly alike; it is Go's where Go files stand beside it.
local function is_go(buffer)
  if vim.bo[buffer].filetype == 'go' then
    return true
  end
  for name in vim.fs.dir(vim.fs.dirname(vim.api.nvim_buf_get_name(buffer))) do
    if vim.endswith(name, '.go') then
      return true
    end
  end
  return false
end

---@type vim.lsp.Config
return {
  cmd = { 'golinkname-ls', 'serve' },
  filetypes = { 'go', 'asm' },
  root_dir = function(buffer, on_dir)
    if is_go(buffer) then
      on_dir(vim.fs.root(buffer, markers))
    end
  end,
}
