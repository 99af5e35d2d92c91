"""What docs/server.md shows is so: each request that it gives, with the reply that stands below it."""

import json
import re
import shlex
from pathlib import Path

import pytest
from served import Asked

PAGE = (Path(__file__).parent.parent / "docs" / "server.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```sh\ncurl http://localhost:8081(.*?)\n```\n\n```json\n(.*?)\n```", PAGE, re.S)


def request(line):
    """A command of curl's as path, headers and body; it knows what the page needs."""
    path, *words = shlex.split(line)
    headers, fields, body = {}, {}, ""
    for option, value in zip(words[::2], words[1::2], strict=True):
        if option == "-H":
            name, _, said = value.partition(": ")
            headers[name] = said
        elif value[0] == "{":
            body = value
        else:
            assert option in ("-d", "--data-urlencode")
            name, _, said = value.partition("=")
            fields[name] = said
    return path, {"headers": headers, **({"content": body} if body else {"data": fields})}


def holds(reply, shown):
    """Whether a reply has all that is shown of it."""
    if isinstance(shown, dict):
        return isinstance(reply, dict) and all(
            key in reply and holds(reply[key], each) for key, each in shown.items()
        )
    if isinstance(shown, list):
        return len(reply) == len(shown) and all(map(holds, reply, shown))
    return reply == shown


def test_the_page_shows_requests_with_their_replies():
    assert len(SHOWN) == PAGE.count("\ncurl ") >= 5


@pytest.mark.parametrize(("line", "shown"), SHOWN)
def test_each_request_on_the_page_has_the_reply_that_stands_below_it(tmp_path, line, shown):
    ask = Asked(tmp_path, decisions=tmp_path / "decisions.sqlite")
    path, given = request(line)
    reply = ask("POST", path, **given).json()
    assert holds(reply, json.loads(shown)), reply
