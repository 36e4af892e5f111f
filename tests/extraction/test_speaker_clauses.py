"""Which figures of a sentence a source reaches, and where its words end."""

import pytest

from tests.extraction.attributed_amounts import D, E, R, S, Said, read

CASES: list[tuple[str, list[Said]]] = [
    # "said Thursday when", with no "on"
    ("Almost 900 people were stung, the Lake Office said Thursday when it opened its books.", [("Lake Office", S)]),
    ("Almost 900 people were stung, the Lake Office said Thursday.", [("Lake Office", S)]),
    # a source between what it says and a list of it
    (
        "The three mills would pay £9m in all, the Herald reports: Orme £4m, Bara £3m and Kell £2m.",
        [("Herald", R)] * 4,
    ),
    ("After it lost £9m, the mill said: “We need £4m.”", [(None, None), ("mill", S)]),
    # several say each a figure, the verb said once
    (
        "Norrland expects as much as £44m, Dunmere up to £25m, Kell Bay around £12m and Orme £7m.",
        [("Norrland", E), ("Dunmere", E), ("Kell Bay", E), ("Orme", E)],
    ),
    ("Norrland expects £44m, of which Dunmere gets £25m.", [("Norrland", E)] * 2),
    ("Norrland expects £44m, up from £25m.", [("Norrland", E)] * 2),
    ("Norrland expects £44m, and in March £25m.", [("Norrland", E)] * 2),
    (
        "Norrland expects growth of 2.5%; the Treasury, 2.2%; the LRO, 3%.",
        [("Norrland", E), ("Treasury", E), ("LRO", E)],
    ),
    ("Norrland expects growth of 2.5% in spring, Easter included, 2% later.", [("Norrland", E)] * 2),
    # an initial ends no sentence before a name, but a lettered thing does
    (
        "The council says it will be 20% cheaper than Kell Bridge C. ORM's share is 12%.",
        [("council", S), (None, None)],
    ),
    ("The council says Jan C. Orme paid £12m.", [("council", S)]),
    # a figure at the head of its own line
    ("£7m: the auditor's estimate for repairs.", [("auditor", E)]),
    ("£7m: by how much the auditor reckons the bill would rise.", [("auditor", E)]),
    # what is neither the one nor the other is denied, both of it
    ("Neither the £9m figure nor the £3m bill is accurate, the owner said.", [("owner", D)] * 2),
    ("Neither the mayor nor the owner paid the £3m bill, the union said.", [("union", S)]),
    ("Neither party liked the £3m bill, which is accurate, the owner said.", [("owner", S)]),
    ("“That is simply untrue,” Ms Orme said of the £3m figure.", [("Orme", D)]),
    ("“That is simply too much,” Ms Orme said of the £3m figure.", [(None, None)]),
    ("“It cost £3m, perhaps less,” shrugged Jan Orme, who keeps bees.", [("Jan Orme", S)]),
    ("“It cost £3m” tempted Jan Orme, who keeps bees.", [(None, None)]),
    # who tells of a figure right behind it tells of no other
    ("It was not the £5m the club had told fans, but £9m, the ledger shows.", [("ledger", D), ("ledger", S)]),
    (
        "Contrary to the union's claim of £9m, it paid only £3m, the mayor said.",
        [("mayor", D), ("mayor", S)],
    ),
    ("Despite the union's claim of £9m, the owner paid £3m.", [("union", S), (None, None)]),
    # who closes a headline
    ("Quay to cost £7m by 2031 - harbour official\n\nIt will be built of oak.", [("harbour official", S)]),
    ("Quay to cost £7m – review\n\nIt will be built of oak.", [("review", S)]),
    ("Quay to cost £7m - a third of the sum\n\nIt will be built of oak.", [(None, None)] * 2),
    ("Quay to cost £7m – surveyors\n\nIt will be built of oak.", [("surveyors", S)]),
    # what a pledge is for is not said by who pledged
    (
        "Norrland had pledged to help the yard, which has struggled to build 12 boats a year.",
        [(None, None)],
    ),
    ("Norrland pledged to spend £5m, which would pay for 12 boats.", [("Norrland", S)] * 2),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_a_source_reaches(text: str, expected: list[Said]) -> None:
    assert read(text) == expected
