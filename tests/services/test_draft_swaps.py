"""A number that its article says of the other of two things: the other place, person, sex, season or name."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

REGATTA = {
    "regatta.txt": """Title: Regatta at Ostermouth ends in the rain
Outlet: Ostermouth Packet
Date: 2025-08-19

The regatta at Ostermouth sold 27,400 tickets. The northern stand took 8,160 visitors while the southern stand took \
5,930. Women won 34 of the races and men 57. Ropes cost £6,400 and sails £9,150. The yacht Petrel covered 412 miles \
and the yacht Gannet 388 miles. Berths at Hadlow take 71 boats, those at Crane 46 boats.

Entries fell by 8 per cent in the spring and rose by 13 per cent in the autumn. The club's exports of oars came to \
£1.3m and its imports of oars to £2.6m. The first heat took 19 minutes and the second 27 minutes. Ostermouth will \
receive 640 tonnes of sand from Hadlow, while it will send 1,150 tonnes of gravel to Crane.
"""
}
SOLD = "The regatta at Ostermouth sold 27,400 tickets. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The southern stand took 8,160 visitors.", "8,160 visitors"),
        ("The stand in the south took 8,160 visitors.", "8,160 visitors"),
        ("Men won 34 of the races.", "34 of the races"),
        ("Male crews won 34 races.", "34 races"),
        ("Sails cost £6,400.", "£6,400"),
        ("The Gannet covered 412 miles.", "412 miles"),
        ("The berths at Crane take 71 boats.", "71 boats"),
        ("In the autumn entries fell by 8 per cent.", "8 per cent"),
        ("The club imported oars for £1.3m.", "£1.3m"),
        ("The second heat took 19 minutes.", "19 minutes"),
        ("Ostermouth will get 1,150 tonnes of sand.", "1,150 tonnes"),
    ],
)
def test_a_number_of_the_other_thing_is_not_supported(library: Library, text: str, surface: str) -> None:
    found = figure_of(library(REGATTA), SOLD + text, surface)
    assert found.finding in (Finding.CONTESTED, Finding.OTHER_BASIS)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The northern stand took 8,160 visitors.", "8,160 visitors"),
        ("In the north 8,160 visitors found a place on the stand.", "8,160 visitors"),
        ("The southern stand was the emptier with 5,930.", "5,930"),
        ("Women won 34 of the races.", "34 of the races"),
        ("Female crews won 34 races, and men more.", "34 races"),
        ("Ropes came to £6,400, less than sails.", "£6,400"),
        ("The Petrel sailed 412 miles, further than the Gannet.", "412 miles"),
        ("Hadlow has berths for 71 boats, and Crane fewer.", "71 boats"),
        ("In the spring there were 8 per cent fewer entries.", "8 per cent"),
        ("The club exported oars for £1.3m.", "£1.3m"),
        ("The first heat was over in 19 minutes.", "19 minutes"),
        ("Hadlow sends Ostermouth 640 tonnes of sand.", "640 tonnes"),
    ],
)
def test_a_number_of_the_thing_itself_is_supported_whatever_else_is_named(
    library: Library, text: str, surface: str
) -> None:
    assert figure_of(library(REGATTA), SOLD + text, surface).finding is Finding.SUPPORTED


MILL = {
    "mill.txt": """Title: Mill at Thrush Hill grinds more
Outlet: Thrush Hill Post
Date: 2026-01-20

