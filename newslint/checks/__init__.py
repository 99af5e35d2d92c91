"""Rules in Python, one to a file; a file put here is a rule, nothing else needs to know of it."""
