"""Articles: versions, duplicates, details, the library's list."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.article import Article, Detail, Part, PartKind
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ArticleFilter
from app.domain.span import Span
from app.store.connecting import with_functions
from app.store.project import Project
from tests.store.harbour_articles import HARBOUR, article, claim

AT = "2026-02-14T09:30:00Z"


def add(project: Project, one: Article, **more: Any) -> str:
    with project.writing("import an article") as store:
        return store.articles.add(one, captured_at=AT, **more).article_id


def listed(project: Project, **narrowed: object) -> list[str]:
    with project.reading() as store:
        return [row.title for row in store.articles.rows(ArticleFilter(**narrowed))]  # type: ignore[arg-type]


def test_an_article_comes_back_as_it_was_given(project: Project) -> None:
    given = Article(
        text="😀 Title\n\nBody £1\n\nA comment\n\nIts answer",
        parts=(
            Part(kind=PartKind.TITLE, span=Span(0, 7)),
            Part(kind=PartKind.COMMENT, span=Span(18, 27), author="Ann"),
            Part(kind=PartKind.COMMENT, span=Span(29, 39), author=None, parent=1),
        ),
        raw=b"\x00\xff as found",
        media_type="text/html",
        title=Detail(value="😀 Title", evidence="h1"),
        published=Detail(value="2026-02-13T10:00:00Z", evidence="meta article:published_time"),
        url="https://example.org/a?b=1#c",
        language="en",
        country="GB",
        source_name="a.html",
        notes=("the page gives a date in the future; left out",),
    )
    article_id = add(project, given)
    with project.reading() as store:
        record = store.articles.get(article_id)
        assert store.articles.raw(article_id) == given.raw
    assert record.article == replace(given, raw=b"")
    assert record.version == 1
    assert record.origin_id == article_id
    assert record.captured_at == AT
    assert record.text_sha256 == hashlib.sha256(given.text.encode()).hexdigest()
    assert record.raw_sha256 == hashlib.sha256(given.raw).hexdigest()


def test_one_text_in_two_articles_is_kept_once(project: Project, path: Path) -> None:
    first = add(project, article(outlet="The Courier"))
    second = add(project, article(outlet="Evening Mail"))
    with project.reading() as store:
        assert [store.articles.get(one).article.text for one in (first, second)] == [HARBOUR, HARBOUR]
        assert store.articles.origin_of_text(article()) == first
        assert store.articles.origin_of_text(article("Another text")) is None
    with closing(with_functions(sqlite3.connect(path))) as other:
        assert other.execute("SELECT text_of(content) FROM plain_text").fetchall() == [(HARBOUR,)]


ADDRESS = "https://example.org/harbour"


@pytest.mark.parametrize(
    ("there", "again", "duplicate"),
    [
        ({}, {}, True),
        ({"outlet": "The Courier"}, {"outlet": "the courier"}, True),
        ({"outlet": "The Courier"}, {}, True),
        ({}, {"outlet": "The Courier", "url": ADDRESS}, True),
        ({"outlet": "The Courier"}, {"outlet": "Evening Mail"}, False),
        ({"outlet": "The Courier", "url": ADDRESS}, {"outlet": "The Courier", "url": f"{ADDRESS}?from=mail"}, True),
        ({"outlet": "The Courier", "url": ADDRESS}, {"outlet": "The Courier", "url": f"{ADDRESS}-2"}, False),
        ({"outlet": "The Courier", "url": ADDRESS}, {"outlet": "Courier", "url": ADDRESS}, True),
        ({"outlet": "The Courier", "url": f"{ADDRESS}?id=1"}, {"outlet": "Mail", "url": f"{ADDRESS}?id=2"}, False),
    ],
)
def test_a_duplicate_is_the_same_text_of_the_same_outlet_and_page(
    project: Project, there: dict[str, str], again: dict[str, str], *, duplicate: bool
) -> None:
    first = add(project, article(**there))
    with project.reading() as store:
        found = store.articles.find_duplicate(article(**again))
        assert (found is not None and found.article_id == first) is duplicate
        assert store.articles.find_duplicate(article("Another text", **again)) is None


def test_a_later_capture_is_a_version_beside_the_earlier(project: Project) -> None:
    first = add(project, article(url="https://example.org/harbour"))
    second = add(project, article(HARBOUR + " More."), replaces=first)
    third = add(project, article(HARBOUR + " Still more."), replaces=first)
    with project.reading() as store:
        assert [store.articles.get(one).version for one in (first, second, third)] == [1, 2, 3]
        assert store.articles.get(first).article.text == HARBOUR
        assert store.articles.get(third).origin_id == first
        (row,) = store.articles.rows(ArticleFilter())
        assert (row.article_id, row.version, row.versions, row.copies) == (third, 3, 3, 1)
        assert store.articles.facets().revised == 1


def test_an_earlier_capture_is_found_by_address_or_by_outlet_and_title(project: Project) -> None:
    first = add(project, article(url="https://example.org/harbour", outlet="The Courier"))
    newest = add(project, article(HARBOUR + " More.", url="https://example.org/harbour"), replaces=first)
    found = {
        "address": article("Quite another text", url="https://example.org/harbour"),
        "outlet and title": article(HARBOUR + " Again.", outlet="the courier"),
    }
    other = {
        "title alone": article(),
        "outlet alone": article("Another title\n\nText", outlet="The Courier"),
        "another page": article(outlet="The Courier", url="https://example.org/harbour-briefing"),
    }
    add(project, article("Morning briefing\n\nOne", outlet="The Courier", url="https://example.org/1"))
    with project.reading() as store:
        for one in found.values():
            earlier = store.articles.find_earlier(one)
            assert earlier is not None
            assert earlier.article_id in (first, newest)
        by_address = store.articles.find_earlier(found["address"])
        assert by_address is not None
        assert by_address.article_id == newest
        assert [name for name, one in other.items() if store.articles.find_earlier(one)] == []


def test_the_library_lists_newest_first_and_undated_last(project: Project) -> None:
    add(project, article("Undated\n\nText"))
    add(project, article("Old\n\nText.", published="2024-05-01"))
    add(project, article("New\n\nText!", published="2026-01-01T08:00:00Z"))
    assert listed(project) == ["New", "Old", "Undated"]


def test_the_library_counts_and_narrows(project: Project) -> None:
    wire = add(project, article("Wire\n\nFee £1m", outlet="Agency", published="2025-05-22"))
    add(project, article("Copy\n\nFee £1m,", outlet="The Courier", published="2025-05-23"), origin_id=wire)
    own = add(project, article("Own\n\nSum £2m", outlet="The Courier", published="2024-01-01"))
    with project.writing("read") as store:
        kept = store.claims.add(own, [claim("£2m", "2E6", text="Own\n\nSum £2m")])
    with project.reading() as store:
        facets = store.articles.facets()
        rows = {row.title: row for row in store.articles.rows(ArticleFilter())}
    assert (facets.articles, facets.waiting, facets.origins, facets.copies) == (3, 1, 2, 1)
    assert [(facet.value, facet.count) for facet in facets.outlets] == [("The Courier", 2), ("Agency", 1)]
    assert [(facet.value, facet.count) for facet in facets.years] == [("2025", 2), ("2024", 1)]
    assert (rows["Wire"].copies, rows["Wire"].first_of_origin) == (2, True)
    assert (rows["Copy"].copies, rows["Copy"].first_of_origin) == (2, False)
    assert listed(project, waiting=True) == ["Own"]
    assert listed(project, copies=True) == ["Copy"]
    assert listed(project, copies=False) == ["Wire", "Own"]
    assert listed(project, outlet="The Courier", year="2025") == ["Copy"]
    with project.writing("accept") as store:
        store.claims.set_state(kept, State.ACCEPTED, AT)
    assert listed(project, waiting=True) == []
    with project.reading() as store:
        assert next(row for row in store.articles.rows(ArticleFilter()) if row.title == "Own").accepted == 1


def test_within_a_day_a_known_time_comes_before_an_unknown_one(project: Project) -> None:
    wire = add(project, article("Morning copy\n\nA", published="2025-05-22"))
    add(project, article("Wire\n\nB", published="2025-05-22T16:45+01:00"), origin_id=wire)
    add(project, article("Later copy\n\nC", published="2025-05-22T18:00+01:00"), origin_id=wire)
    add(project, article("Undated copy\n\nD"), origin_id=wire)
    assert listed(project, copies=False) == ["Wire"]


def test_an_article_without_a_title_is_called_by_its_file(project: Project) -> None:
    add(project, Article(text="Text", parts=(), raw=b"Text", media_type="text/plain", source_name="note.txt"))
    assert listed(project) == ["note.txt"]


def test_an_article_that_an_undo_took_away_is_said_to_be_gone(project: Project) -> None:
    article_id = add(project, article())
    project.undo()
    with pytest.raises(UserError) as told, project.reading() as store:
        store.articles.get(article_id)
    assert told.value.reason == "gone"
    assert str(told.value) == "There is no such article in this project; if its import was undone, redo brings it back."
