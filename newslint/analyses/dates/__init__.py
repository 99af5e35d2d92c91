"""Analyses of dates, and of datelines."""
