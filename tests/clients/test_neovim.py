"""Neovim itself, without a window, over standard streams: what its user sees and does with newslint's server.

It asks what a person asks with the keys of `vim.lsp.buf`; what that comes to is read off its buffers and diagnostics.
"""

import json
import os
import shutil
import subprocess
import sys

import pictures
import pytest
from helpers import write

pytestmark = pytest.mark.clients

FAULTY = "# Bridge closes\n\nThe 😀 council agreed to to close it, Mayor Lena Brandt said.\n\n“It is a shame 😀,” she said.\n"

# What stands before each script: a client as editors/ sets it up, and a few words for what tests ask.
START = """
local told = {}
local function tell(name, value) told[name] = value end
local function until_(what, test)
  if not vim.wait(60000, test, 20) then tell("missed", what) end
end
local function diagnostics(bufnr)
  local found = {}
  for _, d in ipairs(vim.diagnostic.get(bufnr or 0)) do
    table.insert(found, {d.lnum, d.col, d.end_lnum, d.end_col, d.user_data and d.user_data.lsp.code or d.code or "", d.severity})
  end
  return found
end
local function start(settings)
  local id = vim.lsp.start_client({
    name = "newslint", cmd = vim.g.newslint, root_dir = vim.fn.getcwd(), settings = {newslint = settings or {}},
    init_options = settings,
  })
  vim.lsp.buf_attach_client(0, id)
  return id
end
local function choose(title)
  local seen = {}
  vim.ui.select = function(items, options, chosen)
    local picked = nil
    for n, item in ipairs(items) do
      local action = item.action or item[2]
      table.insert(seen, action.title)
      if action.title:find(title, 1, true) then picked = n end
    end
    chosen(picked and items[picked] or nil, picked)
    tell("offered", seen)
  end
  vim.lsp.buf.code_action()
  until_("actions", function() return #seen > 0 end)
end
local function at(line, column) vim.api.nvim_win_set_cursor(0, {line, column}) end
local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end
local function done()
  local file = io.open("told.json", "w")
  file:write(vim.fn.json_encode(told))
  file:close()
  vim.cmd("qa!")
end
"""


@pytest.fixture
def neovim(newsroom, monkeypatch):
    """Run a script in Neovim with a story open; gives what the script told."""
    program = shutil.which("nvim")
    if not program:
        pytest.fail("Neovim is not installed: apt-get install neovim")

    def run(script: str, text: str = FAULTY, name: str = "a.md") -> dict:
        write(newsroom, name, text)
        command = json.dumps([sys.executable, "-m", "newslint", "lsp"]).replace("[", "{").replace("]", "}")
        whole = f"vim.g.newslint = {command}\n{START}\nlocal ok, why = pcall(function()\n{script}\nend)\n"
        whole += 'if not ok then tell("fault", tostring(why)) end\ndone()\n'
        write(newsroom, "run.lua", whole)
        environment = {
            **os.environ,
            "XDG_STATE_HOME": str(newsroom / "state"),
            "XDG_CACHE_HOME": str(newsroom / "state"),
        }
        arguments = [program, "--headless", "-u", "NONE", "-i", "NONE", "-n", name, "-c", "luafile run.lua"]
        # the plugin folder of a person must not be loaded, and the program's own must
        done = subprocess.run(arguments, env=environment, capture_output=True, timeout=180, check=False)
        assert (newsroom / "told.json").exists(), done.stderr.decode()
        told = json.loads((newsroom / "told.json").read_text(encoding="utf-8"))
        assert "fault" not in told, told["fault"]
        assert "missed" not in told, f"{told['missed']}; {done.stderr.decode()}"
        return told

    return run


def repeated(found):
    return [each[:4] for each in found if each[4] == "repeated-word"]


def test_diagnostics_stand_where_the_words_do_and_go_when_they_are_mended(neovim):
    told = neovim("""
        start()
        until_("diagnostics", function() return #diagnostics() > 0 end)
        tell("found", diagnostics())
        local line = lines()[3]
        local from = line:find("to to", 1, true)
        vim.api.nvim_buf_set_text(0, 2, from + 1, 2, from + 4, {""})
        tell("line", lines()[3])
        until_("none left", function() return #diagnostics() == 0 end)
    """)
    line = FAULTY.split("\n")[2].encode()
    at = line.index(b"to to")  # Neovim counts bytes
    assert repeated(told["found"]) == [[2, at, 2, at + 5]]
    assert told["line"] == FAULTY.split("\n")[2].replace("to to", "to")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_fix_is_made_behind_a_sign_of_four_bytes_and_the_file_is_else_as_it_was(neovim, newsroom, end):
    text = FAULTY.replace("\n", end)
    told = neovim(
        """
        start()
        until_("diagnostics", function() return #diagnostics() > 0 end)
        tell("found", diagnostics())
        at(3, diagnostics()[1][2] + 1)
        local before = lines()[3]
        choose("Delete the second")
        until_("the change", function() return lines()[3] ~= before end)
        vim.cmd("write")
    """,
        text,
    )
    assert told["offered"][0] == "Delete the second “to” (offered: read it over)"
    assert repeated(told["found"])
    assert (newsroom / "a.md").read_bytes() == text.replace("to to", "to").encode()


