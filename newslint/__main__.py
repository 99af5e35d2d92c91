"""`python -m newslint` is the command line."""

import sys

from newslint.cli import main

sys.exit(main())
