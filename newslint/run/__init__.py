"""Many files to one report."""
