"""Every use case once, in a folder of its own, on articles that hold an odd word; `test_quiet.py` sees what it leaves.

Run with a folder as its argument: `home` in it is the user's, `work` what the analyst made.
"""

import datetime
import io
import json
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

WORD = "Quillbrook"
"""What nothing outside the project, its backups and what the analyst asked for may say."""
CHANGED = f"The {WORD} ferry will cost nearly $260m a year, Ada {WORD} said on Friday. It carries 4,100 people.\n"
ARTICLES = {
    f"{WORD} one.txt": (
        f"Title: What the {WORD} ferry costs\nOutlet: {WORD} Post\nDate: 2025-05-23\n\n"
        f"The {WORD} ferry will cost £100m a year over 30 years, Ada {WORD} said. It carries 4,000 people a day.\n"
    ),
    f"{WORD} two.md": f"---\noutlet: Quay\npublished: 2025-05-26\n---\n\n# A dearer {WORD} ferry\n\n{CHANGED}",
    f"{WORD} three.html": (
        f"<html><head><title>{WORD} adds up</title><meta property='article:published_time' content='2025-06-02'>"
        "<link rel=stylesheet href='http://192.0.2.1/a.css'><meta http-equiv=refresh content='0;url=http://192.0.2.1/'>"
        f"</head><body><article><h1>{WORD} adds up</h1>"
        + f"<p>In total the {WORD} ferry comes to £3.4bn over 30 years, up 5% from €3.9bn, the auditor wrote.</p>" * 2
        + f"<img src='http://192.0.2.1/a.png'><script src='http://192.0.2.1/{WORD}.js'></script></article></body></html>"
    ),
    f"{WORD} broken.txt": "\x00\x01" * 500,
}


def shell(work: Path) -> None:
    """Every command."""
    from app import bootstrap, cli

    folder, project, other = work / "articles", work / "Ferry.counterclaim", work / "Other.counterclaim"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    payments = work / "payments.csv"
    payments.write_text("from_year,to_year,amount,currency\n1,30,100000000,GBP\n", encoding="utf-8")
    lines, pairs, draft = work / "lines.jsonl", work / "pairs.jsonl", work / "draft.txt"
    lines.write_text(json.dumps({"id": "1", "date": "2025-05-23", "text": CHANGED}) + "\n{", encoding="utf-8")
    pairs.write_text(json.dumps({"id": "1", "a_text": CHANGED, "b_text": "It costs €5m."}) + "\n", encoding="utf-8")
    draft.write_text(CHANGED, encoding="utf-8")

    def run(*words: object) -> str:
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(io.StringIO()):
            try:
                status = cli.run([str(word) for word in words], bootstrap.rooms())
            except SystemExit as end:
                status = int(end.code or 0)
        assert status in (0, 1), (words, status)
        return said.getvalue()

    of = ("--project", project)
    run("import", folder, *of)
    run("import", folder / f"{WORD} one.txt", "--project", other)
    ids = [json.loads(line) for line in run("claims", "--json", *of).splitlines()]
    run("claims", WORD, *of)
    run("topics", "--add", f"{WORD} ferry", "--terms", "ferry", "--kind", "money", *of)
    run("topics", "--suggest", "--accept", *of)
    run("compare", "--topic", f"{WORD} ferry", "--json", *of)
    run("origins", *of)
    run("versions", ids[0]["article"], *of)
    run("check", draft, *of)
    assumed = ("--inflation", "2.0", "--price-year", "2025", "--years", "30")
    run("schedule", payments, *assumed, "--topic", f"{WORD} ferry", "--keep", f"{WORD} lease", *of)
    run("export", "--out", work / "export", *of)
    run("extract", "--json-lines", lines)
    run("judge", "--json-lines", pairs)
    run("rules")
    run("log", "--csv", *of)
    run("verify", *of)
    run("backup", *of)
    run("backup", "--list", *of)
    run("restore", "1", *of)
    run("merge", other, "--preview", *of)
    run("merge", other, *of)
    run("verify", "--repair", *of)
    run("demo", "--headless", "--out", work / "demo")
    run("--self-test")


