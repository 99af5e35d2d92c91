"""`newslint init`: a first newslint.yaml, with a comment for every setting."""

from __future__ import annotations

from pathlib import Path

from newslint import plugins
from newslint.errors import ConfigError, near_miss
from newslint.ground import CONFIG_NAME

_TEMPLATE = """\
# newslint reads this file for every story in this folder and below.

# The house style to begin from, or a file of your own.
{extends}

# Findings of this severity or worse stop a commit: note, warning or error.
fail-on: warning

# Which files are stories, and which of them to leave alone (patterns as in .gitignore).
stories: ["**/*.md", "**/*.txt"]
exclude: []

# Which front-matter keys hold what, where yours differ from the usual ones.
# fields: {{deck: [standfirst], byline: [reporter]}}

# Rules: off, note, warning, error, or their options. `newslint rules` lists them.
rules: {{}}
#  unattributed-quote: error
#  lede-length: {{max-words: 35}}

# Other settings for some folders.
overrides: []
#  - {{files: "opinion/**", kind: opinion, rules: {{unattributed-quote: off}}}}
"""


def write_config(folder: str, style: str = "") -> Path:
    """Write newslint.yaml into a folder; raises ConfigError where there is one already, or no such style."""
    path = Path(folder) / CONFIG_NAME
    if not path.parent.is_dir():
        raise ConfigError("there is no such folder", folder)
    styles = plugins.load().styles
    if style and style not in styles:
        raise ConfigError(f"unknown style “{style}”", hint=near_miss(style, styles))
    extends = f"extends: [{style}]" if style else f"# extends: [{next(iter(styles), 'house-style.yaml')}]"
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_TEMPLATE.format(extends=extends))
    except FileExistsError:
        raise ConfigError("there is a configuration already; newslint init never overwrites one", str(path)) from None
    except OSError as error:
        raise ConfigError(f"the configuration cannot be written: {error.strerror}", str(path)) from None
    return path
