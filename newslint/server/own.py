"""newslint's own routes: each a function of the server and of what was asked, which gives plain data."""

from __future__ import annotations

from newslint.base.errors import near_miss
from newslint.base.text import Source, Span
from newslint.base.typed import Any
from newslint.base.version import __version__
from newslint.reporters.json import at, finding
from newslint.server.decisions import Decision, Decisions
from newslint.server.replies import Refused
from newslint.server.serving import Serving
from newslint.service.service import Answer, Changed, Choices, Text

Asked = dict[str, Any]


def check(here: Serving, asked: Asked) -> Any:
    """What is found in a text."""
    answer = here.service.check(_text(asked), choices(asked))
    return {
        "schema": 1,
        "stories": len(answer.stories),
        "findings": [_named(finding(each.entry, each.fingerprint), asked) for each in answer.found],
        "failures": _failures(answer),
        "known": answer.known,
    }


def fix(here: Serving, asked: Asked) -> Any:
    """A text after its fixes: all safe ones, all that are proposed, or those of the findings that are named."""
    given, chosen = _text(asked), choices(asked)
    if "fingerprints" not in asked:
        return _changed(given.text, here.service.fix(given, chosen, offers=asked.get("offers", False)))
    if "offers" in asked:
        raise Refused(
            400, "give either offers or fingerprints", "the fix of a finding that is named is made in any case"
        )
    return _changed(given.text, here.service.accept(given, asked["fingerprints"], chosen))


def ignore(here: Serving, asked: Asked) -> Any:
    """A text with requests to leave findings alone."""
    given = _text(asked)
    return _changed(given.text, here.service.ignore(given, asked["fingerprints"], asked["reason"], choices(asked)))


def show(here: Serving, asked: Asked) -> Any:
    """A text as it is read: as `newslint show --format json` has it, and where each zone's prose stands."""
    answer, stories = here.service.shown(_text(asked), choices(asked), segments=True)
    return {
        "schema": 1,
        "stories": [{**story, "path": asked.get("path", "")} for story in stories],
        "failures": _failures(answer),
    }


def rules(here: Serving, asked: Asked) -> Any:
    """Every rule, and whether it is on for a path and these choices."""
    from newslint.rulebook.rule_pages import what_it_finds

    config = here.service.workspace(choices(asked)).config_of(here.service.place(asked.get("path", "")))
    active = {rule.id: rule for rule in config.profile(here.service.place(asked.get("path", ""))).rules}
    listed = [(active.get(rule.id, rule), rule.id in active) for rule in config.pack.rules.values()]
    return [
        {
            "id": rule.id,
            "topic": rule.topic,
            "severity": rule.severity,
            "confidence": rule.confidence,
            "finds": what_it_finds(rule),
            "why": rule.why,
            "on": on,
        }
        for rule, on in sorted(listed, key=lambda pair: pair[0].id)
    ]


def rule(here: Serving, asked: Asked) -> Any:
    """One rule: all that is known of it, and its page as `newslint explain` prints it."""
    from newslint.rulebook import rule_pages

    config = here.service.workspace().config_of(here.service.place(""))
    pack, name = config.pack, str(asked["id"])
    found = pack.rules.get(pack.aliases.get(name, name))
    if not found:
        hint = near_miss(name, pack.rules, "GET /rules lists them")
        raise Refused(404, f"there is no rule “{name[:200]}”", hint)
    active = {each.id: each for each in config.profile(here.service.place("")).rules}
    data = rule_pages.as_data(active.get(found.id, found), found.id in active)
    return {**data, "page": "\n".join(rule_pages.rule_page(found, pack.owners.get(found.id)))}


def styles(here: Serving, asked: Asked) -> Any:
    """The house styles with what each chooses today, and every axis with the values that it can have."""
    from newslint.config.house_style import by_axis
    from newslint.config.layers import read_layer

    config = here.service.workspace().config_of(here.service.place(""))
    known = config.pack.rules.known
    return {
        "styles": [
            {
                "name": name,
                "axes": {axis: held[-1].value for axis, held in by_axis([read_layer(file).data]).items()},
            }
            for name, file in sorted(config.styles.items())
        ],
        "axes": [
            {"axis": each.axis, "rule": rule_id, "values": list(config.axes[each.axis])}
            for rule_id, each in sorted(known.items(), key=lambda pair: (pair[1].axis, pair[0]))
            if each.axis
        ],
    }


def decide(here: Serving, asked: Asked) -> Any:
    """Keep an editor's decision."""
    kept = _decisions(here)
    known = here.service.workspace().config_of(here.service.place("")).pack
    said: str = asked["rule"]
    name = known.aliases.get(said, said)
    if name not in known.rules:
        raise Refused(400, f"there is no rule “{name}”", near_miss(name, known.rules, "GET /rules lists them"))
    more = {key: asked[key] for key in ("confidence", "why", "by") if key in asked}
    kept.add(Decision(asked["fingerprint"], name, asked["decision"], house=here.house, **more))
    return {"kept": True}


def decisions(here: Serving, asked: Asked) -> Any:
    """How each rule's findings were decided on."""
    return {"rules": [each.as_data() for each in _decisions(here).counts()]}


def health(here: Serving, asked: Asked) -> Any:
    """That the server answers, and its version."""
    return {"status": "ok", "version": __version__, "decisions": here.decisions is not None}


def choices(asked: Asked) -> Choices:
    """What a request chooses on top of the configuration."""
    return Choices(
        asked.get("style", ""),
        tuple(sorted(asked.get("axes", {}).items())),
        asked.get("select", ()),
        asked.get("ignore", ()),
        asked.get("min_confidence"),
    )


def _text(asked: Asked) -> Text:
    return Text(asked["text"], asked.get("path", ""), asked.get("format", ""))


def _named(data: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """A finding with its story called as the client calls it: where the folder lies is not told."""
    path = asked.get("path", "")
    return {**data, "path": path, "related": [{**each, "path": path} for each in data["related"]]}


def _failures(answer: Answer) -> list[dict[str, str]]:
    return [{"message": each} for each in answer.broken]


def _changed(before: str, changed: Changed) -> dict[str, Any]:
    lines = Source("", before).lines
    return {
        "text": changed.text,
        "edits": [_edit(lines, edit.span, edit.text) for edit in changed.edits],
        "made": dict(changed.made),
        "left": list(changed.left),
    }


def _edit(lines: Any, span: Span, text: str) -> dict[str, Any]:
    return {"start": at(lines.position(span.start)), "end": at(lines.position(span.end)), "text": text}


def _decisions(here: Serving) -> Decisions:
    if here.decisions is None:
        raise Refused(404, "decisions are not kept here", "start it with “newslint serve --decisions FILE”")
    return here.decisions
