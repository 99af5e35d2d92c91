"""The version, in one place, and that of what plugins are written for."""

__version__ = "0.1.0"
PLUGIN_API = 1  # raised by one where a plugin that was right would break: see docs/writing-plugins.md
