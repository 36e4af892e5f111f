"""A draft against the library: every figure of it supported, on another basis, contested, or not there."""

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Self

from app.comparison import likeness
from app.comparison.likeness import About, Rarity
from app.comparison.statement import Statement
from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.span import Span
from app.domain.verdict import Reason, Verdict
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services import evidence
from app.services.conversions import Conversions, Means
from app.services.finding import HOME, LIKE, SAME, TIMES, settled
from app.store.project import Project, Store

LONGEST = 200_000
"""Characters of a draft that are read; an article has a tenth of it."""
BY_WORDS, BY_TOPIC = 60, 60
"""Claims that one sentence is set against for its words, and for its topic."""
BY_NUMBER = 40
"""Claims that print about the same number."""
JUDGED = 24
"""Of these, the closest, on which a verdict is asked; and as many of those that print the number."""
SHARED = (3, 3, 1)
"""Words that have to be shared where the same number is printed, of one digit, of two, and of more."""
SPEAKING = 2
"""Words that have to be shared, however alike the two are, where another number is printed."""
AT_HOME = 2
"""Words for which it counts that the article supports another figure of the paragraph."""
_TELLING = (Finding.SUPPORTED, Finding.CONTESTED)
"""What is told of a date or duration that belongs to another figure."""
_CITED = re.compile(r"\([^()“”]{0,200}“[^”]{0,400}”[^()“”]{0,200}\)")
"""A citation, whose figures and dates are not the draft's own."""
_JOINED = {Kind.MONEY: (Kind.MONEY,), Kind.PERCENTAGE: (Kind.PERCENTAGE,), Kind.QUANTITY: (Kind.QUANTITY,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A claim of the library with the words about it."""

    line: ClaimLine
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class _Close:
    """A claim beside a figure: how many words their texts share, and in how many digits they print one number."""

    evidence: Evidence
    shared: int
    digits: int

    @property
    def likeness(self) -> float:
        """How much the words about both share."""
        return self.evidence.likeness

    def is_close(self, claim: Claim) -> bool:
        """Whether it can say something of the figure: for its words, or for the number with some of them."""
        if self.likeness >= LIKE and self.shared >= (1 if self.digits else SPEAKING):
            return True
        if not self.digits or Reason.FX_CONVERTED in self.evidence.judgement.reasons:
            return False
        return not evidence.rates_clash(claim, self.evidence) and self.shared >= SHARED[min(self.digits, 3) - 1]


class Drafting:
    """Checks drafts against one open project; nothing of a draft is kept. Safe to call from any thread."""

    def __init__(self, project: Project, conversions: Conversions, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._conversions = conversions
        self._today = today

    def check(self, text: str) -> list[Checked]:
        """The figures of a draft in the order of its text, each with what the library holds of it.

        A date or duration that belongs to another figure stands for itself only where the library has it or says
        otherwise, a year never.
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
        checked = [company.settled(one) for one in drafted]
        lasting = [(one.claim.basis.horizon, one) for one in checked if one.finding is Finding.SUPPORTED]
        spans = [(horizon.span, one) for horizon, one in lasting if horizon is not None and horizon.span is not None]
        for at, one in enumerate(drafted):
            rate = next((rate for span, rate in spans if span.overlaps(one.claim.span)), None)
            if rate is not None and (contested := one.against(rate)) is not None:
                checked[at] = contested
        return [one for one in checked if one.finding in _TELLING or not _within(one.claim, belonging)]


def _belonging(claims: Sequence[Claim]) -> list[Span]:
    """The words that say of a figure when, for how long or on what basis it holds."""
    stated = (said.span for claim in claims if claim.figure.kind not in TIMES for _, said in claim.basis.stated())
    return [span for span in stated if span is not None]


def _is_year(claim: Claim) -> bool:
    return claim.figure.kind is Kind.DATE and (
        len(claim.figure.date or "") < len("2025-05") or "/" in str(claim.figure.date)
    )


def _within(claim: Claim, belonging: Sequence[Span]) -> bool:
    return claim.figure.kind in TIMES and any(span.overlaps(claim.span) for span in belonging)


def _candidates(store: Store, text: str, claim: Claim) -> list[str]:
    """Ids of the claims that may be of the same thing: by the words of the sentence, then by those around it."""
    kinds = _JOINED.get(claim.figure.kind, (claim.figure.kind,))
    sentence, context = claim.sentence.of(text), _around(text, claim.sentence)
    own = likeness.telling(sentence)
    found = store.alike.by_words(own, kinds, BY_WORDS)
    found += store.alike.by_words([*own, *likeness.telling(context)], kinds, BY_WORDS)
    found += store.alike.by_topic([sentence, context], kinds, BY_TOPIC)
    found += store.alike.by_number(claim.figure, [*own, *likeness.telling(context)], BY_NUMBER)
    return list(dict.fromkeys(found))


def _around(text: str, sentence: Span) -> str:
    """The paragraph up to the sentence: what a draft says is mostly said of what it named before."""
    return text[text.rfind("\n\n", 0, sentence.start) + 1 : sentence.start]


def _heading(text: str) -> str:
    """The first line of a draft where it is no sentence."""
    first = text.lstrip().partition("\n")[0].strip()
    return "" if first.endswith((".", "!", "?")) else first


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
    sentence: str
    judged: tuple[_Close, ...]

    @classmethod
    def of(cls, text: str, claim: Claim, candidates: Sequence[_Candidate], rarity: Rarity, means: Means) -> Self:
        """The figure at its place in the draft."""
        sentence, around = claim.sentence.of(text), _around(text, claim.sentence)
        about = likeness.read(sentence, claim.span.shifted(-claim.sentence.start), (around,))
        words = about.weights.keys() | likeness.stems(_heading(text))
        statement = Statement(claim=_dated(claim), published=None, text=sentence)
        scored = sorted(
            (
                (likeness.between(about, one.about, rarity), likeness.shared(words, one.about.weights.keys()), one.line)
                for one in candidates
            ),
            key=lambda one: (-one[0], -one[1]),
        )
        alike = [one for one in scored if one[0] >= LIKE - HOME][:JUDGED]
        printed = [one for one in scored if one[1] and evidence.same_digits(claim, one[2])][:JUDGED]
        judged = {
            line.record.claim_id: _Close(
                evidence=Evidence(
                    line=line,
                    judgement=evidence.judged(statement, line, means, alike=close >= LIKE),
                    likeness=round(close, 3),
                ),
                shared=shared,
                digits=evidence.same_digits(claim, line),
            )
            for close, shared, line in (*alike, *printed)
        }
        return cls(claim=claim, sentence=sentence, judged=tuple(judged.values()))

    def at_home(self, homes: Set[str]) -> Self:
        """The same where these articles are known to be about what the paragraph is about."""
        moved = [
            replace(
                one,
                evidence=replace(one.evidence, likeness=min(one.likeness + HOME, 1.0)),
                shared=one.shared + AT_HOME,
            )
            if one.evidence.line.family in homes
            else one
            for one in self.judged
        ]
        return replace(self, judged=tuple(sorted(moved, key=lambda one: -one.likeness)))

    def checked(self, spoken_for: Mapping[str, float] | None = None) -> Checked:
        """What the closest claims make of it; `spoken_for` are claims that another figure of the draft is closer to."""
        taken = spoken_for or {}
        close = [one.evidence for one in self.judged if one.is_close(self.claim)]
        return settled(
            self.claim,
            [
                one
                for one in close
                if one.judgement.verdict in evidence.MEETS or one.likeness > taken.get(one.line.record.claim_id, 0)
            ],
        )

    def against(self, rate: Checked) -> Checked | None:
        """A duration for which a rate of the draft holds, where what supports the rate says that it holds for another.

        None where it does not say so.
        """
        told = {_sentence(one) for one in rate.evidence}
        beside = [one.evidence for one in self.judged if _sentence(one.evidence) in told]
        if self.claim.figure.kind is not Kind.DURATION or any(
            one.judgement.verdict in evidence.MEETS for one in beside
        ):
            return None
        rivals = tuple(one for one in beside if one.judgement.verdict is Verdict.CONFLICT)
        return Checked(claim=self.claim, finding=Finding.CONTESTED, evidence=rivals) if rivals else None

    def summed(self, company: Sequence[Evidence]) -> Checked | None:
        """The figure as a sum of what supports others of its paragraph, None where it follows from none of them."""
        found = [evidence.summed(self.claim, self.sentence, one) for one in company]
        made = tuple(one for one in found if one is not None)
        return Checked(claim=self.claim, finding=Finding.OTHER_BASIS, evidence=made) if made else None


class _Company:
    """The figures of each paragraph, as far as they are supported."""

    def __init__(self, text: str, checked: Sequence[Checked]) -> None:
        self._text = text
        self._supported: defaultdict[int, list[tuple[Evidence, Claim]]] = defaultdict(list)
        for one in checked:
            if one.finding is Finding.SUPPORTED:
                self._supported[self._paragraph(one.claim)].extend((each, one.claim) for each in one.evidence)

    def homes(self, claim: Claim) -> frozenset[str]:
        """The articles, by their first versions, from which the paragraph has other figures too."""
        found = self._supported[self._paragraph(claim)]
        return frozenset(
            one.line.family for one, claim in found if one.likeness >= SAME or evidence.same_digits(claim, one.line) > 2
        )

    def settled(self, drafted: _Drafted) -> Checked:
        """What becomes of a figure beside the others of its paragraph."""
        found = drafted.checked(self.spoken_for(drafted.claim))
        if found.finding is Finding.SUPPORTED:
            return found
        others = self._supported[self._paragraph(drafted.claim)]
        return drafted.summed([one for one, claim in others if claim is not drafted.claim]) or found

    def spoken_for(self, claim: Claim) -> dict[str, float]:
        """The claims that support a figure of the paragraph, and how alike they are to that one."""
        found: dict[str, float] = {}
        for one, _ in self._supported[self._paragraph(claim)]:
            claim_id = one.line.record.claim_id
            found[claim_id] = max(found.get(claim_id, 0.0), one.likeness)
        return found

    def _paragraph(self, claim: Claim) -> int:
        return self._text.rfind("\n\n", 0, claim.span.start) + 1


def _sentence(one: Evidence) -> tuple[str, int]:
    record = one.line.record
    return record.article_id, record.claim.sentence.start


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