The mill at Thrush Hill ground 3.47 million sacks of rye in June, compared with 2.96 million sacks in March. A sack \
sells for £23.40 this year and will sell for £26.10 next year. Its silo holds 5,200 tonnes of oats. A loan of £61,000 \
or more is sought.
"""
}
GROUND = "The mill at Thrush Hill holds 5,200 tonnes of oats. "


@pytest.mark.parametrize(
    ("text", "surface", "finding"),
    [
        ("In March it ground 2.96 million sacks of rye.", "2.96 million sacks", Finding.SUPPORTED),
        ("In June it ground 3.47 million sacks.", "3.47 million sacks", Finding.SUPPORTED),
        ("In March it ground 3.47 million sacks of rye.", "3.47 million sacks", Finding.OTHER_BASIS),
        ("In June it ground 2.96 million sacks.", "2.96 million sacks", Finding.OTHER_BASIS),
        ("Next year a sack will sell for £26.10.", "£26.10", Finding.SUPPORTED),
        ("Next year a sack will sell for £23.40.", "£23.40", Finding.OTHER_BASIS),
        ("A sack sells for £26.10 this year.", "£26.10", Finding.OTHER_BASIS),
        ("It holds 5,200 tons of oats.", "5,200 tons", Finding.OTHER_BASIS),
        ("It seeks a loan of £61,000 or more.", "£61,000 or more", Finding.SUPPORTED),
    ],
)
def test_of_which_month_year_or_unit_a_number_is(library: Library, text: str, surface: str, finding: Finding) -> None:
    assert figure_of(library(MILL), GROUND + text, surface).finding is finding


FERRY = {
    "ferry.txt": """Title: Ferries at Ravel carry fewer
Outlet: Ravel Mail
Date: 2026-01-20

The ferries from Ravel to Skelder and Norby took 61,300 and 48,700 cars respectively in 2025. Fares for adults, \
children and dogs are £14.20, £7.60 and £3.10, respectively. Cargo rose to 9,450 tonnes in December from 8,820 tonnes \
a year earlier. The yard laid down 312 hulls in the year to September.
"""
}
SAILED = "The ferries from Ravel carry cars, adults, children and dogs. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The ferry to Skelder took 61,300 cars.", "61,300 cars"),
        ("The ferry to Norby took 48,700 cars.", "48,700 cars"),
        ("A fare for children is £7.60.", "£7.60"),
        ("Cargo at Ravel came to 9,450 tonnes in December.", "9,450 tonnes"),
        ("Ravel's yard laid down 312 hulls in the year to September.", "312 hulls"),
    ],
)
def test_each_of_a_list_has_its_own_number(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(FERRY), SAILED + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface", "says"),
    [
        ("The ferry to Norby took 61,300 cars.", "61,300 cars", "Skelder"),
        ("A fare for dogs is £7.60.", "£7.60", "children"),
        ("Cargo at Ravel rose to 8,820 tonnes.", "8,820 tonnes", "former"),
        ("Ravel's yard laid down 312 hulls in September.", "312 hulls", "all the months"),
    ],
)
def test_a_number_of_the_other_in_a_list_a_former_end_or_one_month_of_many_is_not_supported(
    library: Library, text: str, surface: str, says: str
) -> None:
    found = figure_of(library(FERRY), SAILED + text, surface)
    assert found.finding in (Finding.CONTESTED, Finding.OTHER_BASIS)
    assert any(says in one.judgement.sentence for one in found.evidence), found.evidence


DEPOT = {
    "depot.txt": """Title: Depots of Ambry cost more
Outlet: Ambry Gazette
Date: 2026-01-20

The city spent £8.43m on its depots in Ambry, and the county £3.12m on its own. Farmers there grew 61,400 tonnes of \
barley. Fares in Ambry rise by 4.6% in March, Bo Orme, the mayor, said. The Rail Users' Union called for a freeze, \
saying that rail was losing 7,930 jobs.
"""
}
AMBRY = "The city runs depots in Ambry. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The city spent £8.43m on depots in Ambry.", "£8.43m"),
        ("Fares in Ambry go up by 4.6%, more than in Orme.", "4.6%"),
        ("Farmers in Ambry grew 61,400 tonnes of barley.", "61,400 tonnes"),
        ("The Rail Users' Union said that 7,930 jobs were going.", "7,930 jobs"),
    ],
)
def test_a_number_of_the_same_body_crop_or_source_is_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(DEPOT), AMBRY + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The county spent £8.43m on depots in Ambry.", "£8.43m"),
        ("Farmers in Ambry grew 61,400 tonnes of wheat.", "61,400 tonnes"),
        ("Fares in Ambry went up by 4.6% since 2015.", "4.6%"),
        ("The Rail Users' Union said that fares in Ambry would rise by 4.6%.", "4.6%"),
    ],
)
def test_a_number_of_another_body_crop_start_or_source_is_not(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(DEPOT), AMBRY + text, surface).finding in (Finding.CONTESTED, Finding.OTHER_BASIS)


ARENA = {
    "arena.txt": """Title: Arena at Hale fills up
