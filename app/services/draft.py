"""A draft against the library: every figure of it supported, on another basis, contested, or not there."""

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from app.comparison import likeness, verdict
from app.comparison.likeness import About, Rarity
from app.comparison.statement import Statement
from app.domain import edtf
from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.span import Span
from app.domain.verdict import Judgement, Reason, Verdict
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services.conversions import Conversions, Means
from app.store.project import Project, Store

LONGEST = 200_000
"""Characters of a draft that are read; an article has a tenth of it."""
BY_WORDS, BY_TOPIC = 60, 60
"""Claims that one sentence is set against for its words, and for its topic."""
JUDGED = 24
"""Of these, the closest, on which a verdict is asked."""
LIKE, SAME = 0.3, 0.45
"""From which likeness on a claim can support a figure, and from which on it can contradict one."""
PRECISE, DIGITS = 0.2, 3
"""The likeness that supports a figure of at least so many digits."""
SAME_TIME = 0.6
"""The same for dates and durations: a text has many, of many things."""
HOME = 0.15
"""What likeness gains in an article that supports another figure of the same paragraph."""
CLEARLY, HARDLY = 0.15, 0.02
"""How much closer one of two claims has to be for the other not to count; between claims of one origin hardly."""
LOOSE = Decimal("1.5")
"""How many times as large a figure is that an open bound no longer supports."""
_CITED = re.compile(r"\([^()“”]{0,200}“[^”]{0,400}”[^()“”]{0,200}\)")
"""A citation, whose figures and dates are not the draft's own."""
_TIMES = (Kind.DATE, Kind.DURATION)
_JOINED = {Kind.MONEY: (Kind.MONEY,), Kind.PERCENTAGE: (Kind.PERCENTAGE,), Kind.QUANTITY: (Kind.QUANTITY,)}
_MEETS = (Verdict.AGREE, Verdict.COMPATIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A claim of the library with the words about it."""

    line: ClaimLine
    about: About


class Drafting:
    """Checks drafts against one open project; nothing of a draft is kept. Safe to call from any thread."""

    def __init__(self, project: Project, conversions: Conversions, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._conversions = conversions
        self._today = today

    def check(self, text: str) -> list[Checked]:
        """The figures of a draft in the order of its text, each with what the library holds of it.

        A date or duration that belongs to another figure stands for itself only where the library has it, a year never.
        """
        read = text[:LONGEST]
        claims = pipeline.read(Passage(text=read, published=self._today()))
        belonging = _belonging(claims)
        cited = [Span(*match.span()) for match in _CITED.finditer(read)]
        claims = [
            claim
            for claim in claims
            if not (_is_year(claim) and _within(claim, belonging)) and not any(map(claim.span.overlaps, cited))
        ]
        with self._project.reading() as store:
            means = self._conversions.means(store)
            found = [_candidates(store, read, claim) for claim in claims]
            known = _known(store, found)
        rarity = Rarity(candidate.about for candidate in known.values())
        drafted = [
            _Drafted.of(read, claim, [known[one] for one in ids if one in known], rarity, means)
            for claim, ids in zip(claims, found, strict=True)
        ]
        company = _Company(read, [one.checked() for one in drafted])
        drafted = [one.at_home(company.homes(one.claim)) for one in drafted]
        company = _Company(read, [one.checked() for one in drafted])
        checked = [one.checked(company.spoken_for(one.claim)) for one in drafted]
        return [one for one in checked if one.finding is Finding.SUPPORTED or not _within(one.claim, belonging)]


def _belonging(claims: Sequence[Claim]) -> list[Span]:
    """The words that say of a figure when, for how long or on what basis it holds."""
    stated = (said.span for claim in claims if claim.figure.kind not in _TIMES for _, said in claim.basis.stated())
    return [span for span in stated if span is not None]


def _is_year(claim: Claim) -> bool:
    return claim.figure.kind is Kind.DATE and (
        len(claim.figure.date or "") < len("2025-05") or "/" in str(claim.figure.date)
    )


def _within(claim: Claim, belonging: Sequence[Span]) -> bool:
    return claim.figure.kind in _TIMES and any(span.overlaps(claim.span) for span in belonging)


def _candidates(store: Store, text: str, claim: Claim) -> list[str]:
    """Ids of the claims that may be of the same thing: by the words of the sentence, then by those around it."""
    kinds = _JOINED.get(claim.figure.kind, (claim.figure.kind,))
    sentence, context = claim.sentence.of(text), _around(text, claim.sentence)
    own = likeness.telling(sentence)
    found = store.alike.by_words(own, kinds, BY_WORDS)
    found += store.alike.by_words([*own, *likeness.telling(context)], kinds, BY_WORDS)
    found += store.alike.by_topic([sentence, context], kinds, BY_TOPIC)
    return list(dict.fromkeys(found))


def _around(text: str, sentence: Span) -> str:
    """The paragraph up to the sentence: what a draft says is mostly said of what it named before."""
    return text[text.rfind("\n\n", 0, sentence.start) + 1 : sentence.start]


def _known(store: Store, found: Sequence[Sequence[str]]) -> dict[str, _Candidate]:
    """Every candidate with the words about it, read once for all figures of the draft."""
    ids = list(dict.fromkeys(one for some in found for one in some))
    known = {}
    for line, near in store.alike.lines(ids):
        claim = line.record.claim
        place = claim.span.shifted(-claim.sentence.start)
        about = likeness.read(line.sentence, place, (line.title, near))
        known[line.record.claim_id] = _Candidate(line=line, about=about)
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drafted:
    """A figure of the draft with the claims that may be of the same thing, judged, the most alike first."""

    claim: Claim
    judged: tuple[Evidence, ...]

    @classmethod
    def of(cls, text: str, claim: Claim, candidates: Sequence[_Candidate], rarity: Rarity, means: Means) -> Self:
        """The figure at its place in the draft."""
        sentence = claim.sentence.of(text)
        about = likeness.read(sentence, claim.span.shifted(-claim.sentence.start), (_around(text, claim.sentence),))
        scored = ((likeness.between(about, one.about, rarity), one.line) for one in candidates)
        close = sorted((pair for pair in scored if pair[0] >= LIKE - HOME), key=lambda pair: -pair[0])[:JUDGED]
        statement = Statement(claim=_dated(claim), published=None, text=sentence)
        judged = (
            Evidence(line=line, judgement=_judged(statement, line, means), likeness=round(alike, 3))
            for alike, line in close
        )
        return cls(claim=claim, judged=tuple(judged))

    def at_home(self, homes: Set[str]) -> Self:
        """The same where these articles are known to be about what the paragraph is about."""
        moved = [
            replace(one, likeness=min(one.likeness + HOME, 1.0)) if one.line.family in homes else one
            for one in self.judged
        ]
        return replace(self, judged=tuple(sorted(moved, key=lambda one: -one.likeness)))

    def checked(self, spoken_for: Mapping[str, float] | None = None) -> Checked:
        """What the closest claims make of it; `spoken_for` are claims that another figure of the draft is closer to."""
        taken = spoken_for or {}
        close = [one for one in self.judged if one.likeness >= (PRECISE if self._is_telling(one) else LIKE)]
        return settled(
            self.claim,
            [
                one
                for one in close
                if one.judgement.verdict in _MEETS or one.likeness > taken.get(one.line.record.claim_id, 0)
            ],
        )

    def _is_telling(self, one: Evidence) -> bool:
        """Whether the two print one number of so many digits that it is hardly chance."""
        low = self.claim.figure.low
        digits = "" if low is None else "".join(map(str, low.as_tuple().digits)).strip("0")
        return one.judgement.verdict is Verdict.AGREE and len(digits) >= DIGITS


class _Company:
    """The figures of each paragraph, as far as they are supported."""

    def __init__(self, text: str, checked: Sequence[Checked]) -> None:
        self._text = text
        self._supported: defaultdict[int, list[Evidence]] = defaultdict(list)
        for one in checked:
            if one.finding is Finding.SUPPORTED:
                self._supported[self._paragraph(one.claim)].extend(one.evidence)

    def homes(self, claim: Claim) -> frozenset[str]:
        """The articles, by their first versions, from which the paragraph has other figures too."""
        found = self._supported[self._paragraph(claim)]
        return frozenset(one.line.family for one in found if one.likeness >= SAME)

    def spoken_for(self, claim: Claim) -> dict[str, float]:
        """The claims that support a figure of the paragraph, and how alike they are to that one."""
        found: dict[str, float] = {}
        for one in self._supported[self._paragraph(claim)]:
            claim_id = one.line.record.claim_id
            found[claim_id] = max(found.get(claim_id, 0.0), one.likeness)
        return found

    def _paragraph(self, claim: Claim) -> int:
        return self._text.rfind("\n\n", 0, claim.span.start) + 1


def _dated(claim: Claim) -> Claim:
    """The claim without a starting point that names no year: "a year earlier" is not another one than 2024."""
    start = claim.basis.value("baseline")
    if start is None or any(character.isdigit() for character in start):
        return claim
    return replace(claim, basis=replace(claim.basis, baseline=None))


def _judged(statement: Statement, line: ClaimLine, means: Means) -> Judgement:
    """The verdict on the claim, or on what its text restates it as, where that meets the draft's figure."""
    found = None
    for claim in (line.record.claim, *line.record.restated):
        theirs = Statement(claim=claim, published=edtf.day(line.published), text=line.sentence)
        judgement = verdict.judge(statement, theirs, means.rates, means.prices)
        if judgement.verdict in _MEETS:
            return judgement
        found = found or judgement
    assert found is not None
    return found


def settled(claim: Claim, judged: Sequence[Evidence]) -> Checked:
    """What the judged claims, the closest first, make of a figure."""
    meets = [one for one in judged if one.judgement.verdict in _MEETS and not _is_loose(claim, one)]
    apart = [one for one in judged if one.judgement.verdict in (Verdict.CONFLICT, Verdict.SUPERSEDED)]
    other = [one for one in judged if one.judgement.verdict is Verdict.DIFFERS_BY_BASIS or _is_loose(claim, one)]
    best = meets[0].likeness if meets else 0.0
    saying = {one.line.origin_id: one.likeness for one in reversed(meets)}
    least = SAME_TIME if claim.figure.kind in _TIMES else SAME
    rivals = [one for one in apart if one.likeness >= least and _outweighs(one, best, saying)]
    if meets and not rivals:
        return Checked(claim=claim, finding=Finding.SUPPORTED, evidence=tuple(meets), others=tuple(apart))
    bases = [one for one in other if one.likeness >= least]
    if rivals and (meets or not bases or rivals[0].likeness >= bases[0].likeness):
        return Checked(claim=claim, finding=Finding.CONTESTED, evidence=tuple(rivals), others=tuple(meets))
    if bases:
        return Checked(claim=claim, finding=Finding.OTHER_BASIS, evidence=tuple(bases), others=tuple(apart))
    return Checked(claim=claim, finding=Finding.ABSENT, others=tuple(judged[:1]))


def _outweighs(rival: Evidence, best: float, saying: Mapping[str, float]) -> bool:
    """Whether a figure that conflicts is as close to the draft's as those that support it.

    An origin that prints both means two things by them, so there it has to be the closer one.
    """
    if (support := saying.get(rival.line.origin_id)) is not None:
        return rival.likeness > support + HARDLY
    return rival.likeness >= best - CLEARLY - HOME  # what the company adds to one side says nothing of the other


def _is_loose(claim: Claim, one: Evidence) -> bool:
    """Whether the two meet by chance: by an open bound far from the other, or as one number of two currencies."""
    values = (claim.figure.low, one.line.record.claim.figure.low)
    if Reason.FX_CONVERTED in one.judgement.reasons and values[0] == values[1]:
        return True
    if Reason.BOUND not in one.judgement.reasons or None in values:
        return False
    low, high = sorted(abs(value) for value in values if value is not None)
    return high > LOOSE * low
