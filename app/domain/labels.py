"""A claim's basis as screens and tables show it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisLabel:
    """The name of a group of claims on one basis; `key` sorts the groups and is equal within one."""

    kind: str
    detail: str
    key: tuple[int, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One slot of the basis. `known` is false for what the words do not say; then the text ends in a question mark."""

    text: str
    known: bool = True
    by_analyst: bool = False
