"""Print how fast texts are read, beside quantulum3 and dateparser over the same texts. Run it as a module.

Every time is processor time. The texts are those of `../shared/articles`, or made-up prose where there are none.
"""

import datetime
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from app.extraction import pipeline
from app.extraction.mention import Passage
from app.extraction.numbers import anchors

PROSE = (
    "Ministers put the bill at £3.4bn over 99 years, or £101m a year, though critics say it is nearer £30bn. "
    "Inflation fell to 3.5 per cent in May from 3.8% a month earlier, and more than 12,000 people marched on Saturday. "
    "The council, which has long argued that the base is needed, said nothing about who would pay for the works. "
)
HOSTILE = (
    "1234567890", "$", "1,", "one ", "million ", "hundred and ", "Mr ", '"', "“", "(", "[", "\n", "Monday ", ". ",
    "Smith ", "@a1 ", "half a ", "he said ", PROSE.replace(".", ","),
)  # fmt: skip
ROOT = Path(__file__).parents[2]
PUBLISHED = datetime.date(2025, 6, 13)
ROUNDS, ARTICLES, LENGTH = 5, 100, 4_000


def articles() -> list[str]:
    """The texts to measure on."""
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "../shared/articles").glob("*.txt"))] or [
        PROSE * 20
    ]


def read(texts: Sequence[str]) -> None:
    """The whole pipeline, nothing kept from the last reading."""
    anchors.scan.cache_clear()
    for text in texts:
        pipeline.read(Passage(text=text, published=PUBLISHED))


def naive(texts: Sequence[str]) -> None:
    """What a program of a few lines would do."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]
    from quantulum3 import parser

    for text in texts:
        parser.parse(text)
        search_dates(text, languages=["en"])


def seconds(action: Callable[[], object]) -> float:
    """Processor time of an action in this process."""
    start = time.process_time()
    action()
    return time.process_time() - start


def whole(*command: str) -> float:
    """Processor time of a process from its start to its end, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def warm(texts: Sequence[str]) -> None:
    """Both in one process that has read before, in turn."""
    size = sum(map(len, texts))
    naive(texts[:1])
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(statistics.median(seconds(lambda: read(texts)) for _ in range(ROUNDS)))
        theirs.append(seconds(lambda: naive(texts)))
    ratio = statistics.median(slow / fast for slow, fast in zip(theirs, ours, strict=True))
    speed = size / statistics.median(ours)
    print(f"warm                  {speed:12,.0f} characters a second, {ratio:.1f} times naive")


def processes(texts: Sequence[str]) -> None:
    """Whole processes over a file of articles, and over one article."""
    rows = [
        json.dumps({"id": at, "date": PUBLISHED.isoformat(), "text": texts[at % len(texts)][:LENGTH]})
        for at in range(ARTICLES)
    ]
    with tempfile.TemporaryDirectory() as folder:
        many, one = Path(folder) / "many.jsonl", Path(folder) / "one.jsonl"
        many.write_text("\n".join(rows) + "\n", encoding="utf-8")
        one.write_text(rows[0] + "\n", encoding="utf-8")
        extract = ("-m", "app", "extract", "--json-lines")
        first = statistics.median(whole(*extract, str(one)) for _ in range(ROUNDS))
        ours = statistics.median(whole(*extract, str(many)) for _ in range(ROUNDS))
        theirs = whole("-m", "tests.bench.extraction_speed", str(many))
    print(f"process, {ARTICLES} articles {ours:12.2f} seconds, {theirs / ours:.1f} times naive")
    print(f"process, one article  {first:12.2f} seconds")


def lengths(texts: Sequence[str]) -> None:
    """What a character costs in a text ten times as long."""
    long = "\n\n".join([*texts] * 40)[: 10 * LENGTH]
    short = [long[start : start + LENGTH] for start in range(0, len(long), LENGTH)]
    times = [(seconds(lambda: read([long])), seconds(lambda: read(short))) for _ in range(ROUNDS)]
    ratio = statistics.median(one / many for one, many in times)
    print(f"{len(long):,} characters  {ratio:12.2f} times as much a character as {LENGTH:,}")


def hostile() -> None:
    """How time grows when a hostile text is doubled."""
    for piece in HOSTILE:
        once = piece * (200_000 // len(piece))
        first, twice = (seconds(partial(read, [text])) for text in (once, once * 2))
        print(f"{piece[:12]!r:18} {first:8.2f} seconds; doubled {twice / first:5.2f} times as long")


def main() -> None:
    """Print everything; with a file of articles, only read it as a naive program would."""
    if len(sys.argv) > 1:
        naive([json.loads(line)["text"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()])
        return
    texts = articles()
    warm(texts)
    processes(texts)
    lengths(texts)
    hostile()


if __name__ == "__main__":
    main()
