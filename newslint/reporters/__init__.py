"""Reporters: each module writes a report in one form (`write(report, stream)`)."""
