"""Names that datelines are checked against: states and their forms, countries, well-known cities, agencies."""

from __future__ import annotations

from newslint.words.tables import Datelines, Places

_places = Places.of()
_forms = _places.state_forms
STATES = {state: forms[0] for state, forms in _forms.items()}
COUNTRIES = (*_places.countries, *_places.rarer_countries)
CITIES = frozenset(_places.cities)
AGENCIES = {
    tag: tuple(names.split(" | ")) if names else () for tag, names in Datelines.of().agencies.items()
}  # the names a byline gives them


def short_forms() -> dict[str, str]:
    """Every wrong short form of a state (postal, dotless, old), with the right one."""
    forms = list(STATES.values())
    wrong = {postal: form for form, postal, *_ in _forms.values()}
    wrong |= {form.rstrip("."): form for form in forms if form.endswith(".") and form.count(".") == 1}
    wrong |= {form.replace(".", ""): form for form in forms if form.count(".") > 1}
    wrong |= {form.replace(".", ". ", 1): form for form in forms if form.count(".") > 1}
    for form, _, *others in _forms.values():
        wrong |= dict.fromkeys(others, form)
    return {bad: good for bad, good in wrong.items() if bad not in STATES and bad not in forms}
