"""One process that checks stories for others over HTTP: LanguageTool's interface, newslint's own, and the desk."""
