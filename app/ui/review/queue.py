"""Which claim is on the card: a place in the queue, or a decided one that is looked at again."""

from collections.abc import Collection, Sequence

from app.services.listed import Listed


class Queue:
    """Keeps its place while the waiting claims change under it."""

    def __init__(self) -> None:
        self._waiting: Sequence[str] = ()
        self._at = 0
        self._wanted: str | None = None
        """The waiting claim that shall be on the card after the next reading."""
        self._looked_at: str | None = None
        self._again: str | None = None
        """A decided claim that was written again: if it waits once more, it comes back on the card."""
        self._trail: list[str] = []
        self._decided: set[str] = set()
        self._touched: set[str] = set()
        """Decided claims that were written since, and may wait again."""

    def read(self, waiting: Sequence[str]) -> None:
        """Take the waiting claims as they are now, and stay at the claim that was wanted, or at its place."""
        self._waiting = waiting
        self._decided -= {one for one in self._touched if one in waiting}
        self._touched.clear()
        if self._again is not None and self._again in self._waiting:
            self._trail.pop()
            self._put(self._again)
        elif self._wanted is not None and self._wanted in self._waiting:
            self._go(self._waiting.index(self._wanted))
        else:
            self._go(self._at)
        self._again = None

    def current(self) -> str | None:
        """The claim on the card, None where nothing waits and nothing is looked at."""
        return self._looked_at or self._wanted

    def left(self) -> int:
        """How many claims wait."""
        return len(self._waiting)

    def share(self) -> float:
        """How much of what waited is decided, 0 to 1."""
        whole = len(self._decided) + len(self._waiting)
        return len(self._decided) / whole if whole else 1.0

    def step(self, by: int) -> None:
        """Go on or back in the queue, stopping at its ends."""
        self._leave()
        self._go(self._at + by)

    def back(self) -> None:
        """The card that was shown before, decided or not."""
        while self._trail:
            before = self._trail.pop()
            if before != self.current():
                self._put(before)
                return
        self._go(self._at - 1)

    def before(self) -> str | None:
        """The card that was shown before this one."""
        return next((one for one in reversed(self._trail) if one != self.current()), None)

    def look_at(self, claim_id: str) -> None:
        """Put any claim on the card."""
        if claim_id != self.current():
            self._leave()
            self._put(claim_id)

    def decided(self) -> None:
        """The claim on the card was decided: the next one comes with the next reading."""
        claim_id = self.current()
        if claim_id is None:
            return
        self._leave()
        self._decided.add(claim_id)
        if claim_id == self._wanted:
            after = self._waiting[self._at + 1 : self._at + 2] or self._waiting[max(self._at - 1, 0) : self._at]
            self._waiting = _without(self._waiting, self._at)
            self._wanted = after[0] if after else None

    def decided_together(self, claims: Collection[str]) -> None:
        """These were decided at once, the one on the card perhaps among them."""
        ids = set(claims)
        if self.current() in ids:
            after = (self._waiting[at] for at in range(self._at, len(self._waiting)))
            before = (self._waiting[at] for at in range(len(self._waiting) - 1, -1, -1))
            wanted = next((one for each in (after, before) for one in each if one not in ids), None)
            self.decided()
            self._wanted = wanted
        self._decided.update(ids)

    def begin(self, waiting: Sequence[str]) -> None:
        """Take the waiting claims in another order, from its first."""
        self._leave()
        self._waiting = waiting
        self._go(0)

    def brought_back(self, claims: Collection[str]) -> None:
        """These were written; the one decided last comes back on the card if it waits again, as after an undo."""
        self._touched |= self._decided.intersection(claims)
        last = self._trail[-1] if self._trail else None
        self._again = last if last in self._decided and last in claims else None

    def _put(self, claim_id: str) -> None:
        if claim_id in self._waiting:
            self._looked_at = None
            self._go(self._waiting.index(claim_id))
        else:
            self._looked_at = claim_id

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), max(len(self._waiting) - 1, 0))
        self._wanted = self._waiting[self._at] if self._waiting else None

    def _leave(self) -> None:
        if (claim_id := self.current()) is not None:
            self._trail.append(claim_id)
        self._looked_at = None


def _without(waiting: Sequence[str], at: int) -> Sequence[str]:
    """What waits but for the claim at a place."""
    return waiting.without(at) if isinstance(waiting, Listed) else [*waiting[:at], *waiting[at + 1 :]]
