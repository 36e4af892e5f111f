"""Articles into a project: what is new, a version, a copy or refused, in one act."""

import datetime
import logging
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
from app.services.articles.folders import files_in
from app.services.articles.importing import FileProgress, FileState, Follow, publication_day
from app.services.desk import Desk
from tests.support.desks import desk_on

TODAY = datetime.date(2026, 2, 1)
WIRE = (
    "The lease on the island base will cost £165m a year for the first three years, according to the text that both "
    "governments signed on Thursday. The yearly sum stays level until the fourteenth year and follows inflation after "
    "that, and the whole is put at £3.4bn in a note that was laid before Parliament on the same day."
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty project, on a day that stands still."""
    with closing(desk_on(tmp_path / "lease.counterclaim", today=TODAY)) as opened:
        yield opened


def written(folder: Path, name: str, body: str, **head: str) -> Path:
    path = folder / name
    lines = [f"{key.title()}: {value}" for key, value in head.items()]
    path.write_text("\n".join([*lines, "", body, ""]), encoding="utf-8")
    return path


def lease(folder: Path, name: str, cost: str, **head: str) -> Path:
    return written(folder, name, f"The lease costs £{cost} a year, the minister said.", **head)


def rows(desk: Desk) -> list:
    return desk.library.rows(ArticleFilter())


def test_an_article_is_kept_with_its_claims(desk: Desk, tmp_path: Path) -> None:
    path = lease(tmp_path, "a.txt", "165m", title="A lease", outlet="Harbour Daily", date="2025-05-23")
    report = desk.importing.paths([path])
    (file,) = report.files
    assert (file.state, file.claims, file.title, file.path) == (FileState.ADDED, 1, "A lease", str(path))
    assert file.article_id is not None
    kept = desk.library.article(file.article_id).article
    assert kept.source_name == "a.txt"
    (claim,) = desk.library.claims(file.article_id)
    assert claim.claim.span.of(kept.text) == "£165m a year"
    assert report.changes.articles == {file.article_id}
    assert report.changes.claims == {claim.claim_id}


def test_an_article_without_a_date_is_said_to_have_none(desk: Desk, tmp_path: Path) -> None:
    dated = lease(tmp_path, "a.txt", "165m", title="A lease", date="2025-05-23")
    undated = lease(tmp_path, "b.txt", "120m", title="Another lease")
    first, second = desk.importing.paths([dated, undated]).files
    assert first.reason == ""
    assert second.reason == "No publication date was found: “last year” and the like have no day to count from."


def test_the_same_text_is_a_duplicate_whatever_its_name(desk: Desk, tmp_path: Path) -> None:
    one = lease(tmp_path, "a.txt", "165m", title="A lease", outlet="Harbour Daily")
    other = lease(tmp_path, "b.txt", "165m", title="A lease", outlet="Harbour Daily")
    first, second = desk.importing.paths([one, other]).files
    assert second.state is FileState.DUPLICATE
    assert second.article_id == first.article_id
    assert second.reason == "the same text as “A lease” (Harbour Daily), which is in the project already"
    again = desk.importing.paths([one])
    assert again.count(FileState.DUPLICATE) == 1
    assert not again.changes
    assert len(rows(desk)) == 1


def test_a_verbatim_copy_by_another_outlet_is_kept_as_one_origin(desk: Desk, tmp_path: Path) -> None:
    paths = [
        lease(tmp_path, f"{outlet}.txt", "165m", title="A lease", outlet=outlet)
        for outlet in ("Harbour Daily", "Gazette", "Tidewater")
    ]
    report = desk.importing.paths(paths)
    assert report.count(FileState.ADDED) == 3
    assert {row.copies for row in rows(desk)} == {3}
    facets = desk.library.facets()
    assert (facets.articles, facets.origins) == (3, 1)
    assert desk.importing.paths(paths).count(FileState.DUPLICATE) == 3


def test_a_copy_too_short_to_be_told_by_its_words_is_one_origin_too(desk: Desk) -> None:
    for outlet in ("Harbour Daily", "Gazette"):
        desk.importing.pasted("It cost £5m.", outlet=outlet)
    assert len({row.origin_id for row in rows(desk)}) == 1
    assert len(rows(desk)) == 2


def test_what_the_reader_noted_is_said_of_the_file(desk: Desk, tmp_path: Path) -> None:
    head = {"title": "A lease", "outlet": "Harbour Daily"}
    note = "A publication date was left out: 2031-01-01 is in the future"
    files = []
    for name, cost, date in (("a", "165m", "2031-01-01"), ("b", "185m", "2031-01-01"), ("c", "185m", "2031-01-01")):
        files += desk.importing.paths([lease(tmp_path, f"{name}.txt", cost, **head, date=date)]).files
    assert [file.state for file in files] == [FileState.ADDED, FileState.VERSION, FileState.DUPLICATE]
    assert files[0].reason.startswith(note)
    assert files[1].reason.startswith(f"version 2 of “A lease” (Harbour Daily). {note}")
    assert files[2].reason.startswith("the same text as “A lease” (Harbour Daily), which is in the project already. ")
    assert note in files[2].reason


def test_the_moment_of_capture_is_written_as_every_other_moment_is(desk: Desk) -> None:
    (file,) = desk.importing.pasted("The lease costs £165m a year.").files
    assert file.article_id is not None
    captured = desk.library.article(file.article_id).captured_at
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", captured)


def test_a_changed_text_of_one_title_and_outlet_is_a_version(desk: Desk, tmp_path: Path) -> None:
    head = {"title": "A lease", "outlet": "Harbour Daily"}
    paths = [lease(tmp_path, "a.txt", "165m", **head), lease(tmp_path, "b.txt", "185m", **head)]
    first, second = desk.importing.paths(paths).files
    assert (second.state, second.reason) == (FileState.VERSION, "version 2 of “A lease” (Harbour Daily)")
    assert second.article_id != first.article_id
    (row,) = rows(desk)
    assert (row.version, row.versions) == (2, 2)
    assert first.article_id is not None
    assert "165m" in desk.library.article(first.article_id).article.text


def test_a_whole_import_is_one_undo(desk: Desk, tmp_path: Path) -> None:
    paths = [lease(tmp_path, f"{place}.txt", f"{place + 2}m") for place in range(3)]
    (tmp_path / "empty.txt").touch()
    desk.importing.paths([paths[0], tmp_path / "empty.txt", *paths[1:]])
    assert desk.history.undoable() == "import 4 files"
    desk.history.undo()
    assert rows(desk) == []
    assert desk.history.undoable() is None
    desk.history.redo()
    assert len(rows(desk)) == 3
    assert len(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)) == 3


def test_two_imports_are_two_acts(desk: Desk, tmp_path: Path) -> None:
    desk.importing.paths([lease(tmp_path, "a.txt", "2m")])
    desk.importing.pasted("The lease costs £3m a year, the minister said.")
    assert desk.history.undoable() == "import an article"
    desk.history.undo()
    assert len(rows(desk)) == 1


def test_cancelling_keeps_what_was_finished(desk: Desk, tmp_path: Path) -> None:
    paths = [lease(tmp_path, f"{place}.txt", f"{place + 2}m") for place in range(5)]
    seen: list[FileProgress] = []
    follow = Follow(progress=seen.append, cancelled=lambda: sum(file.state is FileState.ADDED for file in seen) == 2)
    report = desk.importing.paths(paths, follow=follow)
    assert report.cancelled
    assert report.count(FileState.ADDED) == len(report.files) == 2
    assert len(rows(desk)) == 2
    desk.history.undo()
    assert rows(desk) == []


def test_progress_comes_in_order(desk: Desk, tmp_path: Path) -> None:
    paths = [lease(tmp_path, "a.txt", "2m"), tmp_path / "lost.txt", lease(tmp_path, "b.txt", "2m")]
    seen: list[FileProgress] = []
    desk.importing.paths(paths, follow=Follow(progress=seen.append))
    assert [(file.position, file.state) for file in seen] == [
        (1, FileState.READING),
        (1, FileState.EXTRACTING),
        (1, FileState.ADDED),
        (2, FileState.READING),
        (2, FileState.FAILED),
        (3, FileState.READING),
        (3, FileState.DUPLICATE),
    ]
    assert {file.total for file in seen} == {3}


def test_a_failure_in_the_middle_does_not_stop_the_rest(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 100)
    paths = [
        lease(tmp_path, "a.txt", "2m"),
        tmp_path / "noise.txt",
        tmp_path / "gone.txt",
        lease(tmp_path, "z.txt", "3m"),
    ]
    report = desk.importing.paths(paths)
    assert [file.state.value for file in report.files] == ["added", "failed", "failed", "added"]
    assert all(file.reason.endswith(".") for file in report.files if file.state is FileState.FAILED)


def test_a_file_that_vanishes_after_the_listing_is_one_failure(desk: Desk, tmp_path: Path) -> None:
    paths = [lease(tmp_path, f"{place}.txt", f"{place + 2}m") for place in range(3)]

    def progress(file: FileProgress) -> None:
        if file.position == 1:
            paths[1].unlink(missing_ok=True)

    report = desk.importing.paths(paths, follow=Follow(progress=progress))
    assert [file.state.value for file in report.files] == ["added", "failed", "added"]


def test_a_project_that_is_moved_away_keeps_what_was_finished(desk: Desk, tmp_path: Path) -> None:
    paths = [lease(tmp_path, f"{place}.txt", f"{place + 2}m") for place in range(3)]
    home = tmp_path / "lease.counterclaim"

    def progress(file: FileProgress) -> None:
        if file.position == 2 and home.exists():
            for part in sorted(tmp_path.glob("lease.counterclaim*")):
                part.rename(tmp_path / part.name.replace("lease", "moved"))

    report = desk.importing.paths(paths, follow=Follow(progress=progress))
    assert [file.state.value for file in report.files] == ["added", "failed", "failed"]
    assert "moved, deleted or replaced" in report.files[1].reason
    assert not home.exists()


def test_a_fault_of_the_program_is_one_failure_and_its_log_holds_no_text(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(type(tmp_path)):  # type: ignore[misc]
        def read_bytes(self) -> bytes:
            raise RuntimeError(self.read_text(encoding="utf-8"))

    (tmp_path / "x.txt").write_text("secret words", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        report = desk.importing.paths([Broken(tmp_path / "x.txt"), lease(tmp_path, "a.txt", "2m")])
    assert [file.state.value for file in report.files] == ["failed", "added"]
    assert "fault in Counterclaim (RuntimeError)" in report.files[0].reason
    assert "RuntimeError" in caplog.text
    assert "secret words" not in caplog.text


def test_copies_of_a_story_are_one_origin(desk: Desk, tmp_path: Path) -> None:
    paths = [
        written(tmp_path, "a.txt", WIRE, title="Lease signed", outlet="Harbour Daily"),
        written(tmp_path, "b.txt", f"{WIRE}\n\nOur own reporter adds a word.", title="What it costs", outlet="Gazette"),
        lease(tmp_path, "c.txt", "200m", title="Other news", outlet="Tidewater"),
    ]
    desk.importing.paths(paths[:1])
    desk.importing.paths(paths[1:])
    by_outlet = {row.outlet: row for row in rows(desk)}
    assert by_outlet["Harbour Daily"].origin_id == by_outlet["Gazette"].origin_id
    assert by_outlet["Tidewater"].origin_id != by_outlet["Gazette"].origin_id
    assert desk.library.facets().origins == 2


def test_the_analysts_date_and_outlet_win_and_say_so(desk: Desk, tmp_path: Path) -> None:
    path = lease(tmp_path, "a.txt", "165m", title="A lease", outlet="Harbour Daily", date="2025-05-23")
    (file,) = desk.importing.paths([path], date="1 May 2025", outlet="  The  Desk ").files
    assert file.article_id is not None
    article = desk.library.article(file.article_id).article
    assert article.published is not None
    assert article.outlet is not None
    assert (article.published.value, article.published.evidence) == ("2025-05-01", "the analyst")
    assert (article.outlet.value, article.outlet.evidence) == ("The Desk", "the analyst")


def test_relative_dates_are_reckoned_from_the_analysts_date(desk: Desk) -> None:
    (file,) = desk.importing.pasted("It was signed last year, the minister said.", date="2025-05-23").files
    assert file.article_id is not None
    (claim,) = desk.library.claims(file.article_id)
    assert claim.claim.figure.date == "2024"


def test_an_empty_outlet_is_none(desk: Desk, tmp_path: Path) -> None:
    path = lease(tmp_path, "a.txt", "165m", title="A lease", outlet="Harbour Daily")
    desk.importing.paths([path], outlet=" ")
    assert rows(desk)[0].outlet == "Harbour Daily"


@pytest.mark.parametrize(
    "date", ["soon", "", "2025-02-30", "9999-99-99", "2026-02-02", "2027", "March 2026", "spring 2026"]
)
def test_a_date_that_cannot_be_is_refused_before_anything_is_read(desk: Desk, tmp_path: Path, date: str) -> None:
    path = lease(tmp_path, "a.txt", "165m")
    with pytest.raises(UserError, match="nothing was changed"):
        desk.importing.paths([path], date=date)
    assert rows(desk) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2025-05-23", "2025-05-23"),
        ("23 May 2025", "2025-05-23"),
        ("May 2025", "2025-05"),
        ("2026", "2026"),
        ("spring 2025", "2025-21"),
    ],
)
def test_a_date_is_read_as_people_type_it(typed: str, day: str) -> None:
    assert publication_day(typed, TODAY) == day


def test_a_season_lies_ahead_only_before_it_begins() -> None:
    assert publication_day("spring 2025", datetime.date(2025, 12, 1)) == "2025-21"
    assert publication_day("spring 2025", datetime.date(2025, 3, 1)) == "2025-21"
    with pytest.raises(UserError, match="lies in the future"):
        publication_day("spring 2025", datetime.date(2025, 2, 28))


def test_pasted_text_is_an_article(desk: Desk) -> None:
    (file,) = desk.importing.pasted("The lease costs £165m a year, the minister said.", outlet="Harbour Daily").files
    assert (file.path, file.state, file.claims) == ("clipboard", FileState.ADDED, 1)
    assert desk.importing.pasted("   ").files[0].state is FileState.FAILED


def test_a_folder_gives_what_a_reader_knows_in_order(tmp_path: Path) -> None:
    others = ("picture.png", ".hidden.txt", ".git/d.txt", "sub/._c.html", "sub/~$memo.docx")
    for name in ("b.TXT", "a.md", "sub/c.html", "sub/memo.docx", *others):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = files_in([tmp_path, tmp_path / "a.md", tmp_path / "picture.png"])
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["a.md", "b.TXT", "sub/c.html", "sub/memo.docx", "picture.png"]
