"""Analyses of names: whom and what a story names, and in which spellings."""
