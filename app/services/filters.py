"""extract and judge as stateless filters over JSON lines, for other programs."""

import datetime
import json
import logging
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from app.domain.claim import Claim
from app.extraction import json_lines, pipeline
from app.extraction.json_lines import written
from app.extraction.mention import Passage

if TYPE_CHECKING:
    from app.comparison.amounts.currency import Rates
    from app.comparison.statement import Statement

# The comparison is brought in by the functions that need it: `extract` starts without it.

__all__ = ["Answer", "extract_lines", "judge_lines", "written"]

log = logging.getLogger(__name__)

Answer = tuple[str, bool]
"""A line of the output, and whether the line of the input was good."""


def extract_lines(lines: Iterable[bytes]) -> Iterator[Answer]:
    """The claims of each article, in the order of the input; a bad line gives an error in its place."""
    return _each(lines, lambda line: next(json_lines.extract_lines([line])))


def judge_lines(lines: Iterable[bytes]) -> Iterator[Answer]:
    """The verdict on each pair of statements, in the order of the input; a bad line gives an error in its place."""
    from app.comparison.amounts.currency import Rates

    rates = Rates()
    return _each(lines, lambda line: (written(_Pair.read(line).judged(rates)), True))


def _each(lines: Iterable[bytes], work: Callable[[str], Answer]) -> Iterator[Answer]:
    for line in lines:
        yield _answer(line, work)


def _answer(line: bytes, work: Callable[[str], Answer]) -> Answer:
    try:
        return work(line.decode())
    except UnicodeDecodeError:
        return _refused("The line is not UTF-8.")
    except _NoPairError as error:
        return _refused(str(error))
    except Exception as error:  # noqa: BLE001 - one hostile line must not stop the others
        place = "".join(traceback.format_tb(error.__traceback__))
        log.error("a line could not be answered: %s\n%s", type(error).__name__, place)
        return _refused(f"The line could not be answered because of a fault in Counterclaim ({type(error).__name__}).")


def _refused(error: str) -> Answer:
    return written({"id": None, "error": error}), False


class _NoPairError(Exception):
    """A line that is no pair of statements."""


class _Pair:
    """Two statements that an analyst has put side by side."""

    def __init__(self, identifier: object, sides: tuple["_Side", "_Side"]) -> None:
        self._identifier = identifier
        self._sides = sides

    @classmethod
    def read(cls, line: str) -> "_Pair":
        """A line of the contract; `_NoPairError` says what is wrong with it."""
        try:
            value = json.loads(line.removeprefix("\ufeff"))
        except (ValueError, RecursionError):
            raise _NoPairError("The line is not JSON.") from None
        if not isinstance(value, dict):
            raise _NoPairError("The line is not a JSON object.")
        if not json_lines.can_be_written(value.get("id")):
            raise _NoPairError("The pair's id is no value that JSON has.")
        return cls(value.get("id"), (_Side.read(value, "a"), _Side.read(value, "b")))

    def judged(self, rates: "Rates") -> dict[str, object]:
        """The pair's answer in the contract's fields."""
        from app.comparison import judge_lines as answers, pairing, verdict

        a, b = self._sides
        first, second = pairing.choose(a.claims, b.claims, texts=(a.text, b.text))
        judgement = verdict.judge(a.of(first), b.of(second), rates) if first and second else verdict.NO_FIGURE
        return {
            "id": self._identifier,
            **answers.judgement_object(judgement),
            "a": json_lines.claim_object(first) if first else None,
            "b": json_lines.claim_object(second) if second else None,
        }


class _Side:
    """One statement with its figures."""

    def __init__(self, text: str, published: datetime.date | None) -> None:
        self.text = text
        self._published = published
        self.claims: list[Claim] = pipeline.read(Passage(text=text, published=published))

    @classmethod
    def read(cls, pair: dict[str, object], name: str) -> "_Side":
        """The side `a` or `b` of a pair; `_NoPairError` says what is wrong with it."""
        text, day = pair.get(f"{name}_text"), pair.get(f"{name}_date")
        if not isinstance(text, str):
            raise _NoPairError(f"The pair's {name}_text is missing or is not a string.")
        try:
            published = None if day is None else datetime.datetime.fromisoformat(str(day)).date()
        except ValueError:
            raise _NoPairError(f"The pair's {name}_date is not an ISO 8601 day.") from None
        return cls(text, published)

    def of(self, claim: Claim) -> "Statement":
        """One of the side's claims as a statement to be judged."""
        from app.comparison.statement import Statement

        return Statement(claim=claim, published=self._published, text=self.text)
