"""The language server: what editors' programs are told of the stories that are open in them, as they are written."""
