"""A figure of a draft with the claims of the library that may be of the same thing."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Self

from app.comparison import likeness, printed, slip
from app.comparison.likeness import About, Rarity
from app.comparison.statement import Statement
from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.verdict import Reason, Verdict
from app.services import derived, evidence, paragraph
from app.services.conversions import Means
from app.services.finding import CHANCE, HOME, LIKE, TIMES, is_in_reach, is_loose, settled

JUDGED = 24
"""The closest claims, on which a verdict is asked; and as many of those that print the number."""
CLOSEST = 3
"""The closest claims beside which the parts of a sum are looked for."""
SHARED = (3, 3, 1)
"""Words that have to be shared where the same number is printed, of one digit, of two, and of more."""
SPEAKING = 2
"""Words that have to be shared, however alike the two are, where another number is printed."""
AT_HOME = 2
"""Words for which it counts that the article supports another figure of the paragraph."""
NEAR, NEAR_TIME = 0.34, 0.5
"""How alike a figure, and a date or duration, has to be to contradict the draft in an article it was written from."""
Taken = Mapping[str, float]
"""By the claims that support figures of a paragraph, how alike they are to those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim of the library with the words about it."""

    line: ClaimLine
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """A claim beside a figure: how many words their texts share, and in how many digits they print one number.

    `home` says that its article supports other figures of the paragraph.
    """

    evidence: Evidence
    shared: int
    digits: int
    home: bool = False

    @property
    def likeness(self) -> float:
        """How much the words about both share."""
        return self.evidence.likeness

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.evidence.line.record.claim

    @property
    def claim_id(self) -> str:
        """Its id."""
        return self.evidence.line.record.claim_id

    def is_close(self, claim: Claim) -> bool:
        """Whether it can say something of the figure: for its words, or for the number with some of them."""
        if self.likeness >= LIKE and self.shared >= (1 if self.digits else SPEAKING):
            return True
        if not self.digits or Reason.FX_CONVERTED in self.evidence.judgement.reasons:
            return False
        if evidence.rates_clash(claim, self.evidence):
            return False
        return self.shared >= SHARED[min(self.digits, 3) - 1] or (self.home and self.digits >= CHANCE)

    def at_home(self, homes: Set[str]) -> Self:
        """The same where these articles are known to be about what the paragraph is about."""
        if self.evidence.line.record.article_id not in homes:
            return self
        alike = min(self.likeness + HOME, 1.0)
        return replace(self, evidence=replace(self.evidence, likeness=alike), shared=self.shared + AT_HOME, home=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A figure of the draft with the claims that may be of the same thing, judged, the most alike first."""

    claim: Claim
    sentence: str
    judged: tuple[Close, ...]

    @classmethod
    def of(
        cls,
        text: str,
        claim: Claim,
        candidates: Sequence[Candidate],
        rarity: Rarity,
        means: Means,
        homes: Set[str] = frozenset(),
    ) -> Self:
        """The figure at its place in the draft; `homes` are the articles that its paragraph was written from."""
        sentence, around = claim.sentence.of(text), paragraph.before(text, claim.sentence)
        about = likeness.read(sentence, claim.span.shifted(-claim.sentence.start), (around,))
        words = about.weights.keys() | likeness.stems(paragraph.heading(text))
        statement = Statement(claim=_dated(claim), published=None, text=sentence)
        scored = sorted(
            (
                (likeness.between(about, one.about, rarity), likeness.shared(words, one.about.weights.keys()), one)
                for one in candidates
            ),
            key=lambda one: (-one[0], -one[1]),
        )
        alike = [one for one in scored if one[0] >= LIKE - HOME][:JUDGED]
        numbered = [one for one in scored if one[1] and evidence.same_digits(claim, one[2].line)][:JUDGED]
        beside = _beside(derived.told(claim, sentence), alike, scored)
        own = [one for one in scored if one[2].line.record.article_id in homes and _is_of_a_kind(claim, one[2].line)]
        judged = {
            one.line.record.claim_id: Close(
                evidence=Evidence(
                    line=one.line,
                    judgement=evidence.judged(statement, one.line, means, alike=close >= LIKE),
                    likeness=round(close, 3),
                    named=likeness.name_one(about, one.about, rarity),
                ),
                shared=shared,
                digits=evidence.same_digits(claim, one.line),
            ).at_home(homes)
            for close, shared, one in (*alike, *numbered, *own[:JUDGED], *beside)
        }
        return cls(claim=claim, sentence=sentence, judged=tuple(sorted(judged.values(), key=lambda one: -one.likeness)))

    def checked(self, taken: Taken | None = None) -> Checked:
        """What the closest claims make of it, beside those that other figures of the draft are closer to."""
        others = taken or {}
        close = [one for one in self.judged if one.is_close(self.claim)]
        found = [
            one.evidence
            for one in close
            if one.evidence.judgement.verdict in evidence.MEETS or one.likeness > others.get(one.claim_id, 0)
        ]
        told = settled(self.claim, found)
        if told.finding is not Finding.CONTESTED:
            return told
        return replace(told, evidence=tuple(evidence.slipped(self.claim, one) for one in told.evidence))

    def repeated(self, taken: Taken) -> Checked | None:
        """The figure as one that an article of its paragraph prints, whatever words it does that in; None if none does.

        An amount so much a year is not one so much a month, nor one of pounds one of euros: there it stands on
        another basis. A number of one digit needs a word as well.
        """
        same = [
            one
            for one in self.judged
            if one.home
            and one.digits
            and (one.digits >= CHANCE or one.shared > AT_HOME)
            and one.likeness >= taken.get(one.claim_id, 0)
        ]
        alike = tuple(one.evidence for one in same if self._is_the_same(one))
        if alike and not any(Reason.PRICE_BASIS in one.evidence.judgement.reasons for one in same):
            return Checked(claim=self.claim, finding=Finding.SUPPORTED, evidence=alike)
        other = tuple(one.evidence for one in same if self.claim.figure.kind not in TIMES)
        return Checked(claim=self.claim, finding=Finding.OTHER_BASIS, evidence=other) if other else None

    def prints(self, one: Close) -> bool:
        """Whether a claim prints the figure's number in its unit and per its period."""
        same = _is_of_a_kind(self.claim, one.evidence.line) and not evidence.rates_clash(self.claim, one.evidence)
        return bool(one.digits) and same

    def is_slip(self, found: Checked) -> bool:
        """Whether what contests it is a slip of the pen away."""
        return any(slip.between(self.claim.figure, one.line.record.claim.figure) for one in found.evidence)

    def contradicted(self, taken: Taken, beside: Set[tuple[str, int]]) -> Checked | None:
        """The figure as one that an article of its paragraph tells otherwise, None where none does.

        Only a claim that supports no other figure can: one that is a slip away from it, that is said of the same
        thing, or the only one of its kind in a sentence that supports another figure of this sentence (`beside`).
        """
        if self.claim.figure.kind is Kind.DATE and not any(one.isdigit() for one in self.claim.surface):
            return None  # "today" and "in June" are of the day of the writing
        free = [
            one
            for one in self.judged
            if not one.digits
            and one.claim_id not in taken
            and (one.evidence.judgement.verdict not in evidence.MEETS or is_loose(self.claim, one.evidence))
            and _is_of_a_kind(self.claim, one.evidence.line)
            and not evidence.rates_clash(self.claim, one.evidence)
        ]
        slips = [one for one in free if self._is_slip(one)]
        apart = [
            one
            for one in free
            if one.evidence.judgement.verdict is Verdict.CONFLICT and is_in_reach(self.claim, one.evidence)
        ]
        least = NEAR_TIME if self.claim.figure.kind in TIMES else NEAR
        near = [one for one in apart if one.home and one.likeness >= least and one.shared > AT_HOME]
        near += _alone([one for one in apart if one.evidence.sentence in beside])
        rivals = {one.claim_id: evidence.slipped(self.claim, one.evidence) for one in (*slips, *near)}
        return Checked(claim=self.claim, finding=Finding.CONTESTED, evidence=tuple(rivals.values())) if rivals else None

    def summed(self, company: Sequence[Evidence]) -> Checked | None:
        """The figure as a sum of what supports others of its paragraph, None where it follows from none of them."""
        found = [evidence.summed(self.claim, self.sentence, one) for one in company]
        made = tuple(one for one in found if one is not None)
        return Checked(claim=self.claim, finding=Finding.OTHER_BASIS, evidence=made) if made else None

    def against(self, rate: Checked) -> Checked | None:
        """A duration for which a rate of the draft holds, where what supports the rate says that it holds for another.

        None where it does not say so.
        """
        told = {one.sentence for one in rate.evidence}
        beside = [one.evidence for one in self.judged if one.evidence.sentence in told]
        if self.claim.figure.kind is not Kind.DURATION or any(
            one.judgement.verdict in evidence.MEETS for one in beside
        ):
            return None
        rivals = tuple(one for one in beside if one.judgement.verdict is Verdict.CONFLICT)
        return Checked(claim=self.claim, finding=Finding.CONTESTED, evidence=rivals) if rivals else None

    def _is_the_same(self, one: Close) -> bool:
        judgement = one.evidence.judgement
        if judgement.verdict in evidence.MEETS:
            return Reason.FX_CONVERTED not in judgement.reasons and not is_loose(self.claim, one.evidence)
        if not _is_of_a_kind(self.claim, one.evidence.line) or evidence.rates_clash(self.claim, one.evidence):
            return False
        told = Reason.DIFFERENT_MEASURE in judgement.reasons and judgement.verdict is not Verdict.NOT_COMPARABLE
        return not told and not _SAID_OTHERWISE & set(judgement.reasons)

    def _is_slip(self, one: Close) -> bool:
        if not slip.between(self.claim.figure, one.claim.figure):
            return False
        return one.is_close(self.claim) or (one.home and one.shared > AT_HOME and not _is_round(one.claim))


