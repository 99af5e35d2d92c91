"""LanguageTool's HTTP interface (version 2, as its release 6 speaks it): what speaks it speaks to newslint."""
