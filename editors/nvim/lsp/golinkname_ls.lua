---@type vim.lsp.Config
return {
  cmd = { 'golinkname-ls', 'serve' },
  filetypes = { 'go' },
  root_markers = { 'go.work', 'go.mod', '.git' },
}
