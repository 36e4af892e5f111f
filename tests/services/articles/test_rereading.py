"""Stored texts read again: shown first, one act, and no decision touched."""

from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.conventions import HABIT, Conventions
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ArticleFilter
from app.domain.span import Span
from app.extraction import pipeline
from app.services import reading
from app.services.articles import rereading
from app.services.articles.rereading import Fate, Progress
from app.services.desk import Desk

DOLLARS = "The pier cost $5m a year. A roof for $7m was signed on 03/04/2025. The crane took $9m, Ada Fenwick said.\n"


@pytest.fixture
def pier(desk: Desk, tmp_path: Path) -> str:
    """An article whose dollars and dates the project's settings decide."""
    path = tmp_path / "pier.txt"
    path.write_text(f"Title: The pier\nOutlet: Quay Post\nDate: 2025-06-01\n\n{DOLLARS}", encoding="utf-8")
    desk.importing.paths([path])
    (row,) = desk.library.rows(ArticleFilter(words="pier"))
    return row.article_id


def figures(desk: Desk, article_id: str) -> dict[str, str | None]:
    return {
        one.claim.surface: one.claim.figure.unit or one.claim.figure.date
        for one in desk.library.claims(article_id)
        if one.state is not State.REJECTED
    }


def claim_id(desk: Desk, article_id: str, words: str) -> str:
    return next(one.claim_id for one in desk.library.claims(article_id) if one.claim.surface == words)


def test_an_article_says_by_which_rules_it_was_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert desk.rereading.outdated() == []
    monkeypatch.setattr(pipeline, "RULES", pipeline.RULES + 1)
    assert desk.rereading.outdated() == desk.rereading.articles()
    desk.rereading.apply(desk.rereading.preview())
    assert desk.rereading.outdated() == []
    desk.history.undo()
    assert len(desk.rereading.outdated()) == 3


def test_reading_again_with_the_same_rules_changes_nothing(desk: Desk, pier: str) -> None:
    preview = desk.rereading.preview()
    assert not preview.alters
    assert preview.count(Fate.DECIDED) == 0
    assert not desk.rereading.apply(preview)
    assert desk.history.undoable() == "import an article"


def test_settings_are_followed_by_a_re_reading_but_decisions_stay(desk: Desk, pier: str) -> None:
    assert figures(desk, pier) == {"$5m a year": "USD", "$7m": "USD", "03/04/2025": "2025-04-03", "$9m": "USD"}
    desk.reviewing.decide([claim_id(desk, pier, "$7m")], State.ACCEPTED)
    desk.reviewing.set_basis(claim_id(desk, pier, "$9m"), {"kind": "total"})
    desk.settings.set_conventions(Conventions(month_first=True, currency="AUD"))
    preview = desk.rereading.preview([pier])
    (article,) = preview.articles
    told = [(step.before.claim.surface, step.fate) for step in article.steps if step.before]
    assert told == [
        ("$5m a year", Fate.CHANGED),
        ("$7m", Fate.DECIDED),
        ("03/04/2025", Fate.CHANGED),
        ("$9m", Fate.DECIDED),
    ]
    assert figures(desk, pier)["$5m a year"] == "USD"  # nothing is written by looking
    changes = desk.rereading.apply(preview)
    assert pier in changes.articles
    assert figures(desk, pier) == {"$5m a year": "AUD", "$7m": "USD", "03/04/2025": "2025-03-04", "$9m": "USD"}
    desk.history.undo()
    assert figures(desk, pier)["03/04/2025"] == "2025-04-03"


