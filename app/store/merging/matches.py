"""What two projects have in common under other ids: articles that both imported, their claims, topics of one name."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.store import articles as kept_articles

_SOURCES = "SELECT article_id, family, text_sha256, outlet, url FROM article ORDER BY family, version"


@dataclass(slots=True)
class Matches:
    """Found once, before anything is merged."""

    ours: Connection
    theirs: Connection
    ids: dict[str, str] = field(default_factory=dict)
    """Their ids of what this project has under others."""
    families: dict[str, str] = field(default_factory=dict)
    """Their families of which this project has a version, with what it calls them."""
    versions: dict[str, int] = field(default_factory=dict)
    """How many versions each family has here."""
    topic_names: dict[str, str] = field(default_factory=dict)
    """The names that topics have here, with their ids."""

    def __post_init__(self) -> None:
        self._articles()
        self._topics()

    def _articles(self) -> None:
        """Find the articles that both imported, and call their families alike."""
        mine = {row[0]: tuple(row) for row in self.ours.exec_driver_sql(_SOURCES)}
        of_text = defaultdict(list)
        for article_id, family, sha256, outlet, url in mine.values():
            of_text[sha256].append((article_id, outlet, url))
            self.versions[family] = self.versions.get(family, 0) + 1
        theirs = [tuple(row) for row in self.theirs.exec_driver_sql(_SOURCES)]
        named = {row[0] for row in theirs}
        for article_id, family, sha256, outlet, url in theirs:
            found = article_id
            if article_id not in mine:
                same = (
                    one
                    for one, other, page in of_text[sha256]
                    if one not in named and kept_articles.one_source((outlet, url), (other, page))
                )
                found = next(same, article_id)
            if found in mine:
                self.families.setdefault(family, mine[found][1])
            if found != article_id:
                self.ids[article_id] = found
                named.add(found)
                self._claims(article_id, found)

    def _claims(self, theirs: str, ours: str) -> None:
        spans = "SELECT char_start, char_end, kind, claim_id FROM claim WHERE article_id = ?"
        here = {tuple(row[:3]): row[3] for row in self.ours.exec_driver_sql(spans, (ours,))}
        for *span, claim_id in self.theirs.exec_driver_sql(spans, (theirs,)):
            if (found := here.pop(tuple(span), None)) is not None:
                self.ids[claim_id] = found

    def _topics(self) -> None:
        asked = "SELECT topic_id, name, kind FROM topic"
        mine = {row[0]: (row[1].casefold(), row[2]) for row in self.ours.exec_driver_sql(asked)}
        self.topic_names = {name: topic_id for topic_id, (name, _) in mine.items()}
        theirs = [tuple(row) for row in self.theirs.exec_driver_sql(asked)]
        known = {row[0] for row in theirs}
        for topic_id, name, kind in theirs:
            found = self.topic_names.get(name.casefold())
            if topic_id not in mine and found is not None and found not in known and mine[found][1] == kind:
                self.ids[topic_id] = found
