"""The desk's page and what it loads: a few files beside this one, sent with a policy that lets in nothing else."""

from __future__ import annotations

import os

from starlette.responses import Response

from newslint.server.replies import UNASKED, Refused

FOLDER = os.path.join(os.path.dirname(__file__), "desk")
PAGE = "index.html"
# By what a file's name ends in; no other file is sent.
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    **UNASKED,
    "content-security-policy": POLICY,
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


def file(name: str) -> Response:
    """A file of the desk by its name; raises Refused where there is none."""
    ending = os.path.splitext(name)[1]
    path = os.path.join(FOLDER, name)
    if not name or name[0] == "." or set(name) & {"/", "\\", "\0", ":"} or ending not in _TYPES:
        raise Refused(404, "there is no such file")
    try:
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError:
        raise Refused(404, "there is no such file") from None
    return Response(data, 200, _HEADERS, _TYPES[ending])
