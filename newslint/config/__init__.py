"""Configuration: newslint.yaml and styles, found, checked and resolved."""
