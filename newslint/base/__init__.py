"""What everything else builds on: errors, text, files and caches; nothing here knows about stories."""
