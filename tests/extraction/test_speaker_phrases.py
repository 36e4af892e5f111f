"""Which noun phrases can be a source: persons, bodies, documents; never half a phrase, a quality or a time."""

import pytest

from tests.extraction.attributed_amounts import E, S, Said, read

CASES: list[tuple[str, list[Said]]] = [
    # qualities and times are no sources; data that name no giver are named whole
    ("Losses rose to £5m, according to the latest regional data.", [("latest regional data", S)]),
    ("Preliminary figures show that sales fell by £12m.", [("Preliminary figures", S)]),
    ("Today’s figures show that 4,200 patients waited.", [("figures", S)]),
    ("Original estimates of the bill came to £45m.", [(None, None)]),
    ("The scheme has a maximum estimated cost of £59m.", [(None, None)]),
    ("In its plan, the current expected total is £15m.", [(None, None)]),
    ("Councils saw record demands of £19m on their budgets.", [(None, None)]),
    ("According to police figures, losses reached £4m.", [("police", S)]),
    ("According to Treasury data, losses reached £4m.", [("Treasury", S)]),
    # an estimate is its owner's, whoever compares with it
    ("The bill is lower than the auditor's £7bn estimate, the ministry said.", [("auditor", E)]),
    ("The ministry said the bill was below Orme's £7bn estimate.", [("Orme", E)]),
    ("The council's £7bn bridge was called a folly by the union.", [(None, None)]),
    # who often does something is no adverb
    ("These leases will often specify that 15% of the rent is waived.", [("leases", S)]),
    # a place where something costs is no price that somebody names
    ("The council placed 40 children in homes at a cost of £5m.", [(None, None)] * 2),
    ("The council places the cost at £5m.", [("council", E)]),
    ("Orme Risk updated its damage estimate to $30bn.", [("Orme Risk", E)]),
    ("Orme Risk analysts are projecting a loss of $30bn.", [("Orme Risk analysts", E)]),
    # a machine is no committee
    ("The K-9 tram is late. The public accounts committee said it cost £5m.", [("public accounts committee", S)]),
    # names stay whole
    ("According to the U.S. Bureau of Lakes, the dam cost $79m.", [("U.S. Bureau of Lakes", S)]),
    ("The Office for Harbour Statistics (OHS) said that losses reached £4m.", [("Office for Harbour Statistics", S)]),
    ("Estimates from the Lake Office for upkeep and repair contracts totalled £4.5m.", [("Lake Office", E)]),
    ("The bill is £40m, according to consultancy Orme for the lobby group Bara.", [("consultancy Orme", S)]),
    # a participle tells of a noun, and says nothing
    ("The grants for farms announced this week will cost £24m a year, the ministry said.", [("ministry", S)]),
    ("The £8m sum revealed in the firm’s accounts came as part of a £3bn plan.", [("firm", S), (None, None)]),
    ("The yearly standard set in 2010 stated that at least 95% of trains should be on time.", [("yearly standard", S)]),
    ("The opening of stations promised in the plan has been put off, and £6m is gone.", [(None, None)]),
    ("Figures published by Rail Watch this morning revealed a gap of £7.6m.", [("Rail Watch", S)]),
    ("It cost £47m, up from the £41m reported last month.", [(None, None), (None, None)]),
    ("The minister announced on Monday that the dam would cost £5m.", [("minister", S)]),
    ("The minister revealed in the Commons that the dam would cost £5m.", [("minister", S)]),
    # to claim a benefit or asylum is to ask for it
    ("Last year 101,000 people claimed asylum in the country.", [(None, None)]),
    ("There was a record number of benefit claims last year, with 110,000 people claiming support.", [(None, None)]),
    ("The union claimed that 110,000 people had claimed benefits.", [("union", S)]),
    # promises that somebody has are nouns
    ("The grant fulfils his campaign promise to cancel £10,000 of fees.", [(None, None)]),
    ("It will miss its manifesto pledge to spend £65m on trams.", [(None, None)]),
    ("This was one of the five promises Hale made: to spend £65m.", [(None, None), (None, None)]),
    ("Ministers promise to spend £65m on trams.", [("Ministers", S)]),
    ("Experts issue flood warning as more than 7 million people wait.", [(None, None)]),
    ("A letter warning that the dam could cost £5m was lost.", [("letter", S)]),
    # who is meant by "it", "the watchdog", "one of"
    ("One of the ministry’s senior officials told MPs that the cost was £1.2m.", [("ministry’s senior officials", S)]),
    ("Campaigners were angry. It added that the bill was £5m.", [(None, S)]),
    ("Government may miss its aim. The spending watchdog has said it will cost £5m.", [("spending watchdog", S)]),
    ("“It costs only £5m,” said the then minister of lakes, Jan Orme.", [("Jan Orme", S)]),
    # other ways to say it
    ("A study has shown that sales fell by £12m.", [("study", S)]),
    ("The first estimate was £4m. The auditor has now revised this up to £15m.", [(None, None), ("auditor", E)]),
    ("Analysts at Orme have released a new brief that puts the cost at £5bn.", [("new brief", E)]),
    ("Now the Audit Office has read the plans and found that they cost £5m.", [("Audit Office", S)]),
    ("Sales fell to £5m, according to official end of year figures released by the port.", [("port", S)]),
    ("Sales fell to £5m, according to new estimates compiled for it by Kell Analysts.", [("Kell Analysts", E)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_says_a_figure(text: str, expected: list[Said]) -> None:
    assert read(text) == expected


def test_a_name_ends_with_its_line() -> None:
    text = "ORME ANALYSIS\n\nHale runs the fund.\n\nIt grew by £5m, he said."
    assert read(text) == [("Hale", S)]
