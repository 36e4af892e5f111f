"""Whether a date without its year or week is past or to come."""

import datetime

import pytest

from app.extraction import dates
from app.extraction.mention import Passage, Taken

PUBLISHED = datetime.date(2025, 6, 18)  # a Wednesday


def last(text: str) -> str | None:
    return dates.read(Passage(text=text, published=PUBLISHED), Taken())[-1].figure.date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The Senate passed a bill which funds agencies through Sept. 30.", "2025-09-30"),
        ("Schools will stay shut until at least Tuesday.", "2025-06-24"),
        ("The ceiling is suspended until Jan. 1.", "2026-01-01"),
        ("The hearing was adjourned until Monday.", "2025-06-23"),
        ("The judge postponed the trial to January 12.", "2026-01-12"),
        ("He called an election for 4 December.", "2025-12-04"),
        ("They have extended the deadline until 30 November.", "2025-11-30"),
        ("She told ministers to publish papers found since 2019 by March 6.", "2026-03-06"),
        ("The vote, scheduled for 25 April, may slip.", "2026-04-25"),
        ("She has ordered the release of 5,200 owls in July.", "2025-07"),
        ("She has approved new rules for boats in July and August.", "2025-08"),
        ("This is why, in October, they will meet.", "2025-10"),
        ("Members walk out from Thursday, again on Monday and Tuesday.", "2025-06-24"),
        ("Strikes begin on Friday and last through Tuesday.", "2025-06-24"),
        ("The council has ordered it to leave by Monday.", "2025-06-23"),
        ("It will question Sen. Brown on Monday.", "2025-06-23"),
        ("Traders price in a cut by Christmas.", "2025-12-25"),
        ("The plan, due on 31 January, is late.", "2026-01-31"),
        ("Qualifying starts in January.", "2026-01"),
        ("His contract runs out in January.", "2026-01"),
        ("He was due in court on Friday.", "2025-06-20"),
        ("The meeting was brought forward from 3 December.", "2025-12-03"),
    ],
)
def test_what_is_put_off_called_or_ordered_is_to_come(text: str, date: str) -> None:
    assert last(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Orders, halted on 25 April, will not be back soon.", "2025-04-25"),
        ("Rain set in over the coast on Friday, ahead of the usual date.", "2025-06-13"),
        ("She served as chair until December.", "2024-12"),
        ("By Friday 300 had died.", "2025-06-13"),
        ("Flights were due on Tuesday.", "2025-06-17"),
        ("By Christmas it had gone.", "2024-12-25"),
        ("It paid Mr. Brown on Monday.", "2025-06-16"),
        ("It began on Thursday and by Sunday it had spread.", "2025-06-15"),
        ("He was fined for Monday's outburst.", "2025-06-16"),
        ("The man is charged with killing her on Saturday.", "2025-06-14"),
        ("This is why, in October, I asked her.", "2024-10"),
        ("Rents have risen to £900 in July.", "2024-07"),
        ("The fund, worth £4m, returned 5% in September.", "2024-09"),
        ("By last Friday 1,204 had gone.", "2025-06-13"),
        ("It is not the £9m forecast in September.", "2024-09"),
        ("Sales rose in the first nine months.", "2024-01/2024-09"),
        ("A kilo now costs £9, against £4 in November.", "2024-11"),
        ("It sells 90 boats, versus only 40 in November.", "2024-11"),
        ("She has approved rules and they fell in July.", "2024-07"),
        ("She had ordered the release of owls in July.", "2024-07"),
        ("It will sell nine, up from the July forecast.", "2024-07"),
        ("This is the sixth rise after a 3.5% cut in July.", "2024-07"),
        ("Growth is slow after a 3% rise in May and a 4% fall in July.", "2024-07"),
    ],
)
def test_what_is_done_is_past(text: str, date: str) -> None:
    assert last(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They left last Tuesday.", "2025-06-10"),
        ("They left last Monday.", "2025-06-16"),
        ("They left last Wednesday.", "2025-06-11"),
    ],
)
def test_last_weekday_is_never_yesterday(text: str, date: str) -> None:
    assert last(text) == date


def test_a_weekday_to_come_on_that_weekday_is_the_publication_day_and_keeps_the_other_reading() -> None:
    (mention,) = dates.read(Passage(text="The court will rule on Wednesday.", published=PUBLISHED), Taken())
    assert mention.figure.date == "2025-06-18"
    assert mention.figure.readings == ("2025-06-18", "2025-06-25")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("From 16 June visitors may stay longer.", "2025-06-16"),
        ("She unveiled a march on 21 June.", "2025-06-21"),
        ("The ban ended on 21 July.", "2024-07-21"),
        ("It will start on 1 May.", "2026-05-01"),
    ],
)
def test_a_day_without_its_year_is_not_most_of_a_year_away_when_it_could_be_near(text: str, date: str) -> None:
    assert last(text) == date


def test_a_list_names_months_that_are_other_words_too() -> None:
    text = "Rates rose in July, August and October. In June, May said no."
    found = dates.read(Passage(text=text, published=PUBLISHED), Taken())
    assert [one.figure.date for one in found] == ["2024-07", "2024-08", "2024-10", "2025-06"]


def test_each_january_is_no_date() -> None:
    assert dates.read(Passage(text="It tightens each January.", published=PUBLISHED), Taken()) == []