_SAID_OTHERWISE = {
    Reason.PRICE_BASIS,
    Reason.CURRENCY,
    Reason.UNIT,
    Reason.PCT_VS_PP,
    Reason.REF_PERIOD,
    Reason.TARGET_DATE,
    Reason.RATE_VS_TOTAL,
    Reason.PERIOD,
    Reason.MAGNITUDE,
    Reason.DATE,
}
"""What is never a mere way of putting it."""


_Scored = tuple[float, int, Candidate]


def _beside(sums: Set[derived.Sum], alike: Sequence[_Scored], scored: Sequence[_Scored]) -> list[_Scored]:
    """What stands beside the closest claims, where the draft's words say that the figure was worked out."""
    if not sums:
        return []
    places = [(one.line.record.article_id, one.line.record.claim.span.start) for _, _, one in alike[:CLOSEST]]
    return [
        one
        for one in scored
        if any(
            one[2].line.record.article_id == article_id
            and abs(one[2].line.record.claim.span.start - at) <= derived.REACH
            for article_id, at in places
        )
    ]


def _is_of_a_kind(claim: Claim, line: ClaimLine) -> bool:
    """Whether both are figures of one kind in one unit, where both name one that is measured in."""
    mine, theirs = claim.figure, line.record.claim.figure
    if mine.kind is not theirs.kind:
        return False
    return mine.kind is not Kind.MONEY or mine.unit == theirs.unit or None in (mine.unit, theirs.unit)


def _is_round(claim: Claim) -> bool:
    """Whether a number is one digit with zeros, which many are ten times as large as."""
    value = printed.number(claim.figure) if claim.figure.kind not in TIMES else None
    return value is not None and printed.count(value) < CHANCE


def _alone(found: Sequence[Close]) -> Sequence[Close]:
    return found if len(found) == 1 else ()


def _dated(claim: Claim) -> Claim:
    """The claim without a starting point that names no year: "a year earlier" is not another one than 2024.

    For how long a rate is paid is a figure of its own, and no reason to say that the rate is another one.
    """
    basis, start = claim.basis, claim.basis.value("baseline")
    if start is not None and not any(character.isdigit() for character in start):
        basis = replace(basis, baseline=None)
    if claim.figure.per is not None and basis.horizon is not None and basis.horizon.span is not None:
        span, scope = basis.horizon.span, basis.scope
        told = scope is not None and scope.span is not None and scope.span.overlaps(span)
        basis = replace(basis, horizon=None, scope=None if told else scope)
    return replace(claim, basis=basis)
