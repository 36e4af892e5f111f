"""A topic's figures through time, through real articles and their versions."""

import datetime
from pathlib import Path

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.verdict import Verdict
from app.services.desk import Desk
from app.services.topics.timeline import Course, Moment
from tests.support.desks import topic_on


def _course(desk: Desk, topic_id: str, kind: str) -> Course:
    return next(
        course for course in desk.timelines.of(desk.comparing.compare(topic_id)).courses if course.label.kind == kind
    )


def _said(moments: tuple[Moment, ...]) -> list[tuple[str, datetime.date | None]]:
    return [(moment.row.figure, moment.day(of_event=False)) for moment in moments]


def test_each_basis_is_a_course_of_its_own_and_the_reference_comes_first(desk: Desk, topic_id: str) -> None:
    courses = desk.timelines.of(desk.comparing.compare(topic_id)).courses
    assert [course.label.kind for course in courses] == ["Per year", "One-off", "Total, 30 years"]
    assert _said(courses[0].moments) == [
        ("£80m a year", datetime.date(2025, 3, 3)),
        ("£80m a year", datetime.date(2025, 3, 4)),
        ("nearly £160m a year", datetime.date(2025, 3, 5)),
    ]
    last = courses[0].moments[-1]
    assert last.judgement is not None
    assert last.judgement.verdict is Verdict.CONFLICT


def test_a_reference_that_a_later_figure_replaces_says_so(desk: Desk) -> None:
    for day, amount in (("2025-03-01", "£300m"), ("2025-03-09", "£340m")):
        desk.importing.pasted(
            f"Outlet: Audit Weekly\nPublished: {day}\n\nTunnel {amount}\n\nAuditors now put the tunnel at {amount}."
        )
    kind, lines = desk.grouping.find(["tunnel"])
    topic_id, _ = desk.grouping.add("Tunnel", [], kind, [line.record.claim_id for line in lines])
    older = next(line.record.claim_id for line in lines if line.record.claim.surface == "£300m")
    courses = desk.timelines.of(desk.comparing.compare(topic_id, older)).courses
    became = {moment.row.figure: moment.became for course in courses for moment in course.moments}
    assert became == {"£300m": "replaced by £340m", "£340m": "replaces £300m"}


def test_a_decided_figure_no_longer_waits(desk: Desk, topic_id: str) -> None:
    first = _course(desk, topic_id, "Per year").moments[0]
    assert first.waiting
    desk.reviewing.decide([first.claim_id], State.ACCEPTED)
    assert [moment.waiting for moment in _course(desk, topic_id, "Per year").moments] == [False, True, True]


def test_a_figure_that_the_next_version_changes_stays_and_says_what_became_of_it(
    desk: Desk, topic_id: str, tmp_path: Path
) -> None:
    later = (
        "Title: A dearer bridge\nOutlet: Dock Gazette\nDate: 2025-03-09\n\n"
        "The bridge will cost nearly £190m a year, Ada Fenwick said. There is also a one-off £12m for the bridge's "
        "toll house. In total the bridge costs £2.4bn over 30 years.\n"
    )
    path = tmp_path / "gazette-2.txt"
    path.write_text(later, encoding="utf-8")
    desk.importing.paths([path])
    moments = {moment.row.figure: moment for moment in _course(desk, topic_id, "Per year").moments}
    old, new = moments["nearly £160m a year"], moments["nearly £190m a year"]
    assert old.became == "changed to nearly £190m a year on 9 March 2025"
    assert old.superseded
    assert old.successor == new.claim_id
    assert not new.superseded
    (total,) = _course(desk, topic_id, "Total, 30 years").moments
    assert total.day(of_event=False) == datetime.date(2025, 3, 5)


def test_undated_reports_come_last(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("Title: Letters\n\nThe bridge will cost £70m a year.\n", encoding="utf-8")
    desk.importing.paths([path])
    _, lines = desk.grouping.find(["bridge"])
    desk.grouping.file([line.record.claim_id for line in lines], topic_id)
    assert _said(_course(desk, topic_id, "Per year").moments)[-1] == ("£70m a year", None)


def test_the_event_is_the_period_that_a_figure_is_for(desk: Desk, topic_id: str) -> None:
    first = _course(desk, topic_id, "Per year").moments[0]
    assert first.day(of_event=True) is None
    desk.reviewing.set_basis(first.claim_id, {"period": "2031"})
    moments = {
        moment.claim_id: moment
        for course in desk.timelines.of(desk.comparing.compare(topic_id)).courses
        for moment in course.moments
    }
    assert moments[first.claim_id].day(of_event=True) == datetime.date(2031, 1, 1)


def test_counts_of_one_unit_are_also_seen_together_whatever_their_basis(desk: Desk) -> None:
    for number, text in enumerate(
        (
            "The queue for the ferry stood at 7,500 people in May.",
            "In all 7,900 people wait for the ferry.",
            "Some 12 boats serve the ferry.",
            "The queue for the ferry stands at 7,700 people.",
        )
    ):
        desk.importing.pasted(f"Outlet: Quay\nDate: 2025-06-0{number + 1}\n\nFerry\n\n{text}")
    topic_id = topic_on(desk, "The ferry", "ferry", Kind.QUANTITY)
    courses = desk.timelines.of(desk.comparing.compare(topic_id)).courses
    together = [course for course in courses if course.label.kind == "All bases"]
    assert [course.unit for course in together] == ["person"]
    assert [moment.line.record.claim.surface for moment in together[0].moments] == [
        "7,500 people",
        "7,900 people",
        "7,700 people",
    ]
    assert courses[-1] is together[0]


def test_amounts_on_two_bases_are_never_drawn_together(desk: Desk, topic_id: str) -> None:
    courses = desk.timelines.of(desk.comparing.compare(topic_id)).courses
    assert len({course.label.kind for course in courses}) > 1
    assert "All bases" not in {course.label.kind for course in courses}
