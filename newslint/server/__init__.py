"""One process that checks stories for others over HTTP: by LanguageTool's interface, by newslint's own, and the desk."""
