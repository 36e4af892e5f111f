"""Starts the program."""

import sys


def main() -> int:
    """The command `counterclaim`."""
    if getattr(sys, "frozen", False):
        # A process that reads articles is this program started again, with words of its own on the command line.
        from multiprocessing import freeze_support

        freeze_support()
    from app import bootstrap

    return bootstrap.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
