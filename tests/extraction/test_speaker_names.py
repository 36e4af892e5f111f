"""Whom a name, a title, a pronoun or an acronym means."""

import pytest

from app.domain.claim import Stance
from tests.extraction.attributed_amounts import S, read

CASES = [
    # a known gender that fits is likelier than an unknown one
    ("Oskar Brandt met Mrs Helga Parry. She said it cost £4m.", "Helga Parry"),
    ("Kim Brandt lost. She was tired. Oskar Li and his aide met Kim Brandt. She said it cost £4m.", "Kim Brandt"),
    ("Mr Cole had weighed too much, Kim Brandt said. He had lost £4m, she added.", "Kim Brandt"),
    ("Oskar Brandt gave his view to Councillor Tove Lind. He said it cost £4m.", "Oskar Brandt"),
    ("Oskar Brandt spoke to her. He said it cost £4m.", "Oskar Brandt"),
    # names that are none
    ("The Danish power group ORM has moved. It said last month that it cost £4m.", "ORM"),
    ("The Danish state power group ORM has moved. It said last month that it cost £4m.", "ORM"),
    ("Helga Parry is mayor.\n\nMoney Matters\nThe town is poor. She said it cost £4m.", "Helga Parry"),
    ("Helga Parry is mayor.\nBudget Balance\nThe town is poor. She also said that it cost £4m.", "Helga Parry"),
    ("The developer built Kell Point C. The site cost £4m, the developer said.", "developer"),
    ("Harbour officials were glad. It cost £4m, the airline said.", "airline"),
    ("Repair time is near. The union met. It said it cost £4m.", "union"),
    ("Orme cut its forecast. It now says it cost £4m.", "Orme"),
    ("Orme shareholders were glad, and so was Orme. It says it cost £4m.", "Orme"),
    ("The Danish lake ministry met. It said it cost £4m.", "Danish lake ministry"),
    ("Asked about jobs, the mayor, Ian Lund, said it cost £4m.", "Ian Lund"),
    ("Per the auditor, it cost £4m.", "auditor"),
    # who gave out the data of a time
    ("Figures released by the Lake Repair Office (LRO) for January show that it cost £4m.", "Lake Repair Office"),
    ("Figures released by the Kell Board for the year to March show that it cost £4m.", "Kell Board"),
    # no acronym whose full name says otherwise
    ("The Kell Executive Council (KEC) met. The committee said it cost £4m.", "committee"),
    ("The Kell Audit Committee (KAC) met. The committee said it cost £4m.", "Kell Audit Committee"),
    ("The Kell Rowing Congress (KRC) met. The party said it cost £4m.", "Kell Rowing Congress"),
    # a title is not the name
    (
        "The Minister for Lakes and the Northern Relief Scheme Mark Orme said that it cost £4m. Mr Orme was glad.",
        "Mark Orme",
    ),
    ("The Deputy Director of the Harbour Trust Ellen Marsh said it cost £4m.", "Ellen Marsh"),
    ("The Deputy Director of the Harbour Trust said it cost £4m.", "Deputy Director of the Harbour Trust"),
    ("The Minister for Foreign Affairs said it cost £4m.", "Minister for Foreign Affairs"),
    ("A note came from Minister for Quays, Ellen Marsh. The minister said it cost £4m.", "Minister for Quays"),
    ("They voted 40 Yes to 15 no. The mayor said it cost £4m.", "mayor"),
    (
        "The Secretary of State for Northern Island Affairs said it cost £4m.",
        "Secretary of State for Northern Island Affairs",
    ),
    ("Orme Institute of Lakes head of upkeep Ellen Marsh said it cost £4m.", "Ellen Marsh"),
    ("Cllr Ellen Marsh said it cost £4m.", "Ellen Marsh"),
    ("The Lake Repair Office met. It cost £4m, according to the mayor's office.", "mayor's office"),
    ("It cost £4m, said Gov. Ellen Marsh.", "Ellen Marsh"),
    ("It cost £4m, said Ellen C. Marsh.", "Ellen C. Marsh"),
    ("It cost £4m, said Lakes Secretary and Board Chair Ellen C. Marsh.", "Ellen C. Marsh"),
    ("It cost £4m, said Orme public relations manager, Ellen Marsh.", "Ellen Marsh"),
    ("Gov. Ellen Marsh, a Democrat, defended the plan, saying it cost £4m.", "Ellen Marsh"),
    ("BRENNHOLM, Nv.- The Orme Authority cut jobs on Monday, saying it cost £4m.", "Orme Authority"),
    ("It cost £4m, according to a press release the Orme Board sent out.", "Orme Board"),
    ("The agency's independent figures show that it cost £4m.", "agency"),
    ("“I would just say, what a sum of £4m brings is speed,” Marsh said.", "Marsh"),
    ("Executive Member for Lakes said it cost £4m.", "Executive Member for Lakes"),
    ("It cost £4m, according to the Union of Rowers and Sailors (URS).", "Union of Rowers and Sailors"),
    ("Mary Denelly said it cost £4m.", "Mary Denelly"),
    ("Original estimates came to £9m, but the Orme Board has redone them. It said it cost £4m.", "Orme Board"),
    ("Ms Reilly has confirmed that it cost £4m.", "Reilly"),
    ("Ellen Marsh privately said it cost £4m.", "Ellen Marsh"),
    ("It cost £4m, according to Kell Council and the Lake Office (LO).", "Kell Council"),
    ("Twenty boats sank. Ellen Marsh left. It cost £4m, she said.", "Ellen Marsh"),
    ("A count of boats in port carried out by the Orme Board shows it cost £4m.", "Orme Board"),
    # who opens a sentence or spoke is likelier meant than who stands in a phrase behind
    (
        "The Lake Audit Office wrote to help the Ports Committee. The watchdog said it is. It added that it cost £4m.",
        "Lake Audit Office",
    ),
    ("The Lake Audit Office wrote to the Ports Committee. The watchdog said it cost £4m.", "Lake Audit Office"),
    ("A row broke out over a note by the Lake Audit Office. The watchdog said it cost £4m.", "Lake Audit Office"),
    ("The Lake Audit Office (LAO) wrote to the Ports Committee. The watchdog said it cost £4m.", "Lake Audit Office"),
    ("The Orme Lake Crossing cost £4m, the roads minister said.", "roads minister"),
    # an office with "and", in capitals or not, and a body that an acronym explains
    ("It cost £4m, the Lakes and Rivers Ombudsman has said.", "Lakes and Rivers Ombudsman"),
    ("The Lakes and Rivers Ombudsman (LRO) said it cost £4m.", "Lakes and Rivers Ombudsman"),
    ("The Lakes and Town Rivers Watch (LTRW) said it cost £4m.", "Lakes and Town Rivers Watch"),
    ("It cost £4m, the Rowers Against Lake Fees (RALF) has claimed.", "Rowers Against Lake Fees"),
    ("Ann Brandt of the Rowers Against Lake Fees (RALF) has claimed it cost £4m.", "Ann Brandt"),
    ("But Ann Brandt, the chairwoman of the Rowers Against Lake Fees (RALF) has claimed it cost £4m.", "Ann Brandt"),
    ("It cost £4m, the lakes and rivers secretary has announced.", "lakes and rivers secretary"),
    ("The oil and gas regulator said it cost £4m.", "oil and gas regulator"),
    ("The council and mayor said it cost £4m.", "mayor"),
    (
        "The Norrland Relief and Works Agency for Rowers said it was £4m.",
        "Norrland Relief and Works Agency for Rowers",
    ),
    ("Data from the Orme Lake Trust (OLT) show it cost £4m.", "Orme Lake Trust"),
    ("A spokesman for the Rowers Against Lake Fees (RALF) said it cost £4m.", "Rowers Against Lake Fees"),
    ("A spokesman for the Lake Trust (LT) said it cost £4m.", "spokesman for the Lake Trust"),
    # a staff is no person of that rank
    ("It cost £4m, according to Norvian General Staff data.", "Norvian General Staff"),
    ("According to data from the General Staff of Norvia, it cost £4m.", "General Staff of Norvia"),
    ("The General Staff said it cost £4m.", "General Staff"),
    ("The General Assembly said it cost £4m.", "General Assembly"),
    ("General Staffield said it cost £4m.", "Staffield"),
    # a thing or a time before a name is no part of it
    ("The last time Brandt reported it was in May, saying that it cost £4m.", "Brandt"),
    ("The first time that Brandt said it cost £4m was in May.", "Brandt"),
    ("That is up from the 31,000 boats Brandt reported in May 2023.", "Brandt"),
    ("That is up from the 31,000 boats that Ann Brandt reported in May 2023.", "Ann Brandt"),
    # "his figures" are his, a document is no more than its name
    ("Ann Brandt spoke in May. According to her calculations, it cost £4m.", "Ann Brandt"),
    ("The Orme Board met. Its figures show it cost £4m.", "Orme Board"),
    ("It cost £4m, according to its annual report consulted on Friday by Nordwire.", "annual report"),
    ("A gap opened. Including the annual report of the LRO, which said it cost £4m.", "LRO"),
    # a body may be for several things
    ("The Department for Lakes, Ferries and Towns said it cost £4m.", "Department for Lakes, Ferries and Towns"),
    ("It cost £4m, said the Department for Lakes, Ferries and Towns.", "Department for Lakes, Ferries and Towns"),
    (
        "The Department for Lakes, Ferries and Towns cut jobs, saying it cost £4m.",
        "Department for Lakes, Ferries and Towns",
    ),
    (
        "The Ministry of Inland Lakes, Ferries, and Towns said it cost £4m.",
        "Ministry of Inland Lakes, Ferries, and Towns",
    ),
    ("Of lakes, Orme and Bara said it cost £4m.", "Bara"),
    # an acronym that the text explains
    ("The Lake Repair Office (LRO) met.\nIt cost £4m, the LRO said.", "Lake Repair Office"),
    ("As a Lake Repair Office (LRO) report showed, it cost £4m.", "Lake Repair Office"),
    ("The Lake Repair Office met. The LRO said it cost £4m.", "LRO"),
    ("It fell to 9 million tonnes (MT), up by 1%, and cost £4m, the lake ministry said.", "lake ministry"),
    ("Ann Li in her letter said it cost £4m.", "Ann Li"),
    ("It met in NSW. In NSW, the council says that it cost £4m.", "council"),
    ("The LRO (Lake Repair Office) met. The LRO said it cost £4m.", "Lake Repair Office"),
    ("The Lake Repair Office (KBX) met. The LRO said it cost £4m.", "LRO"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_who_is_meant(text: str, name: str) -> None:
    assert read(text)[-1] == (name, S)


@pytest.mark.parametrize(
    "text",
    [
        "It got £2m, bringing reported grants to £4m.",
        "Ann Li met us. Sexual assaults at knife point show rises, at £4m.",
        "House prices suggest £4m is lost.",
    ],
)
def test_what_is_counted_says_nothing(text: str) -> None:
    assert read(text)[-1] == (None, None)


@pytest.mark.parametrize(("who", "name"), [("Associated Press", "Associated Press"), ("German press", None)])
def test_an_agency_of_news_has_a_name_and_the_press_has_none(who: str, name: str | None) -> None:
    assert read(f"It cost £4m, according to the {who}.") == [(name, Stance.REPORTS)]
