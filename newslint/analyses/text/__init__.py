"""Analyses of plain text: language, sentences, code left in it."""