def test_a_finding_is_left_alone_with_a_reason(neovim):
    told = neovim("""
        start()
        until_("diagnostics", function() return #diagnostics() > 0 end)
        at(3, diagnostics()[1][2])
        choose("Leave this alone")
        until_("the request", function() return #lines() > 5 end)
        tell("lines", lines())
        until_("none left", function() return #diagnostics() == 0 end)
    """)
    assert told["lines"][2].startswith("<!-- newslint: ignore repeated-word: say here why")


def test_all_safe_fixes_at_once(neovim, newsroom):
    text = "# A\n\nThe 😀 coun\u200bcil met.\n\nIt we\u200bnt home.\n"
    neovim(
        """
        start()
        until_("diagnostics", function() return #diagnostics() > 0 end)
        at(1, 0)
        choose("Make all safe fixes")
        until_("the change", function() return not lines()[5]:find("\\226\\128\\139") end)
        vim.cmd("write")
    """,
        text,
    )
    assert (newsroom / "a.md").read_text(encoding="utf-8") == text.replace("\u200b", "")


def test_hover_shows_the_reason_and_who_spoke(neovim):
    told = neovim("""
        start()
        until_("diagnostics", function() return #diagnostics() > 0 end)
        local function hovered(line, column, name)
          at(line, column)
          vim.lsp.buf.hover()
          local shown = nil
          until_(name, function()
            for _, window in ipairs(vim.api.nvim_list_wins()) do
              if vim.api.nvim_win_get_config(window).relative ~= "" then shown = window end
            end
            return shown ~= nil
          end)
          tell(name, table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(shown), 0, -1, false), "\\n"))
          vim.api.nvim_win_close(shown, true)
        end
        hovered(3, diagnostics()[1][2], "finding")
        hovered(5, 4, "quotation")
    """)
    assert "A word typed twice is a slip that every reader notices" in told["finding"]
    assert "Lena Brandt" in told["quotation"]


def test_a_changed_configuration_is_seen_at_the_next_change(neovim):
    told = neovim("""
        start()
        until_("diagnostics", function() return #diagnostics() > 0 end)
        tell("before", diagnostics())
        local file = io.open("newslint.yaml", "w")
        file:write("rules: {repeated-word: error}\\n")
        file:close()
        vim.api.nvim_buf_set_lines(0, -1, -1, false, {"", "It went."})
        until_("the new severity", function() return diagnostics()[1] and diagnostics()[1][6] == 1 end)
    """)
    assert told["before"][0][5] == 2


def test_speakers_are_shown_by_code_lenses(neovim):
    told = neovim("""
        start({showSpeakers = true})
        until_("diagnostics", function() return #diagnostics() > 0 end)
        vim.lsp.codelens.refresh()
        until_("lenses", function() return #vim.lsp.codelens.get(0) > 0 end)
        tell("lens", vim.lsp.codelens.get(0)[1].command.title)
    """)
    assert told["lens"] == "said by Lena Brandt"


def test_a_name_goes_to_the_houses_file(neovim, newsroom):
    write(newsroom, "newslint.yaml", "names: our.yaml\n")
    write(newsroom, "our.yaml", "names:\n  - name: Zoë Ek\n")
    neovim(
        """
        start()
        until_("diagnostics", function() return #diagnostics() > 0 end)
        at(5, diagnostics()[1][2])
        choose("“Perreira” is right")
        until_("the file", function()
          vim.cmd("silent! wall")
          local file = io.open("our.yaml")
          local text = file:read("*a")
          file:close()
          return text:find("Perreira", 1, true) ~= nil
        end)
    """,
        "# A\n\nMayor Lena Pereira opened it.\n\nLater Perreira left.\n",
    )
    assert (newsroom / "our.yaml").read_text(encoding="utf-8") == "names:\n  - name: Zoë Ek\n  - name: Perreira\n"


STORY = """\
# Osterby shuts its harbor bridge

By Ingrid Dahlqvist

OSTERBY — The bridge was closed on Tuesday after engineers
found cracks in in two of its girders, the port said.

“It would not have borne another winter.” The ferries run
until April, said Katarina Lindqvist, who runs the port.

Lindquist warned of this two years ago.
"""


def test_its_screen_with_findings_is_drawn_for_the_docs(neovim, artefacts):
    told = neovim(
        """
        vim.o.columns, vim.o.lines = 98, 16
        vim.wo.wrap = false
        start()
        until_("diagnostics", function() return #diagnostics() > 1 end)
        vim.cmd("redraw!")
        local rows = {}
        for row = 1, vim.o.lines - 2 do
          local cells = {}
          for column = 1, vim.o.columns do table.insert(cells, vim.fn.screenstring(row, column)) end
          table.insert(rows, (table.concat(cells):gsub("%s+$", "")))
        end
        tell("rows", rows)
        """,
        STORY,
    )
    rows = told["rows"]
    assert any("cracks in in two" in row and "■" in row and "repeated" in row for row in rows), rows
    text = "\n".join(row.replace("■", "\033[33m■", 1) + "\033[0m" for row in rows)
    (artefacts / "neovim.svg").write_text(
        pictures.drawn(f"$ nvim harbor-bridge.md\n{text}\n", "neovim"), encoding="utf-8"
    )