def test_what_is_read_no_more_goes_and_what_is_new_waits(
    desk: Desk, pier: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.reviewing.decide([claim_id(desk, pier, "$7m")], State.REJECTED)
    text = desk.library.article(pier).article.text
    monkeypatch.setattr(pipeline, "STAGES", pipeline.STAGES[2:])
    preview = desk.rereading.preview([pier])
    (article,) = preview.articles
    assert {step.before.claim.surface for step in article.steps if step.fate is Fate.GONE and step.before} == {
        "$5m a year",
        "$9m",
    } - {step.before.claim.surface for step in article.steps if step.fate is Fate.CHANGED and step.before}
    desk.rereading.apply(preview)
    assert claim_id(desk, pier, "$7m")
    monkeypatch.undo()
    desk.rereading.apply(desk.rereading.preview([pier]))
    (waiting,) = (one for one in desk.library.claims(pier) if one.claim.surface == "$5m a year")
    assert waiting.state is State.WAITING
    passage = reading.passage(desk.library.article(pier).article, HABIT)
    assert waiting.claim == next(claim for claim in pipeline.read(passage) if claim.surface == "$5m a year")
    assert waiting.claim.span.of(text) == "$5m a year"


def test_a_claim_made_by_hand_stays(desk: Desk, pier: str) -> None:
    text = desk.library.article(pier).article.text
    at = text.index("A roof for $7m")
    desk.reviewing.decide([claim_id(desk, pier, "$7m")], State.REJECTED)
    desk.pointing.keep(pier, desk.pointing.read(pier, Span(at, at + len("A roof for $7m"))).claim, {})
    preview = desk.rereading.preview([pier])
    assert not preview.alters
    assert preview.count(Fate.DECIDED) == 0
    desk.rereading.apply(preview)
    assert claim_id(desk, pier, "A roof for $7m")


def test_a_claim_under_a_topic_is_read_anew_and_stays_there(desk: Desk, pier: str) -> None:
    filed, refused = claim_id(desk, pier, "$5m a year"), claim_id(desk, pier, "$9m")
    topic_id, _ = desk.grouping.add("The pier", ["pier"], Kind.MONEY, [filed, refused])
    desk.grouping.keep_out([refused], topic_id)
    desk.settings.set_conventions(Conventions(currency="AUD"))
    desk.rereading.apply(desk.rereading.preview([pier]))
    assert (figures(desk, pier)["$5m a year"], figures(desk, pier)["$9m"]) == ("AUD", "AUD")
    assert [row.claim_id for row in desk.comparing.compare(topic_id).rows] == [filed]
    desk.history.undo()
    assert figures(desk, pier)["$5m a year"] == "USD"


def test_a_claim_under_a_topic_is_not_lost_where_it_is_read_no_more(desk: Desk, pier: str) -> None:
    at = desk.library.article(pier).article.text.index("03/04/2025")
    dated = next(one for one in desk.library.claims(pier) if one.claim.span.start == at)
    desk.grouping.add("Signed", ["signed"], Kind.DATE, [dated.claim_id])
    kept = desk.library.claims(pier)
    with desk.project.reading() as store:
        steps = rereading.compared(store, desk.library.article(pier), [])
    assert {step.before.claim_id: step.fate for step in steps.steps if step.before}[dated.claim_id] is Fate.DECIDED
    assert sum(step.fate is Fate.GONE for step in steps.steps) == len(kept) - 1


def test_a_claim_with_a_note_is_settled(desk: Desk, pier: str) -> None:
    desk.remarks.set_note(claim_id(desk, pier, "$5m a year"), "ask Ada")
    desk.settings.set_conventions(Conventions(currency="AUD"))
    desk.rereading.apply(desk.rereading.preview([pier]))
    assert figures(desk, pier)["$5m a year"] == "USD"


def test_rereading_tells_how_far_it_is_and_can_be_stopped(desk: Desk, pier: str) -> None:
    said: list[Progress] = []
    preview = desk.rereading.preview(progress=said.append, cancelled=lambda: len(said) == 2)
    assert preview.cancelled
    assert [step.done for step in said] == [1, 2]
    assert said[-1].total == 4
    assert len(preview.articles) == 2


def test_a_currency_that_there_is_not_is_refused(desk: Desk) -> None:
    for wrong in (Conventions(currency="QQQ"), Conventions(fiscal_start=13)):
        with pytest.raises(UserError):
            desk.settings.set_conventions(wrong)
    assert desk.settings.conventions() == Conventions()


def test_settings_are_kept_and_undone(desk: Desk, tmp_path: Path) -> None:
    wanted = Conventions(month_first=False, currency="MUR", fiscal_start=7)
    changes = desk.settings.set_conventions(wanted)
    assert changes.settings == {"set_date_order", "set_currency", "set_fiscal_start"}
    assert desk.settings.conventions() == wanted
    desk.history.undo()
    assert desk.settings.conventions() == Conventions()


def test_what_comes_in_follows_the_settings(desk: Desk, tmp_path: Path) -> None:
    desk.settings.set_conventions(Conventions(month_first=True, currency="CAD"))
    path = tmp_path / "pier.txt"
    path.write_text(f"Title: The pier\nOutlet: Quay Post\n\n{DOLLARS}", encoding="utf-8")
    desk.importing.paths([path])
    (row,) = desk.library.rows(ArticleFilter(words="pier"))
    assert figures(desk, row.article_id)["$5m a year"] == "CAD"
    assert figures(desk, row.article_id)["03/04/2025"] == "2025-03-04"
