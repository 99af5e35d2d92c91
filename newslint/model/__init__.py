"""The nouns of newslint: finding, story, rule, name, ignore."""
