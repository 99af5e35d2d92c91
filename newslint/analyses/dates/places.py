"""Names that datelines are checked against: states and their forms, countries, well-known cities, agencies."""

from __future__ import annotations

from newslint.words.tables import Datelines, Places

_places = Places.of()
STATES = _places.in_datelines
COUNTRIES = (*_places.countries, *_places.rarer_countries)
CITIES = frozenset(_places.cities)
ALL_CITIES = CITIES.union(map(str.upper, _places.other_cities))
AGENCIES = Datelines.of().agencies  # by their tags


def short_forms() -> dict[str, str]:
    """Every wrong short form of a state (postal, dotless, old), with the right one."""
    forms = list(STATES.values())
    all_forms = _places.state_forms.values()
    wrong = {postal: form for form, postal, *_ in all_forms}
    wrong |= {form.rstrip("."): form for form in forms if form.endswith(".") and form.count(".") == 1}
    wrong |= {form.replace(".", ""): form for form in forms if form.count(".") > 1}
    wrong |= {form.replace(".", ". ", 1): form for form in forms if form.count(".") > 1}
    for form, _, *others in all_forms:
        wrong |= dict.fromkeys(others, form)
    return {bad: good for bad, good in wrong.items() if bad not in STATES and bad not in forms}
