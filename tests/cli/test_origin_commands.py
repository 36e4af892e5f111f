"""origins and versions from a shell."""

from pathlib import Path
from typing import Any

import pytest

WIRE = (
    "The pier on Gull Rock will cost £40m to mend, the harbour master said on Friday after divers had been down to the "
    "piles twice. The council has set aside £12m and hopes that the ferry company will find the rest."
)


@pytest.fixture
def project(shell: Any, tmp_path: Path) -> Path:
    """A wire story, its copy of which there are two versions, and a report of another matter."""
    made = tmp_path / "rock.counterclaim"
    for name, outlet, date, text in (
        ("a.txt", "Gull Wire", "2025-05-12", WIRE),
        ("b.txt", "Evening Mail", "2025-05-13", f"{WIRE} So it is."),
        ("c.txt", "Evening Mail", "2025-05-14", f"{WIRE.replace('£12m', '£14m')} So it is."),
        ("d.txt", "Skerry Post", "2025-05-14", "A lamp costs £2m."),
    ):
        (tmp_path / name).write_text(
            f"Title: {outlet} says\nOutlet: {outlet}\nDate: {date}\n\n{text}\n", encoding="utf-8"
        )
    assert shell("import", *(tmp_path / f"{name}.txt" for name in "abcd"), "--project", made).status == 0
    return made


def ids(shell: Any, project: Path) -> dict[str, str]:
    """The newest version of each outlet's article."""
    rows = shell("claims", "--json", "--project", project).rows
    return {row["outlet"]: row["article"] for row in rows}


def test_stories_that_several_articles_tell_are_listed_with_the_reason(shell: Any, project: Path) -> None:
    said = shell("origins", "--project", project)
    assert said.status == 0
    assert said.out.startswith("One story, first in Gull Wire, 12 May 2025: 2 articles\n")
    assert "of the shorter text in common" in said.out
    assert said.out.endswith("3 articles, 2 independent origins\n")
    (origin,) = shell("origins", "--json", "--project", project).rows
    assert [one["outlet"] for one in origin["articles"]] == ["Gull Wire", "Evening Mail"]
    assert [one["why"] is None for one in origin["articles"]] == [True, False]


def test_an_article_is_split_off_and_joined_again(shell: Any, project: Path) -> None:
    known = ids(shell, project)
    split = shell("origins", "--split", known["Evening Mail"], "--project", project)
    assert (split.status, split.out) == (0, "3 articles, 3 independent origins\n")
    (story,) = shell("origins", "--article", known["Evening Mail"], "--json", "--project", project).rows
    assert [one["split_by_analyst"] for one in story["shares_passages_with"]] == [True]
    joined = shell("origins", "--join", known["Gull Wire"], known["Skerry Post"], "--project", project)
    assert "joined by you" in joined.out
    assert joined.out.endswith("3 articles, 2 independent origins\n")


@pytest.mark.parametrize(
    "words", [["--split", "art_none"], ["--join", "art_none", "art_other"], ["--article", "art_none"]]
)
def test_an_article_that_is_not_there_is_wrong_use(shell: Any, project: Path, words: list[str]) -> None:
    said = shell("origins", *words, "--project", project)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("counterclaim: ")


def test_versions_are_listed_with_what_became_of_each_figure(shell: Any, project: Path) -> None:
    mail = ids(shell, project)["Evening Mail"]
    said = shell("versions", mail, "--project", project)
    assert said.status == 0
    first, second, _, counts, *figures = said.out.splitlines()
    assert first.startswith("version 1  art_")
    assert second.split()[2] == mail
    assert counts == "Version 1 to 2: 2 unchanged, 1 changed"
    money = [line.split()[:3] for line in figures if "£" in line.split()[1]]
    assert money == [["unchanged", "£40m", "£40m"], ["changed", "£12m", "£14m"]]
    (told,) = shell("versions", mail, "--json", "--project", project).rows
    assert [version["version"] for version in told["versions"]] == [1, 2]
    (difference,) = told["differences"]
    assert {fate: count for fate, count in difference["counts"].items() if count} == {"unchanged": 2, "changed": 1}
    (changed,) = [one for one in difference["figures"] if one["fate"] == "changed"]
    assert (changed["old"]["surface"], changed["new"]["surface"], changed["same_figure"]) == ("£12m", "£14m", False)


def test_an_article_of_one_version_has_nothing_to_compare(shell: Any, project: Path) -> None:
    post = ids(shell, project)["Skerry Post"]
    assert len(shell("versions", post, "--project", project).out.splitlines()) == 1
    (told,) = shell("versions", post, "--json", "--project", project).rows
    assert told["differences"] == []


def test_a_topics_figures_are_followed_through_the_versions_that_changed_them(shell: Any, project: Path) -> None:
    assert shell("topics", "--add", "Pier", "--terms", "pier", "--kind", "money", "--project", project).status == 0
    said = shell("versions", "--topic", "pier", "--project", project)
    assert said.status == 0
    assert [" ".join(line.split()) for line in said.out.splitlines()] == [
        "Evening Mail says",
        "version 1 Evening Mail 2025-05-13 £12m changed in the next version",
        "version 2 Evening Mail 2025-05-14 £14m the latest",
        "1 figure that a later version changed or dropped",
    ]
    (told,) = shell("versions", "--topic", "Pier", "--json", "--project", project).rows
    assert [(one["surface"], one["version"], one["next"]) for one in told["figure"]] == [
        ("£12m", 1, "changed"),
        ("£14m", 2, None),
    ]


@pytest.mark.parametrize("words", [[], ["art_none", "--topic", "Pier"]])
def test_versions_are_of_an_article_or_of_a_topic(shell: Any, project: Path, words: list[str]) -> None:
    assert shell("versions", *words, "--project", project).status == 2
