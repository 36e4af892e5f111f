"""Invented news stories of any number, written together with the claims that they print; one seed, one archive.

A story is a function of its number and the seed alone. Words are drawn as texts use them, few often and many seldom;
what a story is about comes up in others again, with figures that lie near one another or do not.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from app.domain.article import Article, Detail, Part, PartKind
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Confidence, Speaker, Stance
from app.domain.figure import Kind
from app.domain.span import Span
from tests.support import printed_figures
from tests.support.printed_figures import Printed


def _listed(words: str) -> list[str]:
    return words.split()


_NOUNS = _listed(
    "council report harbour bridge school budget plan tunnel hospital contract minister audit railway ferry market "
    "station price review tender pension library reservoir farm company committee survey estate canal deposit levy "
    "terminal charter airport mill museum orchard quarry vessel fund clinic depot lease pier district turbine ledger "
    "barrier sewer cable kiln dock barrage granary foundry weir lock nursery archive theatre bakery vineyard shipyard"
)
_ADJECTIVES = _listed(
    "new public local late early higher private northern old regional southern final former costly annual empty modest "
    "coastal joint eastern hidden western narrow urgent rural steady vacant civic distant shallow brittle amber"
)
_VERBS = _listed(
    "approved delayed opened questioned welcomed rejected reviewed closed extended funded blamed defended sold signed "
    "repaired measured dropped published audited leased renamed drained widened mapped"
)
_STARTS = _listed("bar cal den fir gol hul jas ker lom mur nis pel rud sav tol wen yar zel ost ard brin cor dun fal")
_MIDDLES = ("", "a", "en", "i", "or", "ers", "al", "und", "ow", "ing")
_ENDS = _listed("mere ton holt ford wick by ham stead dale mouth ness combe gate moor haven ley")
_FORENAMES = _listed("Ada Boris Clara Dorian Edith Felix Greta Hugo Ines Jonas Kira Leon Mira Nils Olga Piet")
_OFFICES = ("the Treasury", "officials", "the audit office", "campaigners", "the harbour board", "ministers")
_PAPERS = ("Post", "Courier", "Gazette", "Wire", "Observer", "Record", "Ledger", "Star")
_COUNTED = (("people", "person"), ("houses", "house"), ("ships", "ship"), ("jobs", "job"), ("hectares", "hectare"))
_COSTS = (
    (None, "cost"), (None, "will cost"), ("forecast", "is forecast to cost"), ("estimate", "is estimated to cost"),
    ("plan", "is planned to cost"), ("reported", "was reported to cost"),
)  # fmt: skip
_BASES = ((None, ""), ("total", " in total"), ("one-off", " as a single payment"), ("level", " in debt still owed"))
_PRICES = ((None, ""), ("cash", " in cash terms"), ("real", " in real terms"), ("npv", " in present value"))
_SAYINGS = (("said", Stance.STATES), ("estimated", Stance.ESTIMATES), ("reported", Stance.REPORTS))
_FILLERS = (
    "The ADJ NOUN of NAME VERB the NOUN near NAME, and the ADJ NOUN was VERB before the NOUN of the district.",
    "Neither the NOUN nor the ADJ NOUN had been VERB when the NOUN of NAME met again.",
    "In NAME a ADJ NOUN and its NOUN were VERB by the NOUN, which NAME had VERB for a ADJ NOUN.",
    "What the NOUN of NAME VERB was a ADJ NOUN, not the NOUN that the ADJ NOUN had VERB.",
    "People in NAME asked why the NOUN was VERB while the ADJ NOUN of NAME waited for a NOUN.",
)
_PARAGRAPHS, _SENTENCES = 13, 2


def _weighed(words: Sequence[str]) -> tuple[Sequence[str], list[float]]:
    return words, list(accumulate(1 / rank for rank in range(2, len(words) + 2)))


def _shuffled(words: Sequence[str], seed: int = 0) -> list[str]:
    return random.Random(seed).sample(words, len(words))


NAMES = _shuffled([f"{one}{two}{three}".title() for one in _STARTS for two in _MIDDLES for three in _ENDS])
"""Names of places, the commonest first."""
SPEAKERS = [*_OFFICES, *_shuffled([f"{one} {two}" for one in _FORENAMES for two in NAMES[40:80]])]
OUTLETS = [f"{place} {paper}" for place, paper in zip(NAMES[100:140], _PAPERS * 5, strict=True)]
_WORDS = {
    "NAME": _weighed(NAMES),
    "NOUN": _weighed([*_NOUNS, *(name.lower() for name in reversed(NAMES))]),
    "ADJ": _weighed(_ADJECTIVES),
    "VERB": _weighed(_VERBS),
}
_TOLD_BY = _weighed(SPEAKERS)
_PRINTED_BY = _weighed(OUTLETS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What stories are about; sums lie around `worth`, counts around `many`."""

    place: str
    thing: str
    currency: str
    worth: float
    many: float
    counted: tuple[str, str]


