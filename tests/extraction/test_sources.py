"""Whose figure it is in whole texts: shared subjects, asides, labels, single quotes, denials and what is not said."""

import pytest

from app.extraction import pipeline
from app.extraction.mention import Passage
from tests.extraction.attributed_amounts import D, E, R, S, Said, read
from tests.support.call_counts import steps


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ministers dispute the £17m figure and say it can be done for £10m.", [("Ministers", D), ("Ministers", S)]),
        ("Far from costing £9m, as Ana Li claimed, it came in at £4m, Jo Park said.", [("Jo Park", D), ("Jo Park", S)]),
        ("Ana Li denied that it cost £4m, telling MPs that it was £3m.", [("Ana Li", D), ("Ana Li", S)]),
        ("The firm shut its mill, saying gas had cost it £4m.", [("firm", S)]),
        ("Ana Li says £15m; Capital Trust, £20m.", [("Ana Li", S), ("Capital Trust", S)]),
        ("A spokesman repeated that £4m had been paid.", [("spokesman", S)]),
        ("The mayor hit back at a union’s claim that it cost £4m.", [("mayor", D)]),
        ("It was, she said, untrue that it cost £15m; the bill was £4m.", [(None, D), (None, S)]),
        ("“No,” said Ana Li, because there had been £4m in the bank.", [("Ana Li", S)]),
    ],
)
def test_a_verb_that_goes_on_shares_its_subject(text: str, said: list[Said]) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kevin Stroud, 54, from Hull, said he had paid £3,200.", "Kevin Stroud"),
        ("The council leader, Tariq Mahmood (Lab), said it cost £4m.", "Tariq Mahmood"),
        ("It lost £18m, its finance director, Ana Li, told shareholders.", "Ana Li"),
        ("A nurse on the ward, who gave no name, said it cost £4m.", "nurse"),
        ("Otto Brandt kept quiet. The trip cost £11,500, his spokesman said.", "spokesman"),
        ("The inspectors stood by their count of £4m.", "inspectors"),
        ("The chancellor, Ana Li, insisted yesterday that it was £12m.", "Ana Li"),
        ("The Institute, whose head once sat nearby, says £40m.", "Institute"),
        ("“It is £12m,” said its first master, Captain Elin Berg.", "Elin Berg"),
        ("It cost £6m, the Society of Motor Makers and Traders has warned.", "Society of Motor Makers and Traders"),
        ("No 10 said it cost £32,000.", "No 10"),
        ("Reuters quoted a Kremlin spokesman as saying £11m was lost.", "Kremlin spokesman"),
        ("Not so, said Ana Li: it cost £4m.", "Ana Li"),
        ("By the ministry's count, it lost £4m.", "ministry"),
        ("A count by the RSPB found 312 pairs.", "RSPB"),
        ("The Fish Agency's own figures show 3,950 spills.", "Fish Agency"),
        ("Mr Cole had weighed 64kg, Ana Li said. He had lost 9kg, she added.", "Ana Li"),
        ("The minister was adamant that it would cost £4m.", "minister"),
        ("It offered 3%, well short of the 8% that the unions had demanded.", "unions"),
        ("The union wants a raise of 8%.", "union"),
        ("According to the state water board, dams are 92% full.", "state water board"),
        ("The land registry lists a price of £4m.", "land registry"),
        ("The inquiry heard from Dr Ana Li that £4m had gone.", "Ana Li"),
        ("His lawyer, Ana Li, answered that he had taken £4m.", "Ana Li"),
        ("Sources close to the seller say it would not accept less than £4m.", "Sources close to the seller"),
        ("Police, for their part, said it cost £4m.", "Police"),
        ("In its filing the utility says a storm cost £3m, of which, it says, £2m was insured.", "utility"),
        ("Nobody has paid back the £4m, the auditor said.", "auditor"),
        ("The rail project should go ahead despite costs of £8m, according to a review.", "review"),
        (
            "The cost of the new harbour rail project could rise to £8m, according to an official review.",
            "official review",
        ),
        ("Unofficial calculations based on the rate of inflation suggest it will be £12m.", "Unofficial calculations"),
        ("The budget still being confirmed by ministers last summer was £5m.", "ministers"),
        ("It will cost £7m, according to the draft document leaked to the Herald.", "draft document"),
        ("It will cost £7m, according to a review of the line seen by the Herald.", "review of the line"),
        ("Figures released by the ministry show it cost £7m.", "ministry"),
        ("A report obtained by the Herald says it cost £7m.", "report"),
        ("The Statistics Office’s latest bulletin suggests it cost £7m.", "Statistics Office"),
        ("It came in £3m under budget, according to the latest government figures.", "government"),
        ("The port has room and, according to the estimations in the report, £3m will be left.", "estimations"),
    ],
)
def test_the_source_is_found_through_what_stands_around_it(text: str, name: str) -> None:
    assert read(text)[-1] == (name, S)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("‘We lost £30m,’ said Hywel Price, who farms near Brecon. ‘Nobody came.’", "Hywel Price"),
        ("“The ferry cost £9m.”\n\nThat was the account of Tanya Oko, a nurse.", "Tanya Oko"),
        ("The vicar was blunter: “We have £60 in the bank.”", "vicar"),
        ("As the bursar put it, “a new kitchen is £2m we don't have”.", "bursar"),
        ("“This will cost £300,” she said.\n\nLucy Tan, the mayor, was responding to the plan.", "Lucy Tan"),
    ],
)
def test_who_is_quoted(text: str, name: str) -> None:
    assert read(text) == [(name, S)]


