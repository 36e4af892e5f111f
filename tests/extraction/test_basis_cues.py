"""The tables of cues hold together: a word list that says when a pattern is tried hides no alternative of it."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from re import _parser as parser  # type: ignore[attr-defined]  # the standard library's only reader of patterns
from typing import Any

import pytest

from app.extraction.basis import baselines, kinds, prices, rates, scopes, statuses
from app.extraction.basis.cue import Cue, Table

TABLES = {
    "baselines": baselines.TABLE,
    "kinds": kinds.TABLE,
    "prices": prices.TABLE,
    "rates": rates.TABLE,
    "scopes": scopes.TABLE,
    "statuses": statuses.TABLE,
}
_MOST = 3000
"""Examples of one pattern; where its branches allow more, each branch stands in some of them."""


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES.keys())
def test_every_alternative_of_a_cue_holds_a_word_that_has_it_tried(table: Table) -> None:
    assert {cue.words: hidden for cue in table.cues if (hidden := list(islice(_hidden(cue), 5)))} == {}


def test_an_example_stands_for_every_branch_of_a_pattern() -> None:
    assert sorted(set(_examples(parser.parse("would (?:likely|probably) |(?:can|may) [a-z]+")))) == [
        "can a",
        "may a",
        "would likely ",
        "would probably ",
    ]


def _hidden(cue: Cue) -> Iterator[str]:
    """Words that a cue's pattern matches though none of them has it tried."""
    pattern, seen = re.compile(rf"\b(?:{cue.words})"), set(cue.seen.split())
    for example in _examples(parser.parse(cue.words)):
        for sentence in (
            example,
            f"{example} q",
            f"7 {example} q",
            f"{example} 7",
            f"{example}.",
            f"million {example} q",
        ):
            match = pattern.search(sentence)
            if match and match[0].strip() and seen.isdisjoint(re.findall(r"[a-z]+|\d+", match[0])):
                yield match[0]


def _examples(tokens: Iterable[Any]) -> list[str]:
    """Strings that a parsed pattern may match, all of them where they are few; what stands around it is left out."""
    parts = [_part(str(token), argument) for token, argument in tokens]
    longest = max(map(len, parts), default=1)
    if len(found := list(islice(("".join(one) for one in product(*parts)), _MOST))) < _MOST:
        return found
    return ["".join(part[at % len(part)] for part in parts) for at in range(longest)]


def _part(token: str, argument: Any) -> list[str]:
    match token:
        case "LITERAL":
            return [chr(argument)]
        case "IN":
            return [_member(argument)]
        case "BRANCH":
            return [example for branch in argument[1] for example in _examples(branch)]
        case "SUBPATTERN":
            return _examples(argument[3])
        case "MAX_REPEAT" | "MIN_REPEAT":
            fewest, _, repeated = argument
            some = _examples(repeated)
            return ["".join([one] * fewest) for one in some] + ([] if fewest else some)
        case "ASSERT" | "ASSERT_NOT" | "AT":
            return [""]
    return ["q"]


def _member(members: list[tuple[Any, Any]]) -> str:
    """A character of a class, a blank where it has one."""
    if str(members[0][0]) == "NEGATE":
        return "q"
    literals = [chr(argument) for token, argument in members if str(token) == "LITERAL"]
    ranges = [chr(argument[0]) for token, argument in members if str(token) == "RANGE"]
    return next((one for one in literals if one == " "), (literals or ranges or ["q"])[0])
