"""Analyses of what a story says as fact: figures, and how they change."""
