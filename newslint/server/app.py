"""The application: each route with what answers it, behind the door."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route as At
from starlette.routing import Router
from starlette.types import ASGIApp, Receive, Scope, Send

from newslint.base.errors import NewslintError
from newslint.base.typed import Any
from newslint.server import bodies, desk, own
from newslint.server.door import Admission, Door
from newslint.server.languagetool.routes import routes as languagetool_routes
from newslint.server.openapi import document
from newslint.server.replies import Refused, as_json, refusal, told, told_to_languagetool
from newslint.server.routes import ROUTES, Route
from newslint.server.serving import Serving

_Answer = Callable[[Request], Awaitable[Response]]
_FIRST_TIMES = 20  # as long as a check that it takes to make rules ready for another style or choice
_FELL_OVER = "newslint fell over this request; it keeps nothing of it"


def application(here: Serving, hosts: tuple[str, ...] = ()) -> ASGIApp:
    """The whole application; `hosts` are the names that it may be called by (none: any)."""
    described = document(ROUTES)
    table: dict[str, dict[str, _Answer]] = {}
    for path, methods in languagetool_routes(here).items():
        table[path] = {method: _kept(answer, told_to_languagetool, here) for method, answer in methods.items()}
    for route in ROUTES:
        table.setdefault(route.path, {})[route.method] = _kept(_own(here, route), told, here)

    async def openapi(request: Request) -> Response:
        return as_json(described)

    async def page(request: Request) -> Response:
        return desk.file(request.path_params.get("name", desk.PAGE))

    for path, answer in (("/openapi.json", openapi), ("/", page), ("/desk/{name}", page)):
        table[path] = {"GET": _kept(answer, told, here)}
    found = [At(path, _by_method(methods), methods=None) for path, methods in table.items()]
    router = Router(found, redirect_slashes=False, default=_nowhere)
    return Door(router, Admission(hosts, here.token, here.most_bytes))


def _by_method(methods: dict[str, _Answer]) -> ASGIApp:
    """What answers by the method of a request; HEAD is GET without a body, which the server leaves out."""
    allowed = ", ".join(sorted(methods))

    async def chosen(scope: Scope, receive: Receive, send: Send) -> None:
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        if method in methods:
            response = await methods[method](Request(scope, receive))
        else:
            refused = Refused(405, f"this route takes {allowed}")
            refused.headers = {"allow": allowed}
            response = (told_to_languagetool if scope["path"].startswith("/v2/") else told)(refused)
        await response(scope, receive, send)

    return _Asgi(chosen)


class _Asgi:
    """An application that the router does not take for a function of a request."""

    def __init__(self, call: ASGIApp) -> None:
        self._call = call

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        await self._call(scope, receive, send)


async def _nowhere(scope: Scope, receive: Receive, send: Send) -> None:
    """What answers where there is no route."""
    if scope["type"] == "http":
        refused = Refused(404, "there is no such route", "GET /openapi.json lists them")
        await (told_to_languagetool if scope["path"].startswith("/v2/") else told)(refused)(scope, receive, send)


def _own(here: Serving, route: Route) -> _Answer:
    """What answers one of newslint's own routes."""

    async def answer(request: Request) -> Response:
        asked: dict[str, Any] = {}
        if route.method == "POST":
            here.turns.refuse_when_full()  # before a body is read
            data = bodies.loaded(await bodies.whole(request, here.most_bytes))
            asked = bodies.asked(data, route.takes)
        asked |= request.path_params
        if route.where == "thread":
            return as_json(await run_in_threadpool(route.answer, here, asked))
        size = len(bodies.checked(asked.get("text", "")))
        times = route.times + (0 if here.service.keeps(own.choices(asked)) else _FIRST_TIMES)
        return await here.turns.take(lambda: as_json(route.answer(here, asked)), size, times)  # type: ignore[no-any-return]

    return answer


def _kept(answer: _Answer, tell: Callable[[Refused], Response], here: Serving) -> _Answer:
    """What answers so that nothing that goes wrong with one request reaches another; no word of it is logged."""

    async def kept(request: Request) -> Response:
        try:
            return await answer(request)
        except Refused as refused:
            return tell(refused)
        except NewslintError as error:
            return tell(refusal(error, here.root))
        except Exception:
            return tell(Refused(500, _FELL_OVER, "please report it: newslint explains how in its documentation"))

    return kept
