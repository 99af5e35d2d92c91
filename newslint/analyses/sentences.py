"""Sentences of each zone."""
