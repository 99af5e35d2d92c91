"""Analyses of roles: what is headline, byline, body or page residue."""
