"""A newslint plugin for a court desk: what it brings, hook by hook."""

from pathlib import Path

from newslint import hookimpl

newslint_api = 1  # the version of newslint's plugin API that this was written for


@hookimpl
def register_rules():
    from newslint_courts.missing_plea import MissingPlea
    from newslint_courts.one_sided import OneSided

    return [MissingPlea, OneSided]


@hookimpl
def register_rule_files():
    return [Path(__file__).parent / "rules"]


@hookimpl
def register_formats():
    from newslint_courts.slip import Slip

    return [Slip()]
