"""How a speaker stands to a figure: what is denied, doubted or taken back, what only looks denied, what is reckoned."""

import pytest

from tests.extraction.attributed_amounts import D, E, R, S, read


@pytest.mark.parametrize(
    "text",
    [
        # what is said of the claim behind the figure
        "The £6m costing of the scheme is a lie, Ana Li said.",
        "Ana Li said the union's £6m estimate of the repairs was fantasy.",
        "Ana Li told the paper that the £6m figure was not a credible estimate.",
        "The £6m price tag bears no relation to reality, Ana Li said.",
        "The £6m figure had been grossly overstated, Ana Li said.",
        "The £6m figure was, Ana Li said, ‘misleading’.",
        "Reports that it lost £6m are nowhere near the mark, Ana Li said.",
        "The idea that the road will cost £6m is simply wrong, said Ana Li.",
        "“To claim it costs £6m is dishonest,” Ana Li said.",
        "A figure of £6m was described by Ana Li as wildly inaccurate.",
        "Ana Li called the reported fee of £6m “a joke”.",
        "The suggestion of a £6m overspend is one Ana Li rejects.",
        "“£6m? That is pure invention,” Ana Li said.",
        "“People say we lose £6m,” said Ana Li. “That is wrong.”",
        "“That £6m came from a leaflet and it is fiction,” said Ana Li.",
        # what is said of it before
        "There is no truth in the £6m, Ana Li said.",
        "Nor was it true, Ana Li said, that it had lost £6m.",
        "Ana Li has retracted a paper claiming that it cost £6m.",
        "“Whoever told you £6m was dreaming,” Ana Li said.",
        "There is no way it cost £6m, Ana Li said.",
        "There was no truth whatsoever in the suggestion that £6m had gone missing, Ana Li said.",
        "There was nothing to suggest that £6m had gone missing, Ana Li said.",
        "Ana Li said it was not true it had lost £6m.",
        "Ana Li said there was no £6m hole in the accounts.",
        "There are no plans to borrow £6m, Ana Li said.",
        "“I have no idea where that £6m came from,” Ana Li said.",
        "“I don't know who dreamt up the £6m,” Ana Li said.",
        "The true figure is far below the £6m claimed, Ana Li said.",
        "“At no point did we agree to pay £6m,” Ana Li said.",
        "Ana Li said rents had not risen by 6%.",
        "Reserves do not stand at £6m, Ana Li said.",
        # what a negation reaches
        "“No one offered us £6m,” Ana Li said.",
        "“It can't possibly be £6m,” Ana Li said.",
        "The pier never lost anything like £6m, Ana Li insists.",
        "The pier has not lost a penny, let alone £6m, Ana Li said.",
        "The airline does not owe passengers £6m, Ana Li said.",
        # who denies
        "Ana Li has never accepted that the repairs cost £6m.",
        "Ana Li does not accept the figure of £6m.",
        "Ana Li is sceptical that it will raise £6m.",
        "Ana Li doubts that it will raise £6m.",
        "Ana Li questioned the mayor's claim that it would save £6m.",
        "Ana Li scoffed at the notion that it would cost £6m.",
        "Ana Li has spent months swatting away talk of a £6m bill.",
        "Ana Li has walked back her claim that it cost £6m.",
        "Ana Li has apologised for claiming that it cost £6m.",
        "Ana Li dismissed as baseless the union's claim that it cost £6m.",
        "Ana Li denied on Thursday a media report that said it would cost £6m.",
        "Ana Li denied a Herald report saying it would cost £6m.",
        "Ana Li's denial that she took £6m was not believed.",
        "Asked if it had cost £6m, Ana Li said: “Absolutely not.”",
        "Asked if it had cost £6m, Ana Li laughed. “Not a chance,” she said.",
        "Asked to confirm that it cost £6m, Ana Li said that was incorrect.",
        "A £6m loss? “Nonsense,” said Ana Li.",
        "Contrary to what Bo Ek told MPs, said Ana Li, it does not come to £6m.",
    ],
)
def test_a_denial_in_any_form_is_a_denial(text: str) -> None:
    assert read(text) == [("Ana Li", D)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Li did not deny that it cost £6m.",
        "Ana Li did not dispute the £6m figure.",
        "Ana Li could not rule out that it would cost £6m.",
        "Nobody disputes that it cost £6m, Ana Li said.",
        "There is no doubt that it cost £6m, Ana Li said.",
        "Ana Li said she did not doubt that it would cost £6m.",
        "It cost no less than £6m, Ana Li said.",
        "It has never cost more than £6m, Ana Li said.",
        "It will cost not only £6m but our good name, Ana Li said.",
        "It is not unusual for a house to cost £6m, Ana Li said.",
        "“We can't afford £6m,” Ana Li said.",
        "“Nobody should have to pay £6m,” said Ana Li.",
        "“We were not going to miss £6m,” Ana Li said.",
        "“We have never seen £6m before,” Ana Li said.",
        "“We didn't know it cost £6m,” Ana Li said.",
        "“We will not rest until the £6m is paid,” Ana Li said.",
        "Ana Li rejected the claim, saying she had spent £6m.",
        "Ana Li stands by her claim that it cost £6m.",
    ],
)
def test_what_only_looks_like_a_denial_is_stated(text: str) -> None:
    assert read(text) == [("Ana Li", S)]


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected plans for 600 homes.",
        "The bank rejected 600 applications.",
        "The minister rejected an amendment that would have cost £6m.",
        "Ana Li, who denies fraud, earned £6m.",
        "The club denied making an offer, which would have beaten the £6m record.",
        "The minister denied misleading MPs over the £6m cost of the boats.",
        "The firm wrote down the value of its stake by £6m.",
        "MPs voted down the £6m plan.",
    ],
)
def test_what_is_refused_or_over_before_the_figure_denies_nothing(text: str) -> None:
    assert read(text) == [(None, None)]


