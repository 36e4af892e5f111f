"""Agency credits are read where they stand, and nowhere else."""

import pytest

from app.comparison.sources import credits
from app.domain.article import Article, Detail, Part, PartKind
from app.domain.span import Span
from tests.support.call_counts import steps

BODY = "The pier on Gull Rock will cost more than was thought, ministers said on Friday. Nobody has seen the books."


def article(body: str, *, comment: str = "", **details: str) -> Article:
    """An article of a headline, this body, and perhaps a reader's comment below it."""
    title = "Pier costs more"
    text = f"{title}\n\n{body}" + (f"\n\n{comment}" if comment else "")
    end = len(title) + 2 + len(body)
    parts = [
        Part(kind=PartKind.TITLE, span=Span(0, len(title))),
        Part(kind=PartKind.BODY, span=Span(len(title) + 2, end)),
    ]
    if comment:
        parts.append(Part(kind=PartKind.COMMENT, span=Span(end + 2, len(text))))
    known = {name: Detail(value=value, evidence="the page") for name, value in details.items()}
    return Article(text=text, parts=tuple(parts), raw=b"", media_type="text/plain", **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "agency"),
    [
        (f"LONDON (Reuters) - {BODY}", "Reuters"),
        (f"LONDON, May 12 (Reuters) – {BODY}", "Reuters"),
        (f"BERLIN/PARIS, June 3 (Reuters) - {BODY}", "Reuters"),
        (f"WASHINGTON (AP) — {BODY}", "Associated Press"),
        (f"NEW DELHI, May 3, 2025 (PTI): {BODY}", "PTI"),
        (f"London: PTI: {BODY}", "PTI"),
        (f"PORT LOUIS, AFP — {BODY}", "AFP"),
        (f"By Reuters\n\n{BODY}", "Reuters"),
        (f"By Jane Doe, PA Political Editor\n\n{BODY}", "PA Media"),
        (f"Jane Doe\nAustralian Associated Press\n\n{BODY}", "AAP"),
        (f"PA Media\n\n{BODY}", "PA Media"),
        (f"{BODY} (Reuters)", "Reuters"),
        (f"{BODY}\n\n(Reuters)", "Reuters"),
        (f"{BODY}\n\n— Bloomberg", "Bloomberg"),
        (f"{BODY} – AFP", "AFP"),
        (f"{BODY}\n\nAAP", "AAP"),
        (f"{BODY}\n\nSource: Press Association", "PA Media"),
        (f"{BODY}\n\n© 2025 AFP", "AFP"),
        (f"{BODY}\n\nCopyright 2025 The Associated Press. All rights reserved.", "Associated Press"),
    ],
)
def test_a_credit_at_the_head_or_foot_is_read(body: str, agency: str) -> None:
    assert credits.read(article(body)) == credits.Credits(whole=frozenset({agency}))


@pytest.mark.parametrize(
    ("details", "agency"),
    [
        ({"author": "Jane Doe (AP)"}, "Associated Press"),
        ({"author": "Jane Doe for Reuters"}, "Reuters"),
        ({"author": "Press Association"}, "PA Media"),
        ({"author": "Reuters staff"}, "Reuters"),
        ({"outlet": "Reuters"}, "Reuters"),
    ],
)
def test_a_credit_in_the_details_is_read(details: dict[str, str], agency: str) -> None:
    assert credits.read(article(BODY, **details)).whole == {agency}


@pytest.mark.parametrize(
    "body",
    [
        f"Reuters reported that the pier costs £5m.\n\n{BODY}",
        f"The figure was first given to Reuters.\n\n{BODY}",
        f"A spokesman told Reuters: the pier is safe.\n\n{BODY}",
        f"The deal, Reuters: a long look back.\n\n{BODY}",
        f"{BODY}\n\nHe was speaking to the Press Association.",
        f"{BODY}\n\nShe had told AFP - the agency - so before.",
        f"{BODY}\n\nAP Photo",
        f"{BODY}\n\nThe TT races return in June.",
        "\n\n".join([*[BODY] * 9, "Reuters", *[BODY] * 9]),
    ],
)
def test_an_agency_named_in_the_text_is_a_source_and_no_credit(body: str) -> None:
    assert credits.read(article(body)) == credits.Credits()


def test_a_person_of_an_agencys_name_is_no_agency() -> None:
    assert credits.read(article(BODY, author="Michael Bloomberg")) == credits.Credits()


def test_what_a_reader_writes_is_no_credit() -> None:
    assert credits.read(article(BODY, comment="(Reuters)")) == credits.Credits()


@pytest.mark.parametrize(
    ("foot", "agency"),
    [
        ("Additional reporting by Reuters", "Reuters"),
        ("Additional reporting by Jane Doe and AFP.", "AFP"),
        ("With inputs from PTI", "PTI"),
        ("The Associated Press contributed to this report.", "Associated Press"),
    ],
)
def test_an_agency_that_only_helped_is_told_apart(foot: str, agency: str) -> None:
    assert credits.read(article(f"{BODY}\n\n{foot}")) == credits.Credits(in_part=frozenset({agency}))


@pytest.mark.parametrize("line", ["A, ", "(", "Reuters, ", "By ", "© ", "AP - ", "x (AP"])
def test_a_hostile_line_takes_no_longer_than_it_is_long(line: str) -> None:
    small, large = (steps(lambda size=size: credits.read(article(line * size))) for size in (500, 2000))  # type: ignore[misc]
    assert large < 6 * small
