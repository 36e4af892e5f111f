"""Whose figure it is: the innermost source that the words name, and how it stands to the figure."""

import pytest

from app.domain.article import Part, PartKind
from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction import speakers
from app.extraction.mention import Mention, Passage
from tests.extraction.marked_text import marked

S, E, R, D = Stance.STATES, Stance.ESTIMATES, Stance.REPORTS, Stance.DENIES
Said = tuple[str | None, Stance | None]


def breaks(text: str) -> list[Span]:
    """Sentences that end with a full stop and a blank or with a line, which is all these tests need."""
    spans, start = [], 0
    for at, letter in enumerate(text):
        closed = letter in '.?!”"' and text[at : at + 2].strip() in {".", "?", "!", ".”", '."'} and at + 1 < len(text)
        if (
            letter == "\n"
            or (closed and text[at + 1] == " ")
            or (letter in '”"' and text[at - 1] == "." and at + 1 < len(text))
        ):
            spans.append(Span(start, at + 1))
            start = at + 1
    return [*spans, Span(start, len(text))]


def read(text: str) -> list[Said]:
    passage, mentions = marked(text)
    return [of(passage, mention) for mention in mentions]


def of(passage: Passage, mention: Mention) -> Said:
    found = breaks(passage.text)
    sentence = next(span for span in found if span.start <= mention.span.start < span.end)
    speaker, stance = speakers.Reader(passage).read(sentence, mention)
    if speaker is not None and speaker.span is not None:
        assert speaker.span.of(passage.text) == speaker.name
    return (speaker.name if speaker else None), stance


