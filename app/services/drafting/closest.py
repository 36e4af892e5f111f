"""The claims of the library that are close to a figure of a draft, each with the verdict on the two."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from typing import Self

from app.comparison.statement import Statement
from app.comparison.words import likeness
from app.comparison.words.likeness import About, Rarity
from app.domain import units
from app.domain.claim import Claim
from app.domain.draft import Evidence
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.verdict import Judgement, Reason, Verdict
from app.services.drafting import evidence, judging, paragraphs, speakers
from app.services.drafting.candidates import Candidate, counted
from app.services.drafting.weighing import CHANCE, HOME, LIKE
from app.services.topics.conversions import Means

JUDGED = 24
"""The closest claims, on which a verdict is asked; and as many of those that print the number."""
SHARED = (3, 3, 1)
"""Words that have to be shared where the same number is printed, of one digit, of two, and of more."""
SPEAKING = 2
"""Words that have to be shared, however alike the two are, where another number is printed."""
AT_HOME = 2
"""Words for which it counts that the article supports another figure of the paragraph."""
_OF_THE_PAST = re.compile(
    r"\b(?:promis|pledg|original|first|earlier|previous|before|instead|rather|not\b|wrong|mistake|correct|revis|claimed"
    r"|reported|announced|published|thought|once|initial)",
    re.IGNORECASE,
)
"""What in a draft may say that a figure was told and holds no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """A claim beside a figure: how many words their texts share, and in how many digits they print one number.

    `home` says that its paragraph was written from its article, `revises` that the text around it revises earlier
    figures, `withdrawn` that it is itself one of these, `strange` that it counts what the draft does not name. `mutual`
    is how much of the words about either are about both.
    """

    evidence: Evidence
    shared: int
    digits: int
    mutual: float
    home: bool = False
    revises: bool = False
    withdrawn: bool = False
    strange: bool = False

    @property
    def likeness(self) -> float:
        """How much the words about both share."""
        return self.evidence.likeness

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.evidence.line.record.claim

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.evidence.place

    @property
    def is_close(self) -> bool:
        """Whether it can say something of the figure: for its words, or for the number with some of them."""
        if self.likeness >= LIKE and self.shared >= (1 if self.digits else SPEAKING):
            return True
        if not self.digits:
            return False
        return self.shared >= SHARED[min(self.digits, 3) - 1] or (self.home and self.digits >= CHANCE)

    def at_home(self, homes: Set[str]) -> Self:
        """The same where these articles are known to be about what the paragraph is about."""
        if self.evidence.line.record.article_id not in homes:
            return self
        alike = min(self.likeness + HOME, 1.0)
        return replace(self, evidence=replace(self.evidence, likeness=alike), shared=self.shared + AT_HOME, home=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A candidate, how much the words about it are those about the figure, and how many they share."""

    likeness: float
    shared: int
    candidate: Candidate

    @property
    def article_id(self) -> str:
        """Its article."""
        return self.candidate.line.record.article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A figure at its place in the draft, with the words about it."""

    claim: Claim
    sentence: str
    about: About

    @classmethod
    def of(cls, text: str, claim: Claim) -> Self:
        """The figure as the draft has it."""
        sentence, around = claim.sentence.of(text), paragraphs.before(text, claim.sentence)
        about = likeness.read(sentence, claim.span.shifted(-claim.sentence.start), (around,), counted(claim))
        return cls(claim=claim, sentence=sentence, about=about)

    def scored(self, candidates: Iterable[Candidate], rarity: Rarity) -> list[Scored]:
        """The candidates by what they share with it."""
        return [
            Scored(
                likeness=likeness.between(self.about, one.about, rarity),
                shared=likeness.shared(self.about.weights.keys(), one.about.weights.keys()),
                candidate=one,
            )
            for one in candidates
        ]


def judged(
    asked: Asked, found: Sequence[Scored], rarity: Rarity, means: Means, homes: Set[str]
) -> tuple[tuple[Close, ...], tuple[Evidence, ...]]:
    """The close claims, the most alike first, and what the figure may be worked out from.

    `homes` are the articles that the figure's paragraph was written from: all that they print may be added up.
    """
    claim = asked.claim
    around_it = likeness.stems(asked.sentence.replace(claim.surface, " ", 1))
    lines = [one.candidate.line for one in found]
    tells_of_it = _OF_THE_PAST.search(asked.sentence) is not None
    spoken = speakers.named(claim, asked.sentence, (line.record.claim for line in lines))
    statement = Statement(claim=spoken, published=None, text=asked.sentence)
    sentences: defaultdict[str, set[str]] = defaultdict(set)
    for line in (line for line in lines if line.record.claim.figure.kind is claim.figure.kind):
        sentences[line.record.article_id].add(line.sentence)
    scored = sorted(found, key=lambda one: (-one.likeness, -one.shared))
    joined = [one for one in scored if one.candidate.line.record.claim.figure.kind is claim.figure.kind]
    # Rates of exchange are asked for only where two currencies may be of one thing.
    alike = [
        one for one in joined if one.likeness >= (LIKE - HOME if is_of_a_kind(claim, one.candidate.line) else LIKE)
    ][:JUDGED]
    numbered = [one for one in joined if one.shared and evidence.same_digits(claim, one.candidate.line)][:JUDGED]
    at_home = [one for one in scored if one.article_id in homes]
    own = [one for one in at_home if is_of_a_kind(claim, one.candidate.line)]
    judged = {
        each.candidate.place: Close(
            evidence=Evidence(
                line=each.candidate.line,
                judgement=judging.judged(
                    statement,
                    each.candidate.line,
                    means,
                    alike=each.likeness >= LIKE,
                    around=sentences[each.article_id],
                ),
                likeness=round(each.likeness, 3),
                named=likeness.name_one(asked.about, each.candidate.about, rarity),
            ),
            shared=each.shared,
            digits=_digits(statement, around_it, each.candidate.line, is_home=each.article_id in homes),
            mutual=likeness.mutual(asked.about, each.candidate.about, rarity),
            revises=each.candidate.revises,
            withdrawn=each.candidate.withdrawn and not tells_of_it,
            strange=not likeness.stems(each.candidate.line.record.claim.surface) <= asked.about.weights.keys(),
        ).at_home(homes)
        for each in {id(one): one for one in (*alike, *numbered, *own[:JUDGED])}.values()
    }
    parts = {
        one.candidate.place: Evidence(
            line=one.candidate.line, judgement=_PART, likeness=round(min(one.likeness + HOME, 1.0), 3)
        )
        for one in at_home
    }
    parts |= {place: close.evidence for place, close in judged.items()}
    return tuple(sorted(judged.values(), key=lambda one: -one.likeness)), tuple(parts.values())


_PART = Judgement(verdict=Verdict.NOT_COMPARABLE, reasons=(Reason.DIMENSION,))
"""Of what a figure may only be worked out from."""


def _digits(mine: Statement, words: Set[str], line: ClaimLine, *, is_home: bool) -> int:
    """In how many digits a claim prints the figure; 0 where it is hardly more than chance, or only rounds it.

    Percentages are crowded: two digits are two things where the sentences have no word in common, unless both are
    changes one way, and the draft's paragraph was written from the article.
    """
    claim = mine.claim
    if not evidence.can_be_one(claim, line) or evidence.is_finer(claim, line):
        return 0
    digits, figure = evidence.same_digits(claim, line), claim.figure
    if figure.kind is not Kind.PERCENTAGE or figure.fraction or not 0 < digits <= CHANCE:
        return digits
    is_one = words & likeness.stems(line.sentence) or (
        is_home and judging.are_one_change(mine, evidence.statement(line))
    )
    return digits if is_one else 0


def is_of_a_kind(claim: Claim, line: ClaimLine) -> bool:
    """Whether both are figures of one kind in one unit, where both name one that is measured in."""
    mine, theirs = claim.figure, line.record.claim.figure
    if mine.kind is not theirs.kind:
        return False
    if mine.kind is Kind.QUANTITY and mine.unit is not None and theirs.unit is not None:
        return units.is_measure(mine.unit) == units.is_measure(theirs.unit)
    return mine.kind is not Kind.MONEY or mine.unit == theirs.unit or None in (mine.unit, theirs.unit)
