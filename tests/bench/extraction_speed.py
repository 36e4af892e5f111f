"""Print how fast texts are read, and how time grows when a hostile text is doubled. Run it as a script."""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.extraction import anchors, money, percentages, pipeline, quantities
from app.extraction.mention import Passage, Taken

PROSE = (
    "Ministers put the bill at £3.4bn over 99 years, or £101m a year, though critics say it is nearer £30bn. "
    "Inflation fell to 3.5 per cent in May from 3.8% a month earlier, and more than 12,000 people marched on Saturday. "
    "The council, which has long argued that the base is needed, said nothing about who would pay for the works. "
)
HOSTILE = ("1234567890", "$", "1,", "one ", "hundred and ", "5 of the ", "from 1,234 to ", "half a ", "(£5m ", "@a1 ")


def figures(text: str) -> None:
    """The figure stages alone."""
    taken = Taken()
    for stage in (money.read, percentages.read, quantities.read):
        for mention in stage(Passage(text=text), taken):
            taken.add(mention.span)


def seconds(text: str, whole: bool = False) -> float:
    """Processor time for one reading, nothing kept from the last."""
    anchors.scan.cache_clear()
    start = time.process_time()
    if whole:
        pipeline.read(Passage(text=text))
    else:
        figures(text)
    return time.process_time() - start


def main() -> None:
    """Print characters a second and the ratios."""
    text = PROSE * 300
    figures(PROSE)
    print(f"figure stages  {len(text) / seconds(text):12,.0f} characters a second")
    print(f"whole pipeline {len(text) / seconds(text, whole=True):12,.0f} characters a second")
    for piece in HOSTILE:
        once = piece * (60_000 // len(piece))
        print(f"{piece!r:18} doubled takes {seconds(once * 2) / max(seconds(once), 1e-4):5.2f} times as long")


if __name__ == "__main__":
    main()
