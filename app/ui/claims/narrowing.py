"""The facets beside the grid: what the store counts, as groups of values that can be chosen."""

from collections.abc import Callable, Iterable

from app.domain.listing import ClaimFacets, Facet
from app.ui.widgets.facets import Group, Value

UNSTATED = "\N{EMPTY SET}"
"""Stands for "not stated" in a list of values, where an empty one would mean that nothing is chosen."""


def groups(facets: ClaimFacets, tr: Callable[[str], str]) -> tuple[Group, ...]:
    """Kind, basis, speaker and state; `tr` translates what is ours to say."""
    unstated = tr("not stated")

    def group(key: str, title: str, values: Iterable[Facet], *, ours: bool) -> Group:
        return Group(
            key=key,
            title=title,
            values=tuple(
                Value(
                    value=facet.value or UNSTATED,
                    words=(tr(facet.value) if ours else facet.value) if facet.value else unstated,
                    count=facet.count,
                )
                for facet in values
            ),
            short=True,
        )

    return (
        group("kind", tr("Kind"), facets.kinds, ours=True),
        group("basis", tr("Basis"), facets.bases, ours=True),
        group("speaker", tr("Said by"), facets.speakers, ours=False),
        group("state", tr("State"), facets.states, ours=True),
    )


def stored(chosen: str | None) -> str | None:
    """The chosen value as filters know it: "" for not stated, None for no choice."""
    return "" if chosen == UNSTATED else chosen