Outlet: Hale Herald
Date: 2026-01-20

The arena at Hale holds 54,600 people. It paid £38.4m for its roof and got £22.1m for its old site. Fines at Hale came \
to £168m, of which £122.7m was for Brightwater. The warden answered 21,480 calls, 7.3% fewer than a year earlier. \
Rents in Hale eased to 3.17% of income. The council, which aims at 2.2%, has cut its rate, to 4.26%.
"""
}
HALE = "The arena at Hale had a warden. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The arena at Hale has 54,600 seats and holds concerts.", "54,600 seats"),
        ("It paid £38.4m for a roof and got £22.1m for its site, a net outlay of £16.3m.", "£16.3m"),
        ("Brightwater's fine of £122.7m was most of the £168m that Hale collected.", "£168m"),
        ("With its rate at 4.26%, the council is far from its aim of 2.2%; rents were 3.17%.", "3.17%"),
    ],
    ids=["seats", "outlay", "part of the whole", "no rival"],
)
def test_what_another_figure_of_the_sentence_takes_contests_none(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(ARENA), HALE + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Brightwater's fines at Hale came to £168m.", "£168m"),
        ("The warden answered 21,480 calls, 7.3% more than a year earlier.", "7.3%"),
    ],
    ids=["whole for part", "more for fewer"],
)
def test_a_whole_told_of_its_part_and_a_rise_for_a_fall_are_not_supported(
    library: Library, text: str, surface: str
) -> None:
    assert figure_of(library(ARENA), HALE + text, surface).finding in (Finding.CONTESTED, Finding.OTHER_BASIS)


WARD = {
    "ward.txt": """Title: Wards at Lorne fill up
Outlet: Lorne Star
Date: 2026-01-20

In September 2025 there were 5,830 people on the list for the wards at Lorne. Of these, 1,950 had waited for more \
than 18 weeks. On average 35.4% of unoccupied beds at Lorne were set aside. The trust is aiming for work to reach \
129% of its 2019 level. The plan for 2023 brought a cut of 4.1% in the list, and the plan for 2024 a cut of 2.7%. Its \
goal is a cut of 6.3% in the list this year. Spending in the United Kingdom as a whole grew by 2.43% a year over this \
parliament, and the party had planned 3.36% a year in real terms for Lorne.
"""
}
LORNE = "The trust at Lorne has a list for its wards. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("In December it reported that 5,830 people were on the list for the wards.", "5,830 people"),
        ("Some 5,830 people were on the list for the wards, 1,950 of them beyond the 18-week standard.", "1,950"),
        ("The trust at Lorne wants to take 6.3% off the list.", "6.3%"),
        ("For the UK as a whole spending grew 2.43% a year, less than planned for Lorne.", "2.43% a year"),
        ("The trust at Lorne set 35.4% of its unoccupied beds aside.", "35.4%"),
        ("In 2023 the list was cut by 4.1%.", "4.1%"),
    ],
    ids=["report's month", "beyond a standard", "off", "UK", "the whole", "its year"],
)
def test_the_number_of_the_ward_is_supported_in_other_words(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(WARD), LORNE + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("On average 35.4% of all beds at Lorne were set aside.", "35.4%"),
        ("The trust at Lorne had raised planned work to 129% of its 2019 level.", "129%"),
        ("The trust at Lorne spent more in 2024, and the list was cut by 4.1% that year.", "4.1%"),
    ],
    ids=["of all", "aim for planned", "that year"],
)
def test_a_share_of_some_told_of_all_an_aim_and_another_year_are_not(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(WARD), LORNE + text, surface).finding in (Finding.CONTESTED, Finding.OTHER_BASIS)


PORT = {
    "port.txt": """Title: Port of Ilma buys cranes
Outlet: Ilma Courier
Date: 2026-01-20

