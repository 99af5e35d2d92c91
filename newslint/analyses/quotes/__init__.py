"""Analyses of quotations: marks, what is speech, how it is attributed."""
