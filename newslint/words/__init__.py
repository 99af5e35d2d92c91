"""Words as data: what a language says, and how houses write names, read from files."""
