"""Real editors, browsers and clients against newslint: `.ci/clients` installs them and runs these apart (-m clients)."""
