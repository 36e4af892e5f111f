"""How the program is started as a process of its own."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def command_line(*words: object) -> list[str]:
    """The command line of a process of its own, whatever folder it starts in."""
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from app.__main__ import main; sys.exit(main())"
    return [sys.executable, "-c", start, *map(str, words)]