def test_what_a_source_reckons_by_a_pronoun_or_by_a_poll_is_an_estimate() -> None:
    assert read("The court's office seized drugs with a value it estimated at £4m.") == [("court's office", E)]
    assert read("Exit polls gave the party 35 seats.") == [("Exit polls", E)]


def test_what_is_reckoned_up_is_its_reckoners_and_what_is_called_a_project_reckons_nothing() -> None:
    assert read("The total calculated by Argus does not include £8m of tax.") == [("Argus", E)]
    assert read("The £9m harbour project can boast five halls.") == [(None, None), (None, None)]
    assert read("That leaves out what is gone (sunk costs estimated at £24m).") == [(None, None)]


def test_one_of_several_is_nobody_named_before() -> None:
    text = "“It is dear,” said Ana Li. Others were calm. “It cost £4m,” said one."
    assert read(text) == [(None, S)]


def test_it_is_the_document_that_spoke_last() -> None:
    review = "Harwich should go on. The review, by Jo Park, claims that Harwich should wait. "
    assert read(f"{review}It also claims that the gain fell to £2m.") == [("review", S)]
    named = "Shore was late. The leaked Oakley Review found it dear. It reportedly claims that the gain fell to £2m."
    assert read(named) == [("Oakley Review", S)]
    assert read(f"{review}Felixstowe opened in May. It said the gain fell to £2m.") == [("Felixstowe", S)]


def test_a_label_at_the_head_or_the_end_of_a_line_speaks() -> None:
    thread = "Comments (2)\n\nTollgate99: they spent £14m on a car park nobody uses\nSue B: no, it was £9m, I read them"
    assert read(thread) == [("Tollgate99", S), ("Sue B", S)]
    assert read("Treasury: VAT cut would cost £2bn") == [("Treasury", S)]
    assert read("Tunnel to cost £11bn: report") == [("report", S)]
    assert read("Total cost: £4m") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("There is no evidence that £4m was lost, Ana Li said.", ("Ana Li", D)),
        ("It is simply not true, Ana Li told MPs, that £4m was lost.", ("Ana Li", D)),
        ("The mayor repeated the false claim that it had cost £6m.", (None, D)),
        ("Claims that it cost £6m are false, according to the regulator.", ("regulator", D)),
        ("The claim that it costs £6m has been debunked.", (None, D)),
        ("Ana Li said it did not accept that this would add £6m.", ("Ana Li", D)),
        ("Ana Li does not believe it will cost £6m.", ("Ana Li", D)),
        ("Ana Li brushed aside suggestions that it cost £6m.", ("Ana Li", D)),
        ("Ana Li said that “£6m was a ‘could be’ number. It was never a base case”.", ("Ana Li", D)),
        ("“The draft did not, to my knowledge, speak of costs as high as £6m,” said Ana Li.", ("Ana Li", D)),
        ("Far from costing £6m, it would pay for itself, Ana Li argues.", ("Ana Li", D)),
        ("“I have seen £6m in the papers. It is nonsense,” Ana Li said.", ("Ana Li", D)),
        ("The watchdog Ofwat disputed a newspaper's claim that bills rose by £94.", ("watchdog Ofwat", D)),
    ],
)
def test_a_denial_is_no_support(text: str, said: Said) -> None:
    assert read(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Li rejects claims that it lost £6m a day.",
        "Ana Li hit back at claims that it had lost £6m.",
        "Ana Li pushed back on the idea that it had lost £6m.",
        "Ana Li called reports of a £6m loss “pure fiction”.",
        "Ana Li said the loss was nowhere near £6m.",
        "Ana Li said she had no record of a £6m loss.",
        "Ana Li insisted she never took £6m.",
        "Ana Li insisted it was not planning to spend £6m.",
        "“We did not sell 40% of our shares,” Ana Li said.",
        "“We do not owe farmers £6m,” Ana Li said.",
        "“Nobody in this office has been paid £6m,” Ana Li said.",
        "“That £6m figure is plucked out of thin air,” said Ana Li.",
        "The £6m figure has no basis in fact, Ana Li said.",
        "The £6m quoted in court was a gross exaggeration, Ana Li said.",
        "Suggestions that it lost £6m were “complete rubbish”, Ana Li said.",
        "Nor is it the case that rents rose 15%, Ana Li added.",
        "Contrary to claims of a £6m shortfall, Ana Li said the books were balanced.",
        "Speculation that it will spend £6m is wide of the mark, Ana Li said.",
        "Ana Li said her plan would not raise taxes by £6m, as the paper claims.",
        "“I never told anyone it would cost £6m,” said Ana Li.",
        "The £6m figure does not stand up to scrutiny, Ana Li said.",
        "Ana Li termed the reports of 250 deaths false.",
        "Ana Li took issue with the figure of £6m.",
        "Ana Li disagrees with the estimate of £6m.",
        "Ana Li has distanced herself from a £6m estimate.",
        "Ana Li cast doubt on claims that 95% were cured.",
    ],
)
def test_what_a_speaker_says_was_not_so_is_denied(text: str) -> None:
    assert read(text) == [("Ana Li", D)]


