"""LanguageTool's routes, each with what answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from newslint.analyses.text.language import guess
from newslint.base.text import Span
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.server import bodies
from newslint.server.door import bearer, is_token
from newslint.server.languagetool.languages import Chosen, as_list, told
from newslint.server.languagetool.matches import Sentences, in_order, match, rule_data
from newslint.server.languagetool.parameters import Wanted, choices, known, wanted
from newslint.server.replies import Refused, as_json, as_text
from newslint.server.serving import Serving
from newslint.service.limits import NoStoryThere
from newslint.service.service import Answer, Text

Answers = Callable[[Request], Awaitable[Response]]
_FORM = "application/x-www-form-urlencoded"
# Clients go by the name and by this version of the interface; who answers stands in `status`.
SOFTWARE = {
    "name": "LanguageTool",
    "version": "6.6",
    "buildDate": "2025-01-01 00:00:00 +0000",
    "apiVersion": 1,
    "premium": False,
    "status": f"newslint {__version__}",
}


def routes(here: Serving) -> Mapping[str, Mapping[str, Answers]]:
    """Each path with what answers it, by method."""
    checker = _Checker(here)

    async def languages(request: Request) -> Response:
        return as_json(as_list())

    async def info(request: Request) -> Response:
        return as_json({"software": SOFTWARE})

    async def most(request: Request) -> Response:
        return as_text(str(here.most))

    async def health(request: Request) -> Response:
        return as_text("OK")

    return {
        "/v2/check": {"GET": checker.get, "POST": checker.post},
        "/v2/languages": {"GET": languages},
        "/v2/info": {"GET": info},
        "/v2/maxtextlength": {"GET": most},
        "/v2/healthcheck": {"GET": health},
    }


class _Checker:
    """Answers /v2/check."""

    def __init__(self, here: Serving) -> None:
        self._here = here
        self._rules: dict[str, dict[str, Any]] = {}  # each rule as matches name it

    async def get(self, request: Request) -> Response:
        """Check the text of a query."""
        return await self._answer(request, request.url.query)

    async def post(self, request: Request) -> Response:
        """Check the text of a form."""
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != _FORM:
            raise Refused(415, f"send a form: 'Content-Type: {_FORM}'")
        self._here.turns.refuse_when_full()  # before a body is read
        form = await bodies.whole(request, self._here.most_bytes)
        if form.lstrip()[:1] == b"{":
            raise Refused(400, "this is JSON, sent as a form: newslint's own /check takes it as application/json")
        return await self._answer(request, form)

    async def _answer(self, request: Request, form: bytes | str) -> Response:
        fields = bodies.form(form)
        token = self._here.token
        if token and not any(is_token(given, token) for given in (bearer(request.headers), fields.get("apiKey", ""))):
            raise Refused(401, "the token is missing or wrong: give it as 'apiKey'")
        asked = wanted(fields)
        size = len(asked.text.plain)
        if len(asked.text.whole) > self._here.most or size > self._here.most:
            longest = max(size, len(asked.text.whole))
            raise Refused(
                413,
                f"Your text exceeds the limit of {self._here.most} characters (it's {longest} characters). "
                "Please submit a shorter text.",
            )
        return await self._here.turns.take(lambda: as_json(self._reply(asked)), size)  # type: ignore[no-any-return]

    def _reply(self, asked: Wanted) -> dict[str, Any]:
        guessed = told(guess(asked.text.plain), asked.variants)
        language = asked.language or guessed
        sentences = Sentences(asked.text.plain)
        return {
            "software": SOFTWARE,
            "warnings": {"incompleteResults": False},
            "language": {**language.as_data(), "detectedLanguage": _detected(guessed)},
            "matches": self._matches(asked, language, sentences),
            "sentenceRanges": [_units(asked, span) for span in sentences.spans],
        }

    def _matches(self, asked: Wanted, language: Chosen, sentences: Sentences) -> list[dict[str, Any]]:
        service = self._here.service
        config = service.workspace().config_of(service.place(""))
        chosen = choices(asked, config.pack, _on(config, service.place("")) if asked.enabled else frozenset())
        if chosen is None or not asked.text.plain.strip():
            return []
        without = known(asked.without, config.pack)
        try:
            answer = service.check(Text(asked.text.plain, language=language.code), chosen)
        except NoStoryThere:
            return []  # an editor's program sends whatever stands there
        return in_order(
            [
                match(each.finding, asked.text, sentences, self._rule(answer, each.finding.rule, each.finding.topic))
                for each in answer.found
                if each.finding.rule not in without
            ]
        )

    def _rule(self, answer: Answer, rule: str, topic: str) -> dict[str, Any]:
        if rule not in self._rules:
            pack = self._here.service.workspace().config_of(answer.source.path).pack
            self._rules[rule] = rule_data(rule, topic, pack.rules.get(rule))
        return self._rules[rule]


def _on(config: Any, path: str) -> frozenset[str]:
    """The rules that are on."""
    return frozenset(config.profile(path).held)


def _units(asked: Wanted, span: Span) -> list[int]:
    start, end = asked.text.span(span)
    return [asked.text.units(start), asked.text.units(end)]


def _detected(found: Chosen) -> dict[str, Any]:
    return {**found.as_data(), "confidence": found.confidence, "source": "newslint"}
