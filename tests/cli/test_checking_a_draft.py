"""check: a draft against the project, in words and as JSON."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Said

Shell = Callable[..., Said]


def test_each_figure_is_told_with_the_closest_claim(tmp_path: Path, project: Path, shell: Shell) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "Britain will pay Mauritius £165m a year for the first three years.\n\n"
        "A further £54m a year goes to development projects in Mauritius.\n",
        encoding="utf-8",
    )
    said = shell("check", draft, "--project", project, "--json")
    assert said.status == 0
    figures = {one["figure"]: one for one in json.loads(said.out)["figures"]}
    assert figures["£165m a year"]["finding"] == "supported"
    assert figures["£165m a year"]["evidence"][0]["outlet"] == "Harbour Daily"
    assert figures["£54m a year"]["finding"] == "contested"
    assert figures["£54m a year"]["evidence"][0]["figure"] == "£45m a year"
    words = shell("check", draft, "--project", project).out
    assert "≠ contested" in words
    assert "A further £45m a year" in words
    assert "(Harbour Daily, 2025-05-23): two digits are turned" in words


def test_a_source_without_an_outlet_is_named_by_its_title(tmp_path: Path, project: Path, shell: Shell) -> None:
    article, draft = tmp_path / "note.txt", tmp_path / "draft.txt"
    article.write_text("Title: A dearer pier\nDate: 2025-06-01\n\nThe pier costs the town £38m, its council said.\n")
    draft.write_text("The pier costs the town £38m.\n", encoding="utf-8")
    assert shell("import", article, "--project", project).status == 0
    assert "(“A dearer pier”, 2025-06-01)" in shell("check", draft, "--project", project).out


def test_it_is_said_how_many_sources_speak_the_other_way(tmp_path: Path, project: Path, shell: Shell) -> None:
    draft = tmp_path / "draft.txt"
    for number, amount in enumerate(("£38m", "£52m")):
        article = tmp_path / f"note{number}.txt"
        heading = f"Title: The pier {number}\nOutlet: Pier Post {number}\nDate: 2025-06-0{number + 1}\n\n"
        article.write_text(f"{heading}The pier will cost the town {amount}.\n", encoding="utf-8")
        assert shell("import", article, "--project", project).status == 0
    draft.write_text("The pier will cost the town £38m.\n", encoding="utf-8")
    assert "): 1 origin has other figures" in shell("check", draft, "--project", project).out


def test_a_figure_that_follows_from_two_others_is_told_apart_with_its_sum(
    tmp_path: Path, project: Path, shell: Shell
) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "Britain will pay Mauritius £165m a year for the first three years, and £120m a year after that, "
        "a fall of 27 per cent.\n",
        encoding="utf-8",
    )
    words = shell("check", draft, "--project", project).out
    assert "= worked out" in words
    assert "£165m a year" in words.split("can be worked out: ")[1]
    assert "1 worked out" in words.splitlines()[-1]


def test_a_draft_that_is_no_text_or_not_there_is_refused(tmp_path: Path, project: Path, shell: Shell) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_bytes(b"\xff\xfe\x00")
    assert shell("check", draft, "--project", project).status == 2
    missing = shell("check", tmp_path / "none.txt", "--project", project)
    assert missing.status == 2
    assert "nothing was checked" in missing.err