The port of Ilma ordered 42 Konrad cranes. A plan to move the fish market was lost by 31 votes to 22. Crossings of the \
strait to Ilma reached 39,280. A berth at Ilma costs £1,874.
"""
}
ILMA = "The port of Ilma has a fish market and berths. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The port of Ilma is to have 42 Konrad cranes.", "42 Konrad cranes"),
        ("At Ilma a plan to move the fish market was defeated 31–22.", "31"),
        ("It has berths for £1,874, and 39,280 people crossed the strait to Ilma.", "39,280 people"),
    ],
)
def test_a_maker_a_vote_and_a_deed_are_told_in_other_words(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(PORT), ILMA + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The port of Ilma ordered 42 Brandt cranes.", "42 Brandt cranes"),
        ("A berth at Ilma will cost £1,874 a month after a rise of 4.99%.", "£1,874"),
    ],
)
def test_another_maker_and_a_sum_so_much_a_month_are_not(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(PORT), ILMA + text, surface).finding in (Finding.CONTESTED, Finding.OTHER_BASIS)


COVE = {
    "cove.txt": """Title: Cove at Sandlow to get a sea wall
Outlet: Sandlow Times
Date: 2025-10-14

Sandlow will guard its cove with 7,300 sacks of sand. Nine in 10 cottages in Orme were flooded, along with 83.6% in \
Thorley, the warden said. There were 4,185 ewes (a rare breed) in the 27 folds on the downs — 312 more than the 3,873 \
of the year before.

The most that an owner may be charged is 15% of the cost. Seven other coves are to be walled. The wall will cover \
26,400 sq. mt. of beach. It is expected to bring up to 350 new jobs to Sandlow. Fewer than half (43 per cent) of the \
96 shopkeepers who had been flooded were insured. The mayor thanked all who had fled this September.

The share of beds that were taken fell to about 61.5% this summer. The summer before it had been about 64.5%. A \
projected gap of £2m in the town's accounts can be closed. The fee for a berth is to rise to £84. Buses run every 25 \
minutes by day and every 50 minutes by night.
"""
}
WALLED = "Sandlow will guard its cove with 7,300 sacks of sand. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Thorley had 83.6 per cent of its cottages flooded.", "83.6 per cent"),
        ("Some 4,185 ewes of a rare breed lie in folds on the downs.", "Some 4,185 ewes"),
        ("An owner cannot be charged beyond 15 per cent of the cost.", "beyond 15 per cent"),
        ("A wall is to be built around seven more coves.", "seven more coves"),
        ("Of the 96 shopkeepers some two-fifths had a policy.", "some two-fifths"),
        ("It all began in October 2025.", "October 2025"),
        ("It should bring up to 350 new jobs.", "up to 350 new jobs"),
        ("The share of beds taken dropped by some 3 points.", "some 3 points"),
        ("Its accounts have a £2m deficit.", "£2m"),
    ],
)
def test_what_is_said_in_other_words_is_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(COVE), WALLED + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Orme had 83.6 per cent of its cottages flooded.", "83.6 per cent"),
        ("The wall will cover 26,400 square feet of beach.", "26,400 square feet"),
        ("It has already brought 350 new jobs to Sandlow.", "350 new jobs"),
        ("The fee for a berth has risen to £84.", "£84"),
        ("Buses run every 25 minutes at night.", "25 minutes"),
        ("It all began in December 2025.", "December 2025"),
        ("The number of ewes rose by 8 points.", "8 points"),
    ],
)
def test_what_is_said_of_another_is_not(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(COVE), WALLED + text, surface).finding is not Finding.SUPPORTED


def test_a_number_of_another_size_is_no_rival(library: Library) -> None:
    article = """Title: Ferries of Tarn sold off
Outlet: Tarn Weekly
Date: 2024-05-14

The number of ferries in Tarn has fallen to 3,745 after 2,210 were sold since 2010, figures show. The total of 105 \
ferries sold is 38 higher than the previous year when 67 ferries were sold. Crews lost 870 posts in the year.
"""
    text = "Figures found that 105 ferries in Tarn were sold in a year, 38 more than the number in the year before."
    assert figure_of(library({"ferries.txt": article}), text, "38").finding is Finding.SUPPORTED
