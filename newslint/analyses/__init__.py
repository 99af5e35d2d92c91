"""Analyses: what is worked out from a story once and used by many rules."""
