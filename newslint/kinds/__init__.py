"""Kinds of YAML rule, one to a file; a file put here is a kind, by its name."""