def services(work: Path) -> None:
    """What only the window asks for."""
    from app import bootstrap
    from app.domain.claim import State
    from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
    from app.services.claims.editing import Edit
    from app.services.exports.pages import Arranged

    desk = bootstrap.open_desk(work / "Ferry.counterclaim")
    desk.importing.pasted(f"A late word on the {WORD} ferry\n\nIt costs £120m a year, says Ada {WORD}.")
    ids = desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)
    for claim_id in desk.reviewing.queue()[:3]:
        desk.reviewing.card(claim_id)
        desk.reviewing.decide([claim_id], State.ACCEPTED)
    desk.editing.save(ids[0], Edit(speaker=f"Ada {WORD}", stance=""))
    desk.reviewing.decide(ids[:2], State.REJECTED, f"{WORD} is wrong")
    desk.claims.save_search(WORD, WORD)
    desk.editing.speakers()
    topic = desk.grouping.topics()[0].topic.topic_id
    comparison = desk.comparing.compare(topic)
    claim_ids = [row.claim_ids[0] for row in comparison.rows]
    desk.side_by_side.of(comparison, claim_ids[:2])
    desk.timelines.of(comparison)
    desk.resolving.settle(topic, claim_ids[0], f"{WORD} says so", author=f"Ada {WORD}")
    desk.pages.of(comparison, Arranged())
    desk.drafting.check(CHANGED)
    desk.library.rows(ArticleFilter(words=WORD))
    preview = desk.rereading.preview(desk.rereading.articles())
    desk.rereading.apply(preview)
    desk.backups.make()
    desk.backups.save_copy(work / "copy.counterclaim")
    while desk.history.undoable():
        desk.history.undo()
    while desk.history.redoable():
        desk.history.redo()
    desk.close()


def window(work: Path) -> str:
    """Every place, with what each takes away; gives the diagnostics that were copied."""
    from PySide6.QtCore import QSettings

    from app import bootstrap
    from app.ui import faults
    from app.ui.window import program
    from app.ui.window.main_window import MainWindow
    from app.ui.window.places import PLACES

    app = program.application(bootstrap.VERSION)
    bootstrap._window()
    settings = QSettings(str(work / "window.ini"), QSettings.Format.IniFormat)
    shown = MainWindow(bootstrap.open_desk, bootstrap.create_desk, bootstrap.own_sample, settings)
    told: list[str] = []
    with faults.reported(told.append):
        shown.show()
        shown.show_desk(bootstrap.open_desk(work / "Ferry.counterclaim"))
        for place in PLACES:
            shown.show_place(place)
            _settle(app, lambda place=place: shown.place() == place)
        shown.go("library", WORD)
        taking = shown.places.screen_at("compare").taking
        taking.copy_table()
        taking.copy_sheet()
        taking.save_pdf(work / "page.pdf")
        taking.save_picture(work / "page.svg")
        raise_in_slot(app)
        shown.acts.diagnostics.trigger()
        said = app.clipboard().text()
        shown.close()
    assert told == [faults.FAULT], told
    return said


def raise_in_slot(app: object) -> None:
    """A fault whose words are an article's."""
    from PySide6.QtCore import QTimer

    def fault() -> None:
        words = CHANGED
        raise KeyError(words)

    raised: list[bool] = []
    QTimer.singleShot(0, fault)
    QTimer.singleShot(1, lambda: raised.append(True))
    _settle(app, lambda: bool(raised))


def _settle(app: object, done: Callable[[], bool]) -> None:
    for _ in range(1_000):
        app.processEvents()  # type: ignore[attr-defined]
        if done():
            break
    assert done()


def main() -> None:
    """Do all of it, and print what was copied as diagnostics."""
    from app import bootstrap

    bootstrap._keep_log()
    work = Path(sys.argv[1]) / "work"
    work.mkdir()
    os.chdir(work)
    shell(work)
    services(work)
    said = window(work)
    today = datetime.date.today().isoformat()  # noqa: DTZ011 - only a name
    (work / f"diagnostics {today}.txt").write_text(said, encoding="utf-8")
    print("PySide6.QtNetwork" in sys.modules)


if __name__ == "__main__":
    main()
