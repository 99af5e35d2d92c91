"""Every rule there is: rule files read, plugins loaded, rule pages printed."""