def test_somebody_who_is_sent_away_is_not_denied() -> None:
    assert read("The firm dismissed 300 workers.") == [(None, None)]
    assert read("The firm dismissed a claim that it lost 300 workers.") == [("firm", D)]


@pytest.mark.parametrize(
    "text",
    [
        "“We have not yet spent £6m of the grant,” Ana Li said.",
        "Ana Li said she did not want £6m.",
        "The firm had not spent the £6m it was given, Ana Li said.",
        "Ana Li admitted that she had not declared £6m.",
        "He had not paid £6m in tax, Ana Li said.",
        "If the state had not paid £6m, the school would have closed, Ana Li said.",
        "Families who do not earn £30,000 will qualify, Ana Li said.",
        "Ana Li said it was wrong that nurses had to pay £6 to park.",
        "It should never have cost the town £6m, Ana Li said.",
        "Contrary to claims in the press, sales rose £6m, Ana Li said.",
        "People close to the firm said it would not accept less than £6m, Ana Li said.",
    ],
)
def test_what_is_not_wanted_not_yet_done_or_taken_for_granted_is_stated(text: str) -> None:
    ((_, stance),) = read(text)
    assert stance is S


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Li insisted that the bill would not exceed £66m.", ("Ana Li", S)),
        ("The minister refused to say whether it would exceed £66m.", (None, None)),
        ("Asked whether it was £900m, the minister declined to comment.", (None, None)),
        ("Would it really cost £12m? Nobody at the department would say.", (None, None)),
        ("According to Dr Ana Li, whose unit was given £9m by its maker, the drug works.", (None, None)),
        ("The court heard that he had moved £9m.", (None, R)),
        ("Councillors were told the fountain would cost £9m.", (None, R)),
        ("It is now thought to have cost £9m.", (None, R)),
    ],
)
def test_what_is_bound_asked_passed_on_or_told_of_a_source_is_no_statement(text: str, said: Said) -> None:
    assert read(text) == [said]


@pytest.mark.parametrize(
    "piece",
    [
        "£5m and says ",
        "Ann: £5m ",
        "‘£5m,’ he said ",
        "a 5% that the union claim ",
        "is £5m, who said, ",
        "Per the £5m, ",
        "nobody of us has paid £5m ",
        "contrary to claims that £5m ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    def work(times: int) -> int:
        return steps(lambda: pipeline.read(Passage(text=piece * times)))

    times = 6_000 // len(piece)
    work(4)
    assert work(2 * times) <= 2.3 * work(times) + 200


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“We lost £2m,” Ana Li said, “and £1m of it is back.” Insurers expect claims.", [("Ana Li", S)] * 2),
        ("“And I'd guess you lost £2m,” Ana Li said.", [("Ana Li", E)]),
        ("“Our accounts show a gap of £2m,” said Ana Li.", [("Ana Li", S)]),
        ("Ana Li denied it: “We were paid £2m.”", [("Ana Li", S)]),
        ("“It is false that we lost £2m,” Ana Li said, adding that it was £1m.", [("Ana Li", D), ("Ana Li", S)]),
    ],
)
def test_a_quotation_is_its_own_speakers(text: str, said: list[Said]) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The striker's agent, Ana Li, told Tower Radio on Monday that it cost £4m.",
        "One of them, Ana Li, told the paper she had paid £4m.",
        "The council's economist, Ana Li, stayed calm but said it would cost £4m.",
    ],
)
def test_a_name_that_follows_its_description_speaks_of_what_follows(text: str) -> None:
    assert read(text) == [("Ana Li", S)]


def test_a_claim_says_nothing_itself() -> None:
    assert read("The institute noted the claim calling it an extra £20m.") != [("claim", S)]
