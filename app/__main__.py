"""Starts the program."""

import sys


def main() -> int:
    """The command `counterclaim`."""
    from app import bootstrap

    return bootstrap.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