CASES: list[tuple[str, list[Said]]] = [
    # subject, verb, figure
    ("The health minister Karin Lund said the ward would cost [£9m|money].", [("Karin Lund", S)]),
    ("Labour MP Jane Doe has warned that bills could rise [4%|percentage].", [("Jane Doe", S)]),
    ("Anna Berg, a senior fellow at the institute, noted that costs rose [3%|percentage].", [("Anna Berg", S)]),
    ("The union's leader, Ana Silva, said pay fell [3%|percentage].", [("Ana Silva", S)]),
    ("Anna Kowalska, who runs the charity, said demand rose [40%|percentage].", [("Anna Kowalska", S)]),
    ("Officials who asked not to be named said the toll was [300|quantity].", [("Officials", S)]),
    ("People familiar with the matter said the bid was [$2bn|money].", [("People familiar with the matter", S)]),
    ("The minister told the broadcaster the gap was [£2bn|money].", [("minister", S)]),
    ("Asked about the price, Mehta said it was [Rs 200|money].", [("Mehta", S)]),
    ("The plan, the auditor warned, would cost [£5m|money].", [("auditor", S)]),
    ("The mayor, who claims the strike cost [$40m|money], wants talks.", [("mayor", S)]),
    # after the figure
    ("The pitch cost [$3m|money], the club president said.", [("club president", S)]),
    ("The pitch cost [$3m|money], said Maria Gonzalez, the mayor.", [("Maria Gonzalez", S)]),
    ("Prices rose [3%|percentage], official data showed on Friday.", [("official data", S)]),
    (
        "Deaths hit [597,000|quantity], the World Health Organization said, noting that [95%|percentage] were babies.",
        [("World Health Organization", S), ("World Health Organization", S)],
    ),
    # according to
    ("According to the Office for Fair Pay, wages fell [2%|percentage].", [("Office for Fair Pay", S)]),
    ("Wages fell [2%|percentage], according to Eurostat.", [("Eurostat", S)]),
    # estimates
    ("Trackers put the haul at [€14bn|money].", [("Trackers", E)]),
    ("A newspaper puts the bill at [£3bn|money].", [("newspaper", E)]),
    ("One paper put it at [£3bn|money], the Treasury at [£2bn|money].", [("paper", E), ("Treasury", E)]),
    ("The ministry expects revenue of [€12bn|money].", [("ministry", E)]),
    ("The bill was put at [£5m|money] by the auditor.", [("auditor", E)]),
    ("The IMF's estimate of [2.1%|percentage] is low.", [("IMF", E)]),
    (
        "Police estimate that [400|quantity] marched; organisers said [900|quantity].",
        [("Police", E), ("organisers", S)],
    ),
    # what a source gives out, and documents
    ("Opposition figures put it at [£3bn|money].", [("Opposition", E)]),
    ("Figures from the National Audit Office show a loss of [£48m|money].", [("National Audit Office", S)]),
    ("A study by Oxford University found that [60%|percentage] were full.", [("Oxford University", S)]),
    ("The costing note says the fee is [£4m|money].", [("costing note", S)]),
    ("Average fee of [£4m|money], says costing note.", [("costing note", S)]),
    ("The report, published on Monday, found that [60%|percentage] were full.", [("report", S)]),
    ("The signed treaty sets [£12m|money] aside for reefs.", [("signed treaty", S)]),
    # outlets, firms and hearsay
    ("The Herald reported that losses were [£40m|money].", [("Herald", R)]),
    ("The Herald reported that the minister said it was [£3m|money].", [("minister", S)]),
    ("The airline reported a loss of [£12m|money].", [("airline", S)]),
    ("The singer is said to have earned [£9m|money].", [(None, R)]),
    ("The singer reportedly earned [£9m|money].", [(None, R)]),
    ("It is understood the fine was [£3m|money].", [(None, R)]),
    ("The reported [£3m|money] is a ridiculous sum.", [(None, R)]),
    ("The reported [£3m|money] in the Herald is a ridiculous sum.", [("Herald", R)]),
    # denials
    ("The club denied that it paid [£32m|money].", [("club", D)]),
    ("Ministers rejected claims that the bill was [£9bn|money].", [("Ministers", D)]),
    ("The council disputes the [£9bn|money] estimate.", [("council", D)]),
    ("The [£9bn|money] figure is wrong, the minister said.", [("minister", D)]),
    ("The deal costs not [£9bn|money] but [£3bn|money], Patel said.", [("Patel", D), ("Patel", S)]),
    ("It costs not [£9bn|money] but [£3bn|money].", [(None, D), (None, None)]),
    ("The opposition's claim of [£9bn|money] is false.", [("opposition", S)]),
    ("“We do not recognise the [€960m|money] figure,” a spokesman said.", [("spokesman", D)]),
    ("The ministry doesn’t recognise that [€960m|money] figure.", [("ministry", D)]),
    (
        "The ministry did not recognize the [€960m|money] figure but put it at [€7m|money].",
        [("ministry", D), ("ministry", S)],
    ),
    ("Ana Silva has disowned the [€960m|money] estimate.", [("Ana Silva", D)]),
    ("[€960m|money] is not a figure we recognise, a spokesman said.", [("spokesman", D)]),
    ("The [€960m|money] figure isn't one we recognise, Rao said.", [("Rao", D)]),
    ("The firm does not recognise unions of [500|quantity] men, which cost [€5m|money].", [(None, None)] * 2),
    ("Spain does not recognise the state of [1.8m|quantity] people.", [(None, None)]),
    # quotations
    (
        "“We will spend [€40m|money],” said Gonzalez. “It will rise to [€50m|money].”",
        [("Gonzalez", S), ("Gonzalez", S)],
    ),
    ("Smith said: “We lost [£2m|money]. We will lose [£3m|money] more.”", [("Smith", S), ("Smith", S)]),
    ("“The auditors say [£5m|money] is missing,” Rao said.", [("auditors", S)]),
    ("“We expect [5%|percentage] growth,” Ana Silva said.", [("Ana Silva", E)]),
    ("“The bill is [£5m|money],” the paper quoted one official as saying.", [("official", S)]),
    ('“It is weak," Rao said.\nThe firm lost [£5m|money].\n"I hope so," she said.', [(None, None)]),
    ("Absolutely agree, the fund will lose [£5m|money].", [(None, None)]),
    # the article's own voice
    ("Spending rose by [5%|percentage] last year.", [(None, None)]),
    ("In a report on Tuesday the bank cut its rate to [2.1%|percentage].", [(None, None)]),
    ("The finding adds [£5m|money] to the bill.", [(None, None)]),
    ("The added cost was [£5m|money].", [(None, None)]),
    ("The rival would claim [half|percentage] the bay.", [(None, None)]),
    ("I didn't think. The army bought [50|quantity] tanks.", [(None, None)]),
    ("The office publishes its spring forecast on [3 March|date 2025-03-03].", [(None, None)]),
    ("With growth in exports expected in [2026|date 2026], wages rise.", [(None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_the_innermost_source(text: str, expected: list[Said]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rachel Holt met Sir Peter Mason on Monday. She said the road cost [£5m|money].", "Rachel Holt"),
        ("Rachel Holt met Sir Peter Mason on Monday. He said the road cost [£5m|money].", "Peter Mason"),
        ("Jane Doe, the energy minister, spoke. The minister said bills fell [5%|percentage].", "Jane Doe"),
        (
            "The Department for Education wrote to heads. The department said it cost [£5m|money].",
            "Department for Education",
        ),
        ("The World Bank cut its forecast. It now expects growth of [2%|percentage].", "World Bank"),
        ("The ministry wrote to heads. It said the scheme cost [£5m|money].", "ministry"),
        ("Ana Li has a plan. According to her, it costs [£5m|money].", "Ana Li"),
        # a description that opens a sentence means somebody too
        (
            "Prime Minister Eva Roth spoke. Jo Park said no. The prime minister sat. It cost [£5m|money], she said.",
            "Eva Roth",
        ),
        ("The skipper, Jo Park, said no. His mate, Eva Roth, has a log. She believes it cost [£5m|money].", "Eva Roth"),
        ("Jo Park spoke. A spokesman answered. He said it cost [£5m|money].", "spokesman"),
        ("Jo Park told the club. “No,” said Eva Roth. It would cost [£5m|money], she added.", "Eva Roth"),
    ],
)
def test_pronouns_and_descriptions_mean_the_name_before_them(text: str, name: str) -> None:
    ((found, _),) = read(text)
    assert found == name


@pytest.mark.parametrize(
    "line",
    [
        "BRENNHOLM (Nordwire) - ",
        "BRENNHOLM - ",
        "LONDON (Reuters) — ",
        "London (Reuters) - ",
        "PARIS, [March 3|date 2025-03-03] (AFP) - ",
        "WASHINGTON, D.C. (AP) -- ",
        "NEW DELHI (PTI): ",
    ],
)
def test_the_place_and_the_agency_at_the_head_of_a_report_say_nothing(line: str) -> None:
    assert set(read(f"{line}The tram will cost [€4m|money].")) == {(None, None)}
    assert read(f"{line}The tram, it said, will cost [€4m|money].")[-1] == (None, S)
    assert read(f"{line}The tram will cost [€4m|money], the council said.")[-1] == ("council", S)
    assert read(f"{line}Ministers said the tram will cost [€4m|money].")[-1] == ("Ministers", S)


def comment(text: str, author: str | None) -> list[Said]:
    passage, mentions = marked(text)
    part = Part(kind=PartKind.COMMENT, span=Span(0, len(passage.text)), author=author)
    commented = Passage(text=passage.text, published=passage.published, parts=(part,))
    return [of(commented, mention) for mention in mentions]


def test_a_reader_speaks_in_a_comment_unless_somebody_else_is_named() -> None:
    assert comment("dan48\nIt costs [£5m|money].", "dan48") == [("dan48", S)]
    assert comment("dan48\nI reckon it costs [£5m|money].", "dan48") == [("dan48", E)]
    assert comment("dan48\nThe auditors say it costs [£5m|money].", "dan48") == [("auditors", S)]
    assert comment("dan48\nThe [£5m|money] figure is nonsense.", "dan48") == [("dan48", D)]
    assert comment("It costs [£5m|money].", None) == [(None, S)]
    assert comment("The reported [£5m|money] is too much.", "dan48") == [(None, R)]


def test_a_figure_outside_a_comment_is_not_the_commenters() -> None:
    passage, mentions = marked("It costs [£5m|money].\n\nNo, [£6m|money].")
    part = Part(kind=PartKind.COMMENT, span=Span(15, len(passage.text)), author="dan48")
    commented = Passage(text=passage.text, parts=(part,))
    assert [of(commented, mention) for mention in mentions] == [(None, None), ("dan48", S)]


def test_an_endless_sentence_takes_time_in_step_with_its_length() -> None:
    passage, mentions = marked("he said [£5m|money] and Smith put it at [£6m|money] while " * 1500)
    reader = speakers.Reader(passage)
    stances = {reader.read(Span(0, len(passage.text)), mention)[1] for mention in mentions}
    assert stances == {S, E}


@pytest.mark.parametrize("lead", ["according to 's.", "said the 's.", "told ’s in May."])
def test_a_possessive_whose_name_is_lost_names_nobody(lead: str) -> None:
    assert read(f"It cost [£5m|money], {lead}") == [(None, None)]
