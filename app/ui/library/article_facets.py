"""What the library is narrowed by: groups of values with their counts, and the filter that a choice of them makes."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.listing import ArticleFacets, ArticleFilter, Facet
from app.ui.widgets.facets import FacetList, Group, Value


class ArticleFacetList(FacetList):
    """Each value has the count that the other choices leave it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("Narrow the articles"))

    def show_facets(self, facets: ArticleFacets, topics: Mapping[str, str]) -> None:
        """Show these; `topics` are names by id."""
        articles = (
            Value(value="", words=self.tr("All"), count=facets.every),
            Value(value="waiting", words=self.tr("With waiting claims"), count=facets.waiting),
            Value(value="decided", words=self.tr("All decided"), count=facets.decided),
            Value(value="revised", words=self.tr("New version"), count=facets.revised),
        )
        origin = (
            Value(value="first", words=self.tr("Independent"), count=facets.origins),
            Value(value="copy", words=self.tr("Copies"), count=facets.copies),
        )
        named = tuple(
            Value(value=one.value, words=topics[one.value], count=one.count)
            for one in facets.topics
            if one.value in topics
        )
        self.set_groups(
            (
                Group(key="articles", title=self.tr("Articles"), values=articles),
                Group(key="outlet", title=self.tr("Outlet"), values=_values(facets.outlets), short=True),
                Group(key="topic", title=self.tr("Topic"), values=named, short=True),
                Group(key="tag", title=self.tr("Tag"), values=_values(facets.tags), short=True),
                Group(key="origin", title=self.tr("Origin"), values=origin),
                Group(key="year", title=self.tr("Published"), values=_values(facets.years), short=True),
            )
        )

    def filter(self, words: str) -> ArticleFilter:
        """The filter that the choices and these words make."""
        chosen = self.chosen()
        state = chosen.get("articles")
        return ArticleFilter(
            words=words,
            waiting=state == "waiting",
            decided=state == "decided",
            revised=state == "revised",
            outlet=chosen.get("outlet"),
            year=chosen.get("year"),
            topic_id=chosen.get("topic"),
            tag=chosen.get("tag"),
            copies={"first": False, "copy": True}.get(chosen.get("origin", "")),
        )


def _values(facets: tuple[Facet, ...]) -> tuple[Value, ...]:
    return tuple(Value(value=one.value, words=one.value, count=one.count) for one in facets)
