"""How wide the columns of the grid are: numbers and dates get what they need, names give way, words take the rest."""

from collections.abc import Mapping, Sequence

from app.services.claims.grid_columns import Column
from app.ui.claims.cells import EDGE, face
from app.ui.claims.header import PAD
from app.ui.claims.model import ClaimsModel
from app.ui.look import type as steps

WIDTHS = {Column.STATE: 46, Column.BASIS: 196, Column.SPEAKER: 140, Column.REACH: 66}
NARROW = {Column.STATE: 46, Column.BASIS: 132, Column.SPEAKER: 108, Column.REACH: 60}
MORE = {
    Column.KIND: 88,
    Column.UNIT: 72,
    Column.STANCE: 80,
    Column.TOPICS: 140,
    Column.TITLE: 180,
    Column.CONFIDENCE: 76,
}
LEAST = {
    Column.FIGURE: 96,
    Column.LOW: 52,
    Column.HIGH: 56,
    Column.OUTLET: 84,
    Column.PUBLISHED: 84,
    Column.DECIDED: 84,
}
"""Columns that are as wide as what they say, and no narrower than this."""
MOST = {Column.FIGURE: 240, Column.OUTLET: 136}
"""Pixels of words up to which two of these grow."""
GIVES = (Column.BASIS, Column.SPEAKER, Column.OUTLET, Column.TOPICS, Column.TITLE)
WIDE = {Column.BASIS: 320, Column.SPEAKER: 184}
"""How wide columns become, one after the other, where the words have more room than `AMPLE`."""
LEAST_WORDS, AMPLE = 150, 380
LEAST_NAME = 84
ROOMY = 1100
LEFT_OUT = {
    Column.REACH: 1060,
    Column.OUTLET: 860,
    Column.LOW: 720,
    Column.HIGH: 720,
    Column.PUBLISHED: 680,
    Column.SPEAKER: 600,
}
"""Columns that narrower tables than this have no room for beside figure, basis and words, those first that are missed
least; the tooltip and the accessible text of a row say them."""


def fitted(widest: "Widest", shown: Sequence[Column], room: int, by_hand: Mapping[Column, int]) -> dict[Column, int]:
    """Widths in pixels of the columns that are shown, in a table as wide as `room`; those set by hand stay."""
    first = (WIDTHS if room >= steps.scaled(ROOMY) else NARROW) | MORE
    widths = {column: steps.scaled(first[column]) for column in shown if column in first}
    for column in shown:
        if column in LEAST:
            widths[column] = widest.of(column)
    if shown[-1] in widths:
        # Rows end with more air than cells.
        widths[shown[-1]] += steps.scaled(EDGE - PAD)
    widths |= {column: wide for column, wide in by_hand.items() if column in shown}
    if Column.WORDS not in shown or Column.WORDS in by_hand:
        return _with_last(widths, shown, room)
    left = room - sum(widths.values()) - steps.scaled(EDGE)
    for column in GIVES:
        if column in widths and column not in by_hand:
            spare = min(widths[column] - steps.scaled(LEAST_NAME), steps.scaled(LEAST_WORDS) - left)
            if spare > 0:
                widths[column] -= spare
                left += spare
    for column in WIDE:
        if column in widths and column not in by_hand:
            more = min(steps.scaled(WIDE[column]) - widths[column], left - steps.scaled(AMPLE))
            if more > 0:
                widths[column] += more
                left -= more
    widths[Column.WORDS] = max(left + steps.scaled(EDGE), steps.scaled(96))
    return widths


class Widest:
    """How wide the words are that the columns of `LEAST` have said so far."""

    def __init__(self, model: ClaimsModel) -> None:
        self._model = model
        self._wide: dict[Column, float] = {}
        model.modelReset.connect(self._wide.clear)

    def of(self, column: Column) -> int:
        """The width that a column needs, in pixels."""
        wide = self._wide.get(column, 0.0)
        if column in MOST:
            wide = min(wide, steps.scaled(MOST[column]))
        if column is Column.FIGURE:
            wide += steps.scaled(7)
        return max(round(wide + 0.5) + 2 * steps.scaled(PAD), steps.scaled(LEAST[column]))

    def measure(self, shown: Sequence[Column]) -> None:
        """Look at the lines that came since, in the columns that are shown; in a new one, at all lines."""
        fresh = self._model.fresh()
        for column in LEAST:
            if column not in shown:
                self._wide.pop(column, None)
                continue
            lines = fresh if column in self._wide else self._model.known()
            if not lines:
                continue
            # As the cells are painted: what is measured here need not be measured there.
            wide = face(steps.font("body", 600 if column is Column.FIGURE else 400)).wide
            widest = max(map(wide, {self._model.words.of(column, line) for line in lines}))
            self._wide[column] = max(widest, self._wide.get(column, 0.0))


def _with_last(widths: dict[Column, int], shown: Sequence[Column], room: int) -> dict[Column, int]:
    """Without the words to take it, what is left goes to the last column, so that rows end at the edge."""
    left = room - sum(widths.values())
    if left > 0:
        widths[shown[-1]] += left
    return widths
