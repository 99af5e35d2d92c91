"""What everything stands on: errors, text, files, caches. It knows nothing of stories."""
