"""Rules of Vale, read from its style folders and run as Vale 3.15 runs them.

Everything here stands on what plugins have too: a rule source (`model.rule_source`) that gives rules, and an
ensemble of rules that look at a story together. Nothing of it is imported before a configuration says `vale:`.
"""
