"""Lists of words by the name of what they stand for, sought in one pass where they mostly are not there."""

import re
from collections.abc import Mapping


class Lexicon:
    """Names, each with the words that stand for it as alternatives of a pattern ("lev(?:y|ies)|vat").

    Texts are given in lower case: a pattern that ignores case takes five times as long.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._each = {name: re.compile(rf"\b(?:{some})\b") for name, some in words.items()}
        self._any = re.compile(rf"\b(?:{'|'.join(words.values())})\b")

    def named(self, text: str) -> frozenset[str]:
        """The names whose words stand in the text."""
        if self._any.search(text) is None:
            return frozenset()
        return frozenset(name for name, pattern in self._each.items() if pattern.search(text))

    def last(self, text: str) -> frozenset[str]:
        """The names whose words end last in the text."""
        if self._any.search(text) is None:
            return frozenset()
        ends = {
            name: max((m.end() for m in pattern.finditer(text)), default=-1) for name, pattern in self._each.items()
        }
        nearest = max(ends.values())
        return frozenset(name for name, end in ends.items() if end == nearest)
