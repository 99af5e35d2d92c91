"""Stories checked, mended and shown for assistants, over the Model Context Protocol (`newslint mcp`)."""
