"""What a number counts where the sentence, or the one before, names it apart from the number."""

import pytest

from app.extraction.quantities import quantities
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The number of lodgers kept in hostels fell, standing at 8,412 in May.", "8,412 = 8412 lodger"),
        ("The number of swans seen rose by half over the years, from 4,700 to 11,000.", "11,000 = 11000 swan"),
        ("The number of riders left for an hour stood at a record 6,529.", "6,529 = 6529 rider"),
        ("The number waiting for a bed also rose, reaching 9,582.", "9,582 = 9582 person"),
        ("It means a rise of 3 million in the number of insured drivers.", "3 million = 3000000 driver"),
        ("The backlog of parcels left in the depot, meanwhile, dropped to 64,000.", "64,000 = 64000 parcel"),
        ("The number of job seekers is down, at 1.2 million.", "1.2 million = 1200000 job seeker"),
        ("At the end of May, 3,200 were housed in huts.", "3,200 = 3200 person"),
        ("There were 6,273 boats in port in June. A year earlier, the figure was 2,041.", "2,041 = 2041 boat"),
        ("It counted 1,100 moths. That beats the previous annual peak of 1,030.", "1,030 = 1030 moth"),
        ("The farm has 460 goats. Five years ago it was 61.", "61 = 61 goat"),
        ("It did two million scans in 2014, three million in 2017.", "three million = 3000000 scan"),
        ("The Greens took 11 seats. The Reds had been defending nine.", "nine = 9 seat"),
        ("The plan had 40 clinics, but only 32 will be built.", "32 = 32 clinic"),
        ("There were 2.2 million B&B stays.", "2.2 million B&B stays = 2200000 stay"),
        ("They met 900 asylum seekers.", "900 asylum seekers = 900 asylum seeker"),
        ("Rice came to 8.5 tonnes a hectare, but Leyte managed 6.2.", "6.2 = 6.2 tonne per hectare"),
        ("Several million of the 38 million voters moved.", "38 million voters = 38000000 voter"),
        ("Pupil numbers will fall by 4,000 by Easter.", "4,000 = 4000 pupil"),
        ("Beds fell from 2,990 in 1987/88 to 1,410 in 2019/20.", "1,410 = 1410 bed"),
        (
            "It has 1,104 huts. A year ago there were 987, and in 2020 just over 700.",
            "just over 700 = 700 hut (over: just over)",
        ),
        ("Patients per doctor rose from 2,087 to 2,299.", "2,299 = 2299 patient per doctor"),
        ("It will make 50,000 pans and employ 120.", "120 = 120 person"),
        ("Net migration hit a record 96,000.", "96,000 = 96000 person"),
        ("Of those, the greater part—4 million—are people of rank.", "4 million = 4000000 person"),
        ("Meanwhile, 79,000 left the country.", "79,000 = 79000 person"),
        ("Some 31,000 working days were lost to strikes.", "Some 31,000 working days = 31000 day (about: Some)"),
        ("Delays came to 1.2 million minutes in 2023.", "1.2 million minutes = 1200000 minute"),
        ("Repairs took up 3.9m hours.", "3.9m hours = 3900000 hour"),
        ("The strike cost 3m working days.", "3m working days = 3000000 day"),
        ("The change was therefore minus 1,270.", "minus 1,270 = -1270 None"),
        ("The clinic lost 1,900 bed days to flu.", "1,900 bed days = 1900 bed day"),
        ("In 1851 the port had 3,200 people; by 1901, 51,000.", "51,000 = 51000 person"),
        ("It had minus 39,000 new users.", "minus 39,000 new users = -39000 user"),
    ],
)
def test_the_thing_counted_is_found(text: str, last: str) -> None:
    assert readings(quantities.read, text)[-1] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # the sum of two things is neither
        ("It had 5,000 seats and 2,000 beds, making a total of 7,000.", "7,000 = 7000 None"),
        ("It opened 24 shops, for a total of 1,079.", "1,079 = 1079 shop"),
        # a clause about something else
        ("The number of riders fell, while output came to 6,529,000.", "6,529,000 = 6529000 None"),
        ("It was 5,100 minus 1,270.", "1,270 = 1270 None"),
        # families are not people one by one
        ("Of 9,190 families, 4,660 were housed.", "4,660 = 4660 family"),
    ],
)
def test_nothing_is_borrowed_from_elsewhere(text: str, last: str) -> None:
    assert readings(quantities.read, text)[-1] == last


def test_a_firm_named_after_a_unit_is_no_measure() -> None:
    assert readings(quantities.read, "50Hertz runs the grid at 50 Hz.") == ["50 Hz = 50 hertz"]
