"""What a person sees and presses in the claims grid, for the tests of its parts."""

from app.services.claims.grid_columns import Column
from app.ui.claims.screen import ClaimsScreen


def figures(claims: ClaimsScreen) -> list[str]:
    """The figures as printed, in the order of the rows."""
    table = claims.grid.table()
    return [str(table.index(at, Column.FIGURE).data()) for at in range(table.rowCount())]


def choose(claims: ClaimsScreen, group: str, value: str) -> None:
    """Choose a value of a facet."""
    claims.facets.choose({group: value})
    claims.facets.narrowed.emit()
