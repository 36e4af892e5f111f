"""The columns of the grid."""

from enum import IntEnum

from app.services.grid_columns import GridColumn


class Column(IntEnum):
    """The columns in their first order; those from KIND on are shown only where they are asked for."""

    STATE = 0
    FIGURE = 1
    LOW = 2
    HIGH = 3
    BASIS = 4
    SPEAKER = 5
    OUTLET = 6
    PUBLISHED = 7
    REACH = 8
    WORDS = 9
    KIND = 10
    UNIT = 11
    STANCE = 12
    TOPICS = 13
    TITLE = 14
    CONFIDENCE = 15
    DECIDED = 16

    @property
    def exported(self) -> GridColumn:
        """The column as services and files know it."""
        return GridColumn[self.name]


FIRST_SHOWN = frozenset(column for column in Column if column < Column.KIND)
NUMBERS = frozenset({Column.LOW, Column.HIGH, Column.REACH})
