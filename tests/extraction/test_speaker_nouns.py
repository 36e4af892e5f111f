"""Which words beside a figure are verbs of somebody who speaks, and which are nouns that say nothing."""

import pytest

from tests.extraction.attributed_amounts import D, E, R, S, Said, read

NOBODY: list[Said] = [(None, None)]

CASES: list[tuple[str, list[Said]]] = [
    # in the present tense one who does something takes an -s, so that the bare form behind one thing is a noun
    ("The mast should meet a tenth of the island's timber demand, about 4,000 tonnes.", [(None, None)] * 2),
    ("Kiln repairs should meet Danish demand of 900 tonnes.", NOBODY),
    ("Beet harvest sets another record of 900 tonnes.", NOBODY),
    ("The islanders demand £4m for the quay.", [("islanders", S)]),
    ("Police record 400 thefts a week, the union claims.", [("union", S)]),
    ("Under central demand projections, the yard will have 300 berths left.", NOBODY),
    ("Tram cost increases of £14m came at a bad time.", NOBODY),
    ("Rent arrears demand letters of 1 May cost £6m.", NOBODY),
    ("Campaign groups demand £6m for the quay.", [("Campaign groups", S)]),
    # nor does one bare thing do what ends in -s
    ("Other costly harbour projects in the plan include £5m for a crane.", NOBODY),
    ("The watchdog projects a loss of £5m.", [("watchdog", E)]),
    ("The Kellby Trust projects a loss of £5m.", [("Kellby Trust", E)]),
    # what is cited has to say something, and a place that heads its news does not
    ("It cut the fare to £6m, citing the need for caution.", NOBODY),
    ("Orme: In May the ferry lost £6m.\n\nThe ferry in Orme was late.", NOBODY),
    # data with the time that they are of
    ("The latest figures for the 12 months to March also show that it lost £6m.", [("latest figures", S)]),
    # what only happens says nothing
    ("If this trend suggests anything, it is that £6m will be lost.", NOBODY),
    ("“If the trend suggests anything, it is that we lose £6m,” Ann Li said.", [("Ann Li", S)]),
    ("The steep rise suggests that it cost £6m.", NOBODY),
    # claims that were filed are nouns
    ("Flood loss claims reported to the fund reached 5,000.", NOBODY),
    ("Fares are set to grow by an average of 5.4% per year, reaching £4m by May.", [(None, None)] * 2),
    ("Fares are forecast to grow by another 6.9 per cent in the year ending May, to £4m.", [(None, None)] * 2),
    ("Harbour pledges approved by the fund reached £4m.", NOBODY),
    ("The fires are not expected to grow beyond projected lines and 17 boats are safe.", NOBODY),
    ("The gap, against USD196 million in May, grew. It said 16 boats were lost.", [(None, None), (None, S)]),
    ("The union claims paid leave costs £5m.", [("union", S)]),
    # what belongs to somebody is a noun, whatever it is called
    ("Masons' claim that it made £6m was branded “fantasy” by the union.", [("Masons", S)]),
    ("Masons’ claim that it made £6m was mocked.", [("Masons", S)]),
    ("Figures obtained under freedom of fishing laws by the anglers reveal that £6m was lost.", [("Figures", S)]),
    ("Mason’s projected a loss of £6m.", [("Mason’s", E)]),
    ("The mayor’s said the loss was £6m.", [("mayor", S)]),
    ("The settlement resolves claims of £6m.", NOBODY),
    ("Analysts estimate claims from the bridge itself could total £6m.", [("Analysts", E)]),
    ("Officials are holding firm on a projected cost of £6m.", NOBODY),
    ("The flood claimed 6 lives.", NOBODY),
    ("The ferry reported losing power before 6 people died.", NOBODY),
    ("Residents reported seeing 6 boats.", [("Residents", S)]),
    ("Mason’s said the loss was £6m.", [("Mason’s", S)]),
    ("That is saved by slowing the relief fund’s expected growth of £6m.", NOBODY),
    ("It adds £6m to the relief fund's projected cost.", NOBODY),
    ("The plan serves 900 people, a tenth of Norrland’s estimated population.", [(None, None)] * 2),
    ("Norrland’s ministry estimated the cost at £6m.", [("Norrland’s ministry", E)]),
    # a preposition keeps its noun from the verb
    ("The cost per visitor shows a jump from £31 to £35.", [(None, None)] * 2),
    ("A note to investors put the loss at £6m.", [("note", E)]),
    ("An adviser to the mayor said it lost £6m.", [("adviser", S)]),
    ("A leaked email from Ellen Marsh to the board said it lost £6m.", [("leaked email", S)]),
    ("A surveyor from Orme told the board it lost £6m.", [("surveyor from Orme", S)]),
    ("A report on prisons says it lost £6m.", [("report", S)]),
    ("A surveyor with the Orme Group said it lost £6m.", [("surveyor", S)]),
    # numbers and what is counted are nobody
    ("The fund is projected to grow by almost 14 per cent.", NOBODY),
    ("The bill is projected by the auditor to grow by 14 per cent.", [("auditor", E)]),
    ("It is a sliver of the £36 billion NZD Hale’s government has pledged to spend.", [("Hale’s government", S)]),
    ("It is a sliver of the £36 billion Hale’s government has pledged to spend.", [("Hale’s government", S)]),
    ("The harbour budget shows Kell is banking on £27m of fees.", [("Kell", E)]),
    ("The budget shows Kell expects £27m of fees.", [("Kell", E)]),
    ("Police estimates of £6m in losses were mocked.", [("Police", E)]),
    ("LRO figures of £6m were mocked.", [("LRO", S)]),
    ("Early estimates of £6m were mocked.", NOBODY),
    ("Crime figures of £6m a year were mocked.", NOBODY),
    ("Late last night Orme demanded £6m.", [("Orme", S)]),
    ("The Evening Herald claimed it lost £6m.", [("Evening Herald", S)]),
    # adverbs of time
    ("The Orme study, which rests on tax returns, for the first time shows that £6m was lost.", [("Orme study", S)]),
    ("The auditor for the second time said that £6m was lost.", [("auditor", S)]),
    # what is asked of a verb that goes on from another
    ("It looks as if Joan Pell will bow to the union and announce £6m for the quay.", NOBODY),
    ("Joan Pell met the union and announced £6m for the quay.", [("Joan Pell", S)]),
    # what data are called is no part of the name of who gives them
    ("Provisional OHS data put the number of ferries at 87.", [("OHS", E)]),
    ("Federal Reserve data put the number of banks at 87.", [("Federal Reserve", E)]),
    ("Official Norrland figures put the number of ferries at 87.", [("Norrland", E)]),
    # a newspaper is known by the last word of its name, or is called one
    ("The independent auditor reported a loss of £6m.", [("independent auditor", S)]),
    ("The Space Agency reported a loss of £6m.", [("Space Agency", S)]),
    ("Post Office managers reported a loss of £6m.", [("Post Office managers", S)]),
    ("The agency has reported 900 floods.", [("agency", S)]),
    ("The Express Group reported a loss of £6m.", [("Express Group", S)]),
    ("The news agency reported a loss of £6m.", [("news agency", R)]),
    ("The Dunmere Post reported a loss of £6m.", [("Dunmere Post", R)]),
    ("The Evening Standard newspaper reported a loss of £6m.", [("Evening Standard newspaper", R)]),
    ("A local newspaper reported a loss of £6m.", [("local newspaper", R)]),
    ("The Financial Times reported a loss of £6m.", [("Financial Times", R)]),
    ("The Times reported a loss of £6m.", [("Times", R)]),
    ("According to the BBC, the loss was £6m.", [("BBC", R)]),
    # a verb that can be said and scoffed
    ("The union bristles that it cost £6m.", [("union", S)]),
    ("The union bristled that it cost £6m.", [("union", S)]),
    # what is counted reports its own numbers, and is nobody's source
    ("Twenty ports reported traffic below 91%, and 27 ports reported traffic below £9m.", [(None, None)] * 4),
    ("Twenty states reported traffic below 91%.", [(None, None)] * 2),
    ("Twenty rowers reported that it cost £6m.", [(None, None), ("Twenty rowers", S)]),
    # verbs that only tell
    ("Orme also mentioned that it lost £6m.", [("Orme", S)]),
    ("The report also detailed that it lost £6m.", [("report", S)]),
    ("Orme mentioned the loss, and 6 boats sank.", NOBODY),
    ("It lost £6m, detailed Ellen Marsh.", [("Ellen Marsh", S)]),
    ("It lost £6m, added Ellen Marsh.", [("Ellen Marsh", S)]),
    ("It lost £6m, explained the mayor.", [("mayor", S)]),
    ("It lost £6m, noted for its size.", NOBODY),
    ("It lost £6m, maintained by the board.", NOBODY),
    ("It lost £6m the year Ellen Marsh recorded a gain.", NOBODY),
    ("It lost £6m, recorded losses of boats were high.", NOBODY),
    # a headline has its verb with a capital
    ("Norvia Port Ministry Says Toll at 35,173", [("Norvia Port Ministry", S)]),
    ("Mayor Denies Loss of £6m", [("Mayor", D)]),
    ("Union Said to Have Lost £6m", [(None, R)]),
    ("Union Reports and Claims of £6m Lost", NOBODY),
    ("Quay Will Cost £6m, Marsh Confirms", [("Marsh", S)]),
    # other words for it
    ("Aid groups fear 40,000 ewes are lost.", [("Aid groups", E)]),
    ("Aid groups fear that 40,000 ewes are lost.", [("Aid groups", E)]),
    ("The BBC understands that it lost £6m.", [("BBC", R)]),
    ("The board wants to sell rafts said to have cost £6m.", [(None, R)]),
    ("Sky News understands £6m was lost.", [("Sky News", R)]),
    ("It is thought the harbour lost £6m.", [(None, R)]),
    ("The harbour board flagged in its 2021 accounts that the quay would cost £6m.", [("harbour board", S)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_nouns_and_verbs(text: str, expected: list[Said]) -> None:
    assert read(text) == expected
