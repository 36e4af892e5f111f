"""Sets up a checkout and runs what it is for: see commands.py. Kept to what every Python can read."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  the one place that older Pythons reach
    sys.exit("Counterclaim needs Python 3.11 or newer; this is %s." % sys.version.split()[0])  # noqa: UP031

from commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
