"""Rules in Python, one to a file; a file put here is a rule and needs no other registration."""
