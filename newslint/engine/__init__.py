"""One story to findings, and edits applied to it."""
