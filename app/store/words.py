"""What people type into a search field, as an FTS5 query that cannot fail."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_TYPED = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile("[\u0300-\u036f]+")


def query(typed: str, columns: Sequence[str] = ()) -> str | None:
    """A query for rows with every word, the last one perhaps unfinished; words in double quotes stand together.

    None where nothing can be searched for, such as a lone quote or star.
    """
    phrases = []
    for match in _TYPED.finditer(_clean(typed)):
        if words := _searchable(match[1] or match[2] or ""):
            unfinished = match[1] is None and match.end() == len(typed.rstrip())
            phrases.append(_quoted(words) + ("*" if unfinished else ""))
    return _within(columns, " AND ".join(phrases)) if phrases else None


def any_of(terms: Iterable[str], columns: Sequence[str] = ()) -> str | None:
    """A query for rows with at least one of the terms, as typed or with an English plural; None for no terms."""
    phrases = [_quoted(form) for term in terms for form in _forms(_searchable(_clean(term)))]
    return _within(columns, " OR ".join(phrases)) if phrases else None


def forms(term: str) -> list[str]:
    """What `any_of` finds a term by, to be looked for in a text that is `spelled`."""
    return [spelled(form) for form in _forms(_searchable(_clean(term)))]


def spelled(text: str) -> str:
    """The words of a text as the index has them, small and without accents, a blank before and after each."""
    plain = text.lower()
    if not plain.isascii():
        plain = _MARK.sub("", unicodedata.normalize("NFD", plain))
    return f" {' '.join(_WORD.findall(plain))} "


def _forms(term: str) -> list[str]:
    if not term:
        return []
    found = [term, term + "s", term + "es"]
    if len(term) > 3 and term.endswith("s") and not term.endswith("ss"):
        found.append(term[:-1])
    return found


def _clean(typed: str) -> str:
    return "".join(" " if ord(character) < 32 else character for character in typed)


def _searchable(words: str) -> str:
    """The words, or nothing where the index would keep none of their characters."""
    return words.strip() if any(character.isalnum() for character in words) else ""


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


def _within(columns: Sequence[str], expression: str) -> str:
    return f"{{{' '.join(columns)}}} : ({expression})" if columns else expression
