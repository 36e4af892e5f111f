"""A figure of a draft with the claims of the library that may be of the same thing."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Self

from app.comparison.amounts import slip
from app.comparison.words import likeness
from app.comparison.words.likeness import Rarity
from app.domain import edtf, units
from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.figure import Kind
from app.domain.verdict import Reason, Verdict
from app.services.drafting import closest, evidence
from app.services.drafting.closest import AT_HOME, Asked, Close, Scored, is_of_a_kind
from app.services.drafting.weighing import (
    CHANCE,
    CLEARLY,
    LIKE,
    TIMES,
    is_in_reach,
    is_revision,
    settled,
)
from app.services.topics.conversions import Means

NEAR = 0.34
"""How alike a figure has to be to contradict the draft in an article that it was written from."""
BESIDE = 250
"""Characters of an article within which it tells the number that it revises and the one that takes its place."""
Taken = Mapping[tuple[str, int], float]
"""By the places of the claims that support figures of a paragraph, how alike they are to those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A figure of the draft with the claims that may be of the same thing, judged, the most alike first."""

    claim: Claim
    sentence: str
    judged: tuple[Close, ...]
    parts: tuple[Evidence, ...] = ()
    """What it may be worked out from: all that the articles of its paragraph print, and what is judged."""

    homes: Set[str] = frozenset()
    """The articles that its paragraph was written from."""

    withdrawn: tuple[Evidence, ...] = ()
    """Where these articles print its number and say that it was wrong."""

    @classmethod
    def of(
        cls, asked: Asked, scored: Sequence[Scored], rarity: Rarity, means: Means, homes: Set[str] = frozenset()
    ) -> Self:
        """The figure with those of the candidates that are close."""
        found, parts = closest.judged(asked, scored, rarity, means, homes)
        gone = (one for one in found if one.withdrawn and one.home and (one.digits > CHANCE or one.likeness >= LIKE))
        return cls(
            claim=asked.claim,
            sentence=asked.sentence,
            judged=tuple(one for one in found if not one.withdrawn),
            parts=parts,
            homes=homes,
            withdrawn=tuple(evidence.withdrawn(one.evidence) for one in gone if one.digits),
        )

    @property
    def alike(self) -> list[Evidence]:
        """The claims of its paragraph's articles that are alike enough to support it."""
        return [one.evidence for one in self.judged if one.home and one.likeness >= LIKE]

    def checked(self, taken: Taken | None = None) -> Checked:
        """What the closest claims make of it, beside those that other figures of the draft are closer to."""
        others = taken or {}
        near = [one for one in self.judged if one.is_close]
        printing = {one.place[0] for one in near if one.evidence.judgement.verdict in evidence.MEETS and one.digits}
        at_home = max((one.likeness for one in near if one.home and one.digits), default=0.0)
        found = [
            one.evidence
            for one in near
            if (one.evidence.judgement.verdict in evidence.MEETS and (one.home or one.likeness > at_home))
            or (one.likeness > others.get(one.place, 0) and not (one.strange and one.place[0] in printing))
        ]
        told = settled(self.claim, found, self.homes)
        if told.finding is not Finding.CONTESTED:
            return told
        return replace(told, evidence=tuple(evidence.slipped(self.claim, one) for one in told.evidence))

    def repeated(self) -> Checked | None:
        """The figure as one that an article of its paragraph prints, whatever words it does that in; None if none does.

        An amount so much a year is not one so much a month, nor one of pounds one of euros: there it stands on
        another basis.
        """
        same = [one for one in self.judged if one.home and one.digits]
        alike = tuple(one.evidence for one in same if self._is_the_same(one) and not self._is_share_of_another(one))
        if alike:
            return Checked(claim=self.claim, finding=Finding.SUPPORTED, evidence=alike)
        other = tuple(one.evidence for one in same if self.claim.figure.kind not in TIMES)
        return Checked(claim=self.claim, finding=Finding.OTHER_BASIS, evidence=other) if other else None

    def revised(self, found: Checked, taken: Taken) -> Checked:
        """What supports the figure, unless an article of its paragraph withdraws it, or a later one revises it.

        What revises it elsewhere has to be about as close to the draft's words as some claim that prints it.
        """
        if self.withdrawn and found.finding is not Finding.CONTESTED:
            return replace(found, finding=Finding.CONTESTED, evidence=self.withdrawn, others=found.evidence)
        if found.finding is not Finding.SUPPORTED:
            return found
        printing = [one for one in found.evidence if evidence.same_digits(self.claim, one.line)]
        own = {one.place for one in found.evidence}
        told = {one.evidence.sentence: one.place[1] for one in self.judged if one.digits > CHANCE}
        latest = max((one.line.published or "" for one in printing), default=_NEVER)
        alike = min((one.likeness for one in printing), default=0.0)
        rivals = tuple(
            one.evidence
            for one in self.judged
            if one.revises
            and not one.digits
            and one.place[1] >= told.get(one.evidence.sentence, 0)  # "from £4m to £5m": £4m revises nothing
            and not _is_of_another_time(one)
            and one.evidence.judgement.verdict is not Verdict.NOT_COMPARABLE
            and any(is_revision(each, one.evidence) for each in printing)
            and (
                self._is_quoted_by(one, printing)
                or (
                    (one.evidence.line.published or "") > latest
                    and (one.place in own or one.place not in taken)
                    and one.likeness >= max(LIKE, alike - CLEARLY)
                )
            )
        )
        if not rivals:
            return found
        return replace(found, finding=Finding.CONTESTED, evidence=rivals, others=found.evidence)

    def _is_quoted_by(self, one: Close, printing: Sequence[Evidence]) -> bool:
        """Whether a claim stands beside the draft's number in an article that repeats it from an earlier one."""
        return (
            one.home
            and any(
                each.line.published and each.line.published < (one.evidence.line.published or "") for each in printing
            )
            and any(
                each.digits > CHANCE and each.place[0] == one.place[0] and abs(each.place[1] - one.place[1]) <= BESIDE
                for each in self.judged
            )
        )

    def contradicted(self, taken: Taken, beside: Set[tuple[str, int]]) -> Checked | None:
        """The figure as one that an article of its paragraph tells otherwise, None where none does.

        Only a claim that supports no other figure can: one that is a slip away from it, that is said of the same
        thing, or the only one of its kind in a sentence that supports another figure of this sentence (`beside`).
        """
        free = [
            one
            for one in self.judged
            if not one.digits
            and one.place not in taken
            and one.evidence.judgement.verdict not in evidence.MEETS
            and is_of_a_kind(self.claim, one.evidence.line)
            and not evidence.rates_clash(self.claim, one.evidence)
        ]
        slips = [one for one in free if self._is_slip(one)]
        apart = [
            one
            for one in free
            if one.evidence.judgement.verdict is Verdict.CONFLICT and is_in_reach(self.claim, one.evidence)
        ]
        near = [one for one in apart if one.home and one.likeness >= NEAR]
        near += _alone([one for one in apart if one.evidence.sentence in beside])
        rivals = {one.place: evidence.slipped(self.claim, one.evidence) for one in (*slips, *near)}
        return Checked(claim=self.claim, finding=Finding.CONTESTED, evidence=tuple(rivals.values())) if rivals else None

    def reworded(self, found: Checked) -> Checked | None:
        """A contested figure that the origin of each rival prints in other words, which it does not dispute itself.

        Where it prints the number of another thing, that contests it more than the rival does.
        """
        if found.finding is not Finding.CONTESTED:
            return None
        if any(evidence.same_digits(self.claim, one.line) for one in found.evidence):
            return None
        same = [one.evidence for one in self.judged if one.digits and (one.home or not self.homes)]
        if not {one.line.origin_id for one in found.evidence} <= {one.line.origin_id for one in same}:
            return None
        if clash := tuple(one for one in same if evidence.is_of_another(one)):
            return replace(found, evidence=clash, others=found.evidence)
        alike = tuple(evidence.reworded(one) for one in same)
        return replace(found, finding=Finding.OTHER_BASIS, evidence=alike, others=found.evidence)

    def is_told(self, found: Checked) -> bool:
        """Whether a claim prints the figure, hardly by chance, on another basis, or contradicts what is said of it.

        Or a sum shows how it follows, or that it went the other way.
        """
        if found.finding is Finding.CONTESTED:
            return any(
                Reason.DERIVED in one.judgement.reasons or evidence.same_digits(self.claim, one.line) >= CHANCE
                for one in found.evidence
            )
        return found.finding is Finding.OTHER_BASIS and any(
            one.judgement.conversion or evidence.same_digits(self.claim, one.line) >= CHANCE for one in found.evidence
        )

    def is_revised(self, found: Checked) -> bool:
        """Whether what contests the figure takes its place, by its own words."""
        later = {one.place for one in self.judged if one.revises}
        return bool(self.withdrawn) or (
            found.finding is Finding.CONTESTED and any(one.place in later for one in found.evidence)
        )

    def published(self, found: Checked) -> Checked | None:
        """The date as that of an article of its paragraph; None where it is not, or another date contests it.

        A date in words ("this September") is reckoned from the article's, and contests none.
        """
        date, parts = self.claim.figure.date or "", (one for one in self.parts if one.place[0] in self.homes)
        if self.claim.figure.kind is not Kind.DATE or len(date) < edtf.MONTH_LENGTH:
            return None
        if any(re.search(r"\d", one.line.record.claim.surface) for one in found.evidence):
            return None
        one = next((one for one in parts if (one.line.published or "").startswith(date)), None)
        told = None if one is None else (evidence.published(one),)
        return None if told is None else Checked(claim=self.claim, finding=Finding.SUPPORTED, evidence=told)

    def summed(self, company: Sequence[Evidence]) -> Checked | None:
        """The figure as a sum of what supports others of its paragraph, None where it follows from none of them."""
        found = [evidence.summed(self.claim, self.sentence, one) for one in company]
        made = tuple(one for one in found if one is not None)
        return Checked(claim=self.claim, finding=Finding.OTHER_BASIS, evidence=made) if made else None

    def _is_the_same(self, one: Close) -> bool:
        judgement = one.evidence.judgement
        if judgement.verdict in evidence.MEETS:
            return Reason.FX_CONVERTED not in judgement.reasons and not evidence.is_coarse(self.claim, one.evidence)
        if not is_of_a_kind(self.claim, one.evidence.line) or evidence.rates_clash(self.claim, one.evidence):
            return False
        if Reason.DIMENSION in judgement.reasons and not self._may_be_its_unit(one):
            return False
        scopes = [each.basis.value("scope") for each in (self.claim, one.claim)]
        if Reason.SCOPE in judgement.reasons and all(scope and not _OF_YEARS.search(scope) for scope in scopes):
            return False
        told = Reason.DIFFERENT_MEASURE in judgement.reasons and (
            judgement.verdict is not Verdict.NOT_COMPARABLE or (one.strange and one.likeness < LIKE)
        )
        return not told and not evidence.SAID_OTHERWISE & set(judgement.reasons)

    def _may_be_its_unit(self, one: Close) -> bool:
        """Whether a claim of another unit prints the same number, and its sentence names the draft's measure."""
        unit = self.claim.figure.unit or ""
        is_named = not units.is_measure(unit) or likeness.stems(unit) <= likeness.stems(one.evidence.line.sentence)
        return self.claim.figure.low == one.claim.figure.low and is_named

    def _is_share_of_another(self, one: Close) -> bool:
        """Whether its sentence gives another percentage of the whole that the draft names, and this one of its own."""
        if Reason.DENOMINATOR not in one.evidence.judgement.reasons:
            return False
        mine, own = (_whole(claim) for claim in (self.claim, one.claim))
        wholes = [
            _whole(each.claim)
            for each in self.judged
            if each.evidence.sentence == one.evidence.sentence and not each.digits
        ]
        return any(mine & each - own and not mine & own - each for each in wholes)

    def _is_slip(self, one: Close) -> bool:
        if not slip.between(self.claim.figure, one.claim.figure):
            return False
        return one.is_close or (one.home and one.shared > AT_HOME)


_OF_YEARS = re.compile(r"\byears?\b|\bthereafter\b")
"""A scope of years, which a draft tells more loosely than a part of a thing."""
_NEVER = "9999"
"""After all days on which articles are published."""


def _whole(claim: Claim) -> Set[str]:
    """The words for what a percentage is a share of."""
    return likeness.stems(claim.basis.value("denominator") or "")


def _is_of_another_time(one: Close) -> bool:
    """Whether a claim says of which time it is, and the draft of which other one."""
    return Reason.REF_PERIOD in one.evidence.judgement.reasons and one.claim.basis.period is not None


def _alone(found: Sequence[Close]) -> Sequence[Close]:
    return found if len(found) == 1 else ()
