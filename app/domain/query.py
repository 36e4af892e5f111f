"""A query as text: free words, phrases in double quotes, and terms such as `money:>=90m`, each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_TERM = re.compile(
    r"""(?P<excluded>-(?=\S))?
        (?:(?P<key>[A-Za-z]+):)?
        (?:"(?P<quoted>[^"]*)"? | (?P<plain>[^\s"]+))?""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"[^\s\"]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One part of a query. `key` is empty for words that are searched for; `start` and `end` place it in the text."""

    key: str
    value: str
    start: int
    end: int
    excluded: bool = False
    quoted: bool = False

    @property
    def words(self) -> str:
        """The term as it is typed."""
        return written(self.key, self.value, excluded=self.excluded, quoted=self.quoted)


def terms(text: str) -> tuple[Term, ...]:
    """The parts of a query in their order; anything that is typed has some reading."""
    found, at = [], 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _TERM.match(text, at)
        assert match is not None
        end = max(match.end(), at + 1)
        value = match["quoted"] if match["quoted"] is not None else match["plain"] or ""
        key = (match["key"] or "").lower()
        if key or value:
            found.append(
                Term(
                    key=key,
                    value=value.strip(),
                    start=at,
                    end=end,
                    excluded=match["excluded"] is not None,
                    quoted=match["quoted"] is not None,
                )
            )
        at = end
    return tuple(found)


def written(key: str, value: str, *, excluded: bool = False, quoted: bool = False) -> str:
    """A term as text, its value in double quotes where it has spaces."""
    clean = value.replace('"', " ").strip()
    if quoted or not _PLAIN.fullmatch(clean):
        clean = f'"{clean}"'
    return ("-" if excluded else "") + (f"{key}:" if key else "") + clean


def values(text: str, key: str) -> tuple[str, ...]:
    """What a key is asked for in a query; what is excluded is left out."""
    return tuple(term.value for term in terms(text) if term.key == key and not term.excluded)


def with_values(text: str, key: str, chosen: Sequence[str]) -> str:
    """The query with these values of a key in the place of those that it asked for; nothing else is changed.

    What it excludes stays, unless it is one of these values.
    """
    own = [term for term in terms(text) if term.key == key]
    gone = [term for term in own if not term.excluded or term.value in chosen]
    new = " ".join(written(key, value) for value in chosen)
    at = next((term.start for term in gone if not term.excluded), len(text))
    parts, last = [], 0
    for term in gone:
        parts.append(text[last : term.start])
        if term.start == at:
            parts.append(new)
        last = term.end
    parts.append(text[last:])
    if at == len(text):
        parts.append(f" {new}")
    return " ".join("".join(parts).split()) if '"' not in text + new else _folded("".join(parts))


def excluding(text: str, key: str, value: str) -> str:
    """The query with a value of a key left out; it is asked for no longer, if it was."""
    left = with_values(text, key, [one for one in values(text, key) if one != value])
    out = written(key, value, excluded=True)
    return left if any(term.words == out for term in terms(left)) else f"{left} {out}".strip()


def without(text: str, *keys: str) -> str:
    """The query without what it says of these keys, excluded or asked for."""
    kept, last = "", 0
    for term in terms(text):
        if term.key in keys:
            kept += text[last : term.start]
            last = term.end
    return _folded(kept + text[last:])


def _folded(text: str) -> str:
    """One space between terms; spaces inside quotes stay."""
    return " ".join(text[term.start : term.end] for term in terms(text))
