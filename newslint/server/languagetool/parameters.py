"""What a client of LanguageTool asks for: a form's fields, held to LanguageTool's rules for them."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.base.record import NamedTuple
from newslint.base.typed import TYPE_CHECKING
from newslint.server.languagetool import annotated
from newslint.server.languagetool.annotated import Annotated
from newslint.server.languagetool.languages import AUTO, Chosen, named, preferred
from newslint.server.replies import Refused
from newslint.service.service import Choices

if TYPE_CHECKING:
    from newslint.rulebook.pack import Pack

# A category of LanguageTool's that its clients switch off by name: of newslint's rules those on spelling are in it.
TYPOS = "TYPOS"
SPELLING = frozenset(("misspelt-word", "misspelt-field", "spelled-right-elsewhere", "spelling", "broken-word"))
_YES = ("true", "yes")


class Wanted(NamedTuple):
    """A request: its text, its language (None: its words tell, in one of the `variants`), the rules.

    `without` are rules and categories that the client does not want: what they find is left out.
    """

    text: Annotated
    language: Chosen | None
    variants: tuple[Chosen, ...]
    enabled: frozenset[str]
    only: bool
    without: frozenset[str]
    picky: bool


def wanted(fields: Mapping[str, str]) -> Wanted:
    """What the fields ask for; raises Refused in LanguageTool's words. Fields that are not known are passed over."""
    text, data = fields.get("text"), fields.get("data")
    if text is not None and data is not None:
        raise Refused(400, "Set only 'text' or 'data' parameter, not both")
    if "language" not in fields:
        raise Refused(
            400,
            "Missing 'language' parameter, e.g. 'language=en-US' for American English or 'language=fr' for French",
        )
    language = None if fields["language"].strip().lower() == AUTO else named(fields["language"])
    if text is not None:
        given = annotated.plain(text)
    elif data is not None:
        given = annotated.of_json(data)
    else:
        raise Refused(400, "Missing 'text' or 'data' parameter")
    variants = preferred(_names(fields, "preferredVariants"))
    if variants and language:
        raise Refused(400, "You specified 'preferredVariants' but you didn't specify 'language=auto'")
    return Wanted(given, language, variants, *_rules(fields), fields.get("level", "").strip().lower() == "picky")


def _rules(fields: Mapping[str, str]) -> tuple[frozenset[str], bool, frozenset[str]]:
    enabled = frozenset((*_names(fields, "enabledRules"), *_names(fields, "enabledCategories")))
    without = frozenset((*_names(fields, "disabledRules"), *_names(fields, "disabledCategories")))
    only = fields.get("enabledOnly", "").strip().lower() in _YES
    if only and without:
        raise Refused(400, "You cannot specify disabled rules or categories using enabledOnly=true")
    if only and not enabled:
        raise Refused(400, "You must specify enabled rules or categories when using enabledOnly=true")
    return enabled, only, without


def _names(fields: Mapping[str, str], key: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in fields.get(key, "").split(",") if name.strip())


def choices(wanted: Wanted, pack: Pack, on: frozenset[str]) -> Choices | None:
    """What of it newslint must be told before it checks; None where none of the rules that a client wants is there.

    Names that are LanguageTool's own and no rule of newslint's are passed over. `on` are the rules that are on.
    """
    picked = Choices(min_confidence="low") if wanted.picky else Choices()
    asked = known(wanted.enabled, pack)
    if wanted.only:
        return picked._replace(select=tuple(sorted(asked))) if asked else None
    return picked if asked <= on else picked._replace(select=tuple(sorted(asked | on)))


def known(names: frozenset[str], pack: Pack) -> frozenset[str]:
    """The rules that these names stand for: of rules, of topics or of LanguageTool's categories, in any letters."""
    found: set[str] = set()
    for name in names:
        plain = name if name in pack.rules or name in pack.groups else name.lower()
        plain = pack.aliases.get(plain, plain)
        if plain in pack.rules:
            found.add(plain)
        elif plain in pack.topics or plain in pack.groups:
            found.update(pack.resolve(plain))
        elif name.upper() == TYPOS:
            found.update(SPELLING & pack.rules.keys())
    return frozenset(found)
