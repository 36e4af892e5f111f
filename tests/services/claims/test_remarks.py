"""Notes, tags and flags, on claims and on articles alike."""

import pytest

from app.domain.errors import UserError
from app.domain.listing import Facet
from app.domain.remark import Remark
from app.services.claims.remarks import Remarks
from app.services.desk import Desk
from app.services.project.history import History
from app.store.project import Project


@pytest.fixture
def remarks(project: Project) -> Remarks:
    """Its remarks."""
    return Remarks(project)


@pytest.mark.parametrize("name", ["wire £40m", "wire"])
def test_a_note_is_kept_changed_taken_away_and_undone(
    remarks: Remarks, project: Project, ids: dict[str, str], name: str
) -> None:
    subject = ids[name]
    changes = remarks.set_note(subject, " Ask the buyer. ")
    assert changes.claims | changes.articles == {subject}
    assert remarks.note(subject) == "Ask the buyer."
    assert changes.act.startswith("note on ")
    remarks.set_note(subject, "He confirms it.")
    assert remarks.note(subject) == "He confirms it."
    assert not remarks.set_note(subject, "He confirms it.")
    remarks.set_note(subject, "")
    assert remarks.note(subject) == ""
    for note in ("He confirms it.", "Ask the buyer.", ""):
        History(project).undo()
        assert remarks.note(subject) == note


def test_tags_are_one_set_whatever_their_capitals(remarks: Remarks, project: Project, ids: dict[str, str]) -> None:
    remarks.set_tags(ids["wire £40m"], ["Price", " to  check ", "", "price"])
    remarks.set_tags(ids["wire"], ["PRICE"])
    assert remarks.tags(ids["wire £40m"]) == ("Price", "to check")
    assert remarks.tags(ids["wire"]) == ("Price",)
    assert remarks.all_tags() == [Facet(value="Price", count=2), Facet(value="to check", count=1)]
    assert remarks.all_tags("art_") == [Facet(value="Price", count=1)]
    remarks.set_tags(ids["wire £40m"], ["to check"])
    assert remarks.tags(ids["wire £40m"]) == ("to check",)
    History(project).undo()
    assert remarks.tags(ids["wire £40m"]) == ("Price", "to check")


def test_flags_come_back_the_last_first(remarks: Remarks, ids: dict[str, str]) -> None:
    assert remarks.set_flag(ids["wire £40m"], True).act == "flag £40m"
    remarks.set_flag(ids["wire"], True)
    assert not remarks.set_flag(ids["wire"], True)
    assert remarks.flagged() == [ids["wire"], ids["wire £40m"]]
    assert remarks.flagged("clm_") == [ids["wire £40m"]]
    assert remarks.of(list(ids.values())) == {
        ids["wire"]: Remark(flagged=True), ids["wire £40m"]: Remark(flagged=True)
    }  # fmt: skip
    assert remarks.set_flag(ids["wire"], False).act.startswith("unflag ")
    assert not remarks.is_flagged(ids["wire"])


def test_what_is_gone_cannot_be_remarked_on(remarks: Remarks, project: Project, ids: dict[str, str]) -> None:
    History(project).undo()
    for name in ("wire £40m", "wire"):
        with pytest.raises(UserError) as told:
            remarks.set_note(ids[name], "Too late.")
        assert told.value.reason == "gone"


def test_a_later_version_takes_the_remarks_along(desk: Desk) -> None:
    def pasted(more: str) -> str:
        said = "Title: Pier\nOutlet: Quay Post\nURL: https://quay.example/pier\n\n"
        return (
            desk.importing.pasted(f"{said}The pier costs £40m a year, the port says. {more}").files[0].article_id or ""
        )

    article = pasted("It is old.")
    (claim,) = (one.claim_id for one in desk.library.claims(article))
    desk.remarks.set_note(claim, "Ask the buyer.")
    desk.remarks.set_tags(article, ["pier"])
    newer = pasted("It is new.")
    (carried,) = (one.claim_id for one in desk.library.claims(newer))
    assert newer != article
    assert desk.remarks.note(carried) == "Ask the buyer."
    assert desk.remarks.tags(newer) == ("pier",)
