"""The mark by which a file of XML is known: the name of its first element."""

from __future__ import annotations


def root_mark(*names: str) -> str:
    """A pattern that is found in the head of a file whose first element has one of these local names."""
    above = r"\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>"
    return rf"\A(?:{above})*+<(?:[\w-]+:)?(?:{'|'.join(names)})(?=[\s/>])"
