"""How groups of claims and a claim's basis are named on screens and in tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLabel:
    """The name of a group of claims: a basis, speaker, day or origin. `key` sorts groups and is equal within one."""

    kind: str
    detail: str
    key: tuple[int, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One slot of the basis. `known` is false for what the words do not say; then the text ends in a question mark."""

    text: str
    known: bool = True
    by_analyst: bool = False