def test_a_claim_is_denied_by_who_denies_it_and_made_by_who_makes_it() -> None:
    text = "The bill was £3m, not the £6m claimed by the union, the council said."
    assert read(text) == [("council", S), ("council", D)]
    assert read("The union says 600 jobs will go, a figure the firm disputes.") == [("union", S)]
    assert read("The union's £6m estimate is false.") == [(None, D)]
    text = "A witness said she saw 500 bodies, contradicting the official claim that 169 people died."
    assert read(text) == [("witness", S), ("witness", D)]


def test_neither_confirmed_nor_denied_is_hearsay() -> None:
    assert read("The firm declined to confirm or deny a report that it would cut 500 jobs.") == [(None, R)]
    assert read("Reports in Spain claim that the club paid £6m.") == [(None, R)]
    assert read("There were reports that the club paid £6m.") == [(None, R)]


@pytest.mark.parametrize(
    "text",
    [
        "“My best guess is £6m,” Ana Li said.",
        "“I would put it at £6m,” Ana Li said.",
        "“I would estimate the loss to be £6m,” Ana Li said.",
        "Ana Li has pencilled in a loss of £6m.",
        "Ana Li sees a deficit of £6m.",
        "Ana Li has told staff to expect a bill of £6m.",
        "Ana Li stands by her estimate that it will cost £6m.",
        "The bill will be £6m, in the view of Ana Li.",
        "If Ana Li is right, the bill will be £6m.",
        "Modelling by Ana Li suggests a bill of £6m.",
    ],
)
def test_what_is_reckoned_is_an_estimate(text: str) -> None:
    assert read(text) == [("Ana Li", E)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The police are saying that it cost £6m.", "police"),
        ("The police gave out a figure of £6m.", "police"),
        ("A study in 2006 suggested that it cost £6m.", "study"),
        ("Officials in Kabul said that it cost £6m.", "Officials"),
        ("Officials were quoted on Monday as saying that it cost £6m.", "Officials"),
        ("The firm has had a bad year and in December said it had lost £6m.", "firm"),
        ("PARIS, Dec 15 - Ana Li said on Friday it had lost £6m.", "Ana Li"),
        ("Calder Sports and Leisure Corporation says it cost £6m.", "Calder Sports and Leisure Corporation"),
        ("The shortfall, Ana Li went on, was £6m.", "Ana Li"),
        ("It cost £6m, its director clarified on Monday.", "director"),
        ("“It's £6m,” is how the steward, Ana Li, broke it to them.", "Ana Li"),
        ("The claim is wrong, said Ana Li, who wrote the plan. “Our bill was £6m.”", "Ana Li"),
        ("Ana Li was in no mood to talk.\n\n“We lost £6m. We are done.”", "Ana Li"),
        ("“We lost £6m.\n\n“We are done,” said Ana Li.", "Ana Li"),
        ("T. Ravi rejected the plan. “Count them,” he said. “We lost £6m.”", "T. Ravi"),
        ("The deal gave it AU$9 million, the airline said.", "airline"),
    ],
)
def test_the_speaker_is_found_wherever_the_report_puts_him(text: str, name: str) -> None:
    assert read(text)[-1] == (name, S)
