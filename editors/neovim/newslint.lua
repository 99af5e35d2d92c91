-- newslint in Neovim 0.7 or later: save it as ~/.config/nvim/plugin/newslint.lua, or paste it into init.lua.
-- Another command than `newslint lsp`: vim.g.newslint_command = { "/path/to/python", "-m", "newslint", "lsp" }
-- Other settings: vim.g.newslint_settings = { style = "ap", minConfidence = "low" }

local filetypes = { "text", "markdown", "markdown.mdx", "mdx", "html", "asciidoc", "rst" }

local settings = vim.tbl_extend("force", {
  config = "", -- the newslint.yaml to go by; empty: the nearest one above the story
  style = "", -- a house style that holds over what newslint.yaml says: ap, bbc, reuters
  minConfidence = "", -- low, medium or high; empty: as newslint.yaml says
  showSpeakers = false, -- beside each quotation, who is taken for its speaker
}, vim.g.newslint_settings or {})

local server = {
  name = "newslint",
  cmd = vim.g.newslint_command or { "newslint", "lsp" },
  filetypes = filetypes,
  settings = { newslint = settings },
  init_options = settings,
}

if vim.lsp.config then -- Neovim 0.11
  server.root_markers = { "newslint.yaml", "newslint.yml", ".git" }
  server.workspace_required = false
  server.name = nil
  vim.lsp.config("newslint", server)
  vim.lsp.enable("newslint")
  return
end

-- The folder that a story belongs to: that of its newslint.yaml, of its repository, or its own.
local function root_of(buffer)
  local folder = vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ":p:h")
  local config = vim.fn.findfile("newslint.yaml", vim.fn.escape(folder, " ") .. ";")
  local repository = vim.fn.finddir(".git", vim.fn.escape(folder, " ") .. ";")
  if config ~= "" then
    return vim.fn.fnamemodify(config, ":p:h")
  elseif repository ~= "" then
    return vim.fn.fnamemodify(repository, ":p:h:h")
  end
  return folder
end

local started = {} -- the client of each root, where Neovim does not look for it itself (0.7)

local function attach(buffer)
  if vim.api.nvim_buf_get_name(buffer) == "" or vim.bo[buffer].buftype ~= "" then
    return
  end
  local config = vim.tbl_extend("force", server, { root_dir = root_of(buffer) })
  if vim.lsp.start then -- Neovim 0.8 to 0.10
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  local client = started[config.root_dir]
  if not (client and vim.lsp.get_client_by_id(client)) then
    client = vim.lsp.start_client(config)
    started[config.root_dir] = client
  end
  if client then
    vim.lsp.buf_attach_client(buffer, client)
  end
end

vim.api.nvim_create_autocmd("FileType", {
  group = vim.api.nvim_create_augroup("newslint", { clear = true }),
  pattern = filetypes,
  callback = function(event)
    attach(event.buf)
  end,
})