@lru_cache(maxsize=4096)
def subject(number: int, seed: int) -> Subject:
    """One subject."""
    draw = random.Random(f"subject {number} {seed}")
    return Subject(
        place=draw.choice(NAMES),
        thing=draw.choice(_NOUNS),
        currency=draw.choices(list(printed_figures.SIGNS), (6, 2, 1))[0],
        worth=draw.lognormvariate(18, 2.5),
        many=draw.lognormvariate(7, 2),
        counted=draw.choice(_COUNTED),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story as a paper prints it."""

    number: int
    about: int
    title: str
    text: str
    author: str
    outlet: str
    published: str
    claims: tuple[Claim, ...]

    @property
    def page(self) -> str:
        """The story as a saved page, with what else stands on one."""
        paragraphs = "".join(f"<p>{one}</p>\n" for one in self.text.split("\n\n")[1:])
        links = "".join(f"<li><a href='/{name.lower()}'>{name}</a></li>" for name in NAMES[:12])
        return (
            f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{self.title} | {self.outlet}</title>"
            f"<meta property='og:site_name' content='{self.outlet}'><meta name='author' content='{self.author}'>"
            f"<meta property='article:published_time' content='{self.published}'></head>\n"
            f"<body><header><nav><ul>{links}</ul></nav></header><main><article><h1>{self.title}</h1>\n"
            f"{paragraphs}</article></main><aside><h2>More of the day</h2><ul>{links}</ul></aside>"
            f"<footer><p>All rights reserved. Write to the editors of the {self.outlet}.</p></footer></body></html>"
        )

    def article(self, outlet: str | None = None) -> Article:
        """The story as a reader of pages gives it; `outlet` for one that printed it too."""
        paper = outlet or self.outlet
        end = len(self.title)
        return Article(
            text=self.text,
            parts=(
                Part(kind=PartKind.TITLE, span=Span(0, end)),
                Part(kind=PartKind.BODY, span=Span(end + 2, len(self.text))),
            ),
            raw=self.page.encode(),
            media_type="text/html",
            url=f"https://{paper.replace(' ', '-').lower()}.example/{self.number}",
            language="en",
            country="GB",
            source_name=f"{self.number:07}.html",
            title=_found(self.title),
            outlet=_found(paper),
            author=_found(self.author),
            published=_found(self.published),
        )


def _found(value: str) -> Detail:
    return Detail(value=value, evidence="the page")


def story(number: int, seed: int = 1, *, figures: int = 12, subjects: int = 100, corrected: bool = False) -> Story:
    """One story of some 450 words. `corrected`, it is the same but for one sum, and a few days later.

    A sum that is given in two currencies counts as one of its figures.
    """
    draw = random.Random(f"story {number} {seed}")
    about = int(subjects * draw.random() ** 1.5)
    year, month, day = draw.randint(2010, 2026), draw.randint(1, 12), draw.randint(1, 22)
    topic = subject(about, seed)
    writer = _Writer(draw, topic, year, corrected=corrected)
    title = writer.title()
    sentences = {*draw.sample(range(_PARAGRAPHS * _SENTENCES), figures)}
    for at in range(_PARAGRAPHS * _SENTENCES):
        writer.add(" " if at % _SENTENCES else "\n\n")
        writer.figure() if at in sentences else writer.filler()
    return Story(
        number=number,
        about=about,
        title=title,
        text=writer.text,
        author=f"{draw.choice(_FORENAMES)} {draw.choice(NAMES)}",
        outlet=draw.choices(OUTLETS, cum_weights=_PRINTED_BY[1])[0],
        published=f"{year}-{month:02}-{day + 3 * corrected:02}",
        claims=tuple(writer.claims),
    )


@cache
def _pattern(filler: str) -> tuple[tuple[str, str], ...]:
    """The words of a filler, each with what follows it, up to the next."""
    return tuple((word.rstrip(",."), word[len(word.rstrip(",.")) :]) for word in filler.split())


class _Writer:
    """One text in the making."""

    def __init__(self, draw: random.Random, about: Subject, year: int, *, corrected: bool) -> None:
        self.claims: list[Claim] = []
        self._draw = draw
        self._about = about
        self._year = year
        self._corrected = corrected
        self._said: list[str] = []
        self._length = 0
        self._words: dict[str, Iterator[str]] = {
            kind: iter(draw.choices(words, cum_weights=weights, k=250)) for kind, (words, weights) in _WORDS.items()
        }

    @property
    def text(self) -> str:
        """What is written so far."""
        return "".join(self._said)

    def add(self, words: str) -> Span:
        """Write words; gives where they stand."""
        start = self._length
        self._said.append(words)
        self._length += len(words)
        return Span(start, self._length)

    def title(self) -> str:
        """A headline on the subject."""
        words = f"{self._about.place} {self._about.thing} {next(self._words['VERB'])}"
        self.add(said := f"{words} over {next(self._words['ADJ'])} {next(self._words['NOUN'])}")
        return said

    def filler(self) -> None:
        """A sentence without a figure."""
        pattern = _pattern(self._draw.choice(_FILLERS))
        words = (f"{next(self._words[word]) if word in self._words else word}{rest}" for word, rest in pattern)
        self.add(" ".join(words))

    def figure(self) -> None:
        """A sentence with a figure, perhaps given in another currency too."""
        draw, start, speaker, stance = self._draw, self._length, None, None
        if draw.random() < 0.5:
            name = draw.choices(SPEAKERS, cum_weights=_TOLD_BY[1])[0]
            said, stance = draw.choice(_SAYINGS) if draw.random() < 0.96 else ("denied", Stance.DENIES)
            speaker = Speaker(name=name, span=self.add(name))
            self.add(f" {said} that the ")
        else:
            self.add("The ")
        self.add(f"{self._about.thing} of {self._about.place} ")
        kind = draw.choices(list(_SENTENCES_OF), (45, 15, 20, 12, 8))[0]
        found = _SENTENCES_OF[kind](self)
        self.add(f" for the {next(self._words['ADJ'])} {next(self._words['NOUN'])} of {next(self._words['NAME'])}.")
        first = len(self.claims)
        for at, (one, span, cue, basis) in enumerate(found):
            sure = draw.choices(list(Confidence), (80, 15, 5))[0]
            self.claims.append(
                Claim(
                    span=span,
                    surface=one.surface,
                    figure=one.figure,
                    sentence=Span(start, self._length),
                    rule=kind,
                    qualifier_cue=cue,
                    converts=first if at else None,
                    basis=Basis(**basis),
                    speaker=speaker,
                    stance=stance,
                    confidence=sure,
                    doubt="" if sure is Confidence.HIGH else "the sentence can be read in two ways",
                )
            )

    def _print(self, one: Printed, **basis: Stated) -> "_Found":
        cue = self.add(one.cue) if one.cue else None
        if cue:
            self.add(" ")
        hedges = cue if one.figure.qualifier_words else None
        return one, self.add(one.surface), hedges, basis

    def _state(self, field: str, said: tuple[str | None, str]) -> dict[str, Stated]:
        """Words that say a field of the basis, or none."""
        value, words = said
        span = self.add(words)
        return {} if value is None else {field: Stated(value=value, span=Span(span.end - len(words.strip()), span.end))}

    def _money(self) -> list["_Found"]:
        worth = self._about.worth * (1.5 if self._corrected and not self.claims else 1)
        basis = self._state("status", self._draw.choice(_COSTS))
        self.add(" ")
        first = self._print(printed_figures.money(self._draw, worth, self._about.currency))
        given, span = first[0].figure, first[1]
        found = [first]
        if given.low == given.high and self._draw.random() < 0.06:
            self.add(" (")
            found.append(self._print(printed_figures.converted(self._draw, given)))
            self.add(")")
        if given.per:
            words = Span(span.end - len("a year"), span.end)
            basis |= {"kind": Stated(value="rate", span=words), "per": Stated(value=given.per, span=words)}
        else:
            basis |= self._state("kind", self._draw.choice(_BASES))
        basis |= self._state("price", self._draw.choices(_PRICES + self._prices(), (14, 1, 1, 1, 3))[0])
        if self._draw.random() < 0.1:
            years = self._draw.choice((5, 10, 25))
            basis |= self._state("horizon", (f"P{years}Y", f" over {years} years"))
        return [(one, at, cue, basis) for one, at, cue, _ in found]

    def _prices(self) -> tuple[tuple[str, str]]:
        year = self._draw.randint(2009, self._year)
        return ((f"real:{year}", f" in {year} prices"),)

    def _percentage(self) -> list["_Found"]:
        value, words = self._draw.choice((("change", "rose by "), ("change", "fell by "), ("share", "took up ")))
        basis = self._state("kind", (value, words.strip()))
        self.add(" ")
        found = self._print(printed_figures.percentage(self._draw), **basis)
        self.add(f" of the {next(self._words['NOUN'])}")
        return [found]

    def _quantity(self) -> list["_Found"]:
        self.add(self._draw.choice(("needs ", "was built for ", "moved ", "serves ")))
        return [self._print(printed_figures.quantity(self._draw, self._about.many, self._about.counted))]

    def _date(self) -> list["_Found"]:
        self.add(self._draw.choice(("opens ", "was finished ", "is to close ")))
        return [self._print(printed_figures.date(self._draw, self._year))]

    def _duration(self) -> list["_Found"]:
        self.add(self._draw.choice(("runs for ", "was let for ", "took ")))
        return [self._print(printed_figures.duration(self._draw))]


_Found = tuple[Printed, Span, Span | None, dict[str, Stated]]
"""A figure in print, where it stands, where its cue stands, and what is stated of its basis."""
_SENTENCES_OF: dict[Kind, Callable[[_Writer], list[_Found]]] = {
    Kind.MONEY: _Writer._money,
    Kind.PERCENTAGE: _Writer._percentage,
    Kind.QUANTITY: _Writer._quantity,
    Kind.DATE: _Writer._date,
    Kind.DURATION: _Writer._duration,
}
