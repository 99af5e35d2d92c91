"""Analyses of people: who speaks in which quotation."""
