"""Claims and articles in an order, held as four bytes each: what they say is looked up a page at a time."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from sys import byteorder
from typing import overload

from app.domain.listing import ArticleRow, ClaimLine
from app.store.project import Project

AT_ONCE = 500
"""Ids that are looked up together."""


class Numbered:
    """Rows of a project by their numbers, in the order of a list."""

    __slots__ = ("_project", "numbers")

    def __init__(self, project: Project, numbers: "array[int]") -> None:
        self._project = project
        self.numbers = numbers
        """The row numbers, in the order of the list; not to be changed."""

    def __len__(self) -> int:
        return len(self.numbers)

    def place(self, number: int) -> int | None:
        """The place of a row number: found among the bytes, which takes milliseconds in a list of a million."""
        whole, size = self.numbers.tobytes(), self.numbers.itemsize
        wanted, at = number.to_bytes(size, byteorder), -1
        while (at := whole.find(wanted, at + 1)) >= 0:
            if at % size == 0:
                return at // size
        return None

    def places(self, numbers: Sequence[int]) -> list[int]:
        """The places of those of these row numbers that are listed, from top to bottom."""
        if len(numbers) < _FEW:
            return sorted(at for number in numbers if (at := self.place(number)) is not None)
        wanted = set(numbers)
        return [at for at, number in enumerate(self.numbers) if number in wanted]


class Listed(Numbered, Sequence[str]):
    """Ids of claims, read from the project when they are asked for; a claim that is gone by then has an empty one."""

    __slots__ = ()

    @overload
    def __getitem__(self, at: int) -> str: ...

    @overload
    def __getitem__(self, at: slice) -> list[str]: ...

    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return self._ids(self.numbers[at])
        return self._ids(array(self.numbers.typecode, [self.numbers[at]]))[0]

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), AT_ONCE):
            yield from self[start : start + AT_ONCE]

    def __contains__(self, claim_id: object) -> bool:
        return isinstance(claim_id, str) and self.position(claim_id) is not None

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Listed):
            return self.numbers == other.numbers
        return list(self) == other

    __hash__ = None  # type: ignore[assignment]

    def position(self, claim_id: str) -> int | None:
        """The place of a claim, None where it is not listed."""
        with self._project.reading() as store:
            found = store.claims.numbers_of([claim_id])
        return self.place(found[0]) if found else None

    def index(self, claim_id: str, start: int = 0, stop: int | None = None) -> int:
        """The place of a claim; `ValueError` where it is not listed."""
        at = self.position(claim_id)
        if at is None or not start <= at < (len(self) if stop is None else stop):
            raise ValueError(f"{claim_id} is not listed")
        return at

    def without(self, at: int) -> "Listed":
        """The same but for what stands at a place."""
        return Listed(self._project, self.numbers[:at] + self.numbers[at + 1 :])

    def taken(self, stretches: Iterable[tuple[int, int]]) -> "Listed":
        """What stands in these stretches, each from its first place to its last."""
        numbers = array(self.numbers.typecode)
        for first, last in stretches:
            numbers.extend(self.numbers[first : last + 1])
        return Listed(self._project, numbers)

    def lines(self, first: int, last: int, *, reach: bool = True) -> dict[int, ClaimLine]:
        """The lines from one place to before another, by their places; claims that are gone are left out.

        Without `reach`, how many articles and origins print the same figure is 0: where many do, that takes longest.
        """
        numbers = self.numbers[first:last]
        with self._project.reading() as store:
            found = store.claims.numbered_lines(numbers, reach=reach)
        return {at: found[number] for at, number in enumerate(numbers, first) if number in found}

    def reaches(self, places: Sequence[int]) -> dict[int, tuple[int, int]]:
        """How many articles and origins print the figures at these places, by place."""
        with self._project.reading() as store:
            found = store.claims.reaches([self.numbers[at] for at in places])
        return {at: found[number] for at in places if (number := self.numbers[at]) in found}

    def _ids(self, numbers: "array[int]") -> list[str]:
        with self._project.reading() as store:
            ids = store.claims.ids_of(numbers)
        return [ids.get(number, "") for number in numbers]


class ListedArticles(Numbered, Sequence[ArticleRow]):
    """Lines of the library, read from the project by the page when they are asked for; a few pages are held."""

    __slots__ = ("_pages",)

    def __init__(self, project: Project, numbers: "array[int]") -> None:
        super().__init__(project, numbers)
        self._pages: OrderedDict[int, dict[int, ArticleRow]] = OrderedDict()

    def line(self, at: int) -> ArticleRow | None:
        """The line at a place, counted from 0; None for an article that is gone."""
        page = self._page(at // PAGE)
        return page.get(self.numbers[at])

    @overload
    def __getitem__(self, at: int) -> ArticleRow: ...

    @overload
    def __getitem__(self, at: slice) -> list[ArticleRow]: ...

    def __getitem__(self, at: int | slice) -> ArticleRow | list[ArticleRow]:
        """The line at a place, or those of a stretch that are not gone; `IndexError` where there is none."""
        if isinstance(at, slice):
            found = (self.line(one) for one in range(*at.indices(len(self))))
            return [line for line in found if line is not None]
        line = self.line(range(len(self))[at])
        if line is None:
            raise IndexError(at)
        return line

    def __iter__(self) -> Iterator[ArticleRow]:
        for start in range(0, len(self), PAGE):
            yield from self[start : start + PAGE]

    def __contains__(self, row: object) -> bool:
        return isinstance(row, ArticleRow) and self.position(row.article_id) is not None

    def position(self, article_id: str) -> int | None:
        """The place of an article, None where it is not listed."""
        with self._project.reading() as store:
            number = store.articles.number_of(article_id)
        return None if number is None else self.place(number)

    def ids(self) -> list[str]:
        """The id of every article that is not gone, in the order of the list."""
        with self._project.reading() as store:
            found = store.articles.ids_of(self.numbers)
        return [found[number] for number in self.numbers if number in found]

    def _page(self, at: int) -> dict[int, ArticleRow]:
        page = self._pages.get(at)
        if page is None:
            with self._project.reading() as store:
                page = self._pages[at] = store.articles.lines(self.numbers[at * PAGE : (at + 1) * PAGE])
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(at)
        return page


PAGE, PAGES = 100, 20
"""Lines of the library that are read at once, and pages that are held: a window shows a small part of one."""
_FEW = 12
"""Numbers up to which each is looked for by itself."""
