"""LanguageTool's HTTP interface, version 2: what speaks it speaks to newslint."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from newslint.server.replies import as_text
from newslint.server.serving import Serving

Answer = Callable[[Request], Awaitable[Response]]


def routes(here: Serving) -> dict[str, dict[str, Answer]]:
    """Each path with what answers it by method."""

    async def most(request: Request) -> Response:
        return as_text(str(here.most))

    return {"/v2/maxtextlength": {"GET": most}}
