"""The figures of each paragraph of a draft as far as they are supported, and what that says of the others."""

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.verdict import Reason, Verdict
from app.services.drafting import derivation, evidence, paragraphs, rivals, unclaimed
from app.services.drafting.closest import Scored
from app.services.drafting.drafted import Drafted, Taken
from app.services.drafting.weighing import CHANCE, TIMES

STORIES = 5
"""Articles at most that a paragraph is thought to be written from."""
SEVERAL, TOLD = 2, 0.12
"""Figures from which on a paragraph tells its articles by its words, and how alike they are then on average."""

_DECIDED = {**dict.fromkeys(evidence.MEETS, Finding.SUPPORTED), Verdict.CONFLICT: Finding.CONTESTED}
"""What a working makes of a figure that it gives for certain."""


def homes(text: str, figures: Sequence[tuple[Claim, Sequence[Scored]]]) -> list[Set[str]]:
    """For each figure the articles that its paragraph was written from: those closest to all of its figures together.

    Beside the closest those count that come to half of it.
    """
    total: defaultdict[int, Counter[str]] = defaultdict(Counter)
    read = [(claim, scored) for claim, scored in figures if not unclaimed.is_one(claim)]
    many = Counter(paragraphs.start(text, claim.span.start) for claim, _ in read)
    for claim, scored in read:
        best: dict[str, float] = {}
        for one in scored:
            if claim.figure.kind not in TIMES or one.candidate.line.record.claim.figure.kind is claim.figure.kind:
                best[one.article_id] = max(one.likeness, best.get(one.article_id, 0.0))
        total[paragraphs.start(text, claim.span.start)].update(best)
    found = {at: _foremost(articles, many[at]) for at, articles in total.items()}
    return [found.get(paragraphs.start(text, claim.span.start), set()) for claim, _ in figures]


def _foremost(articles: Counter[str], figures: int) -> Set[str]:
    most = max(articles.values(), default=0)
    if figures < SEVERAL or most < TOLD * figures:
        return set()
    return {one for one, alike in articles.most_common(STORIES) if 2 * alike >= most}


class Support:
    """What supports the figures of each paragraph."""

    def __init__(self, text: str, checked: Sequence[Checked]) -> None:
        self._text = text
        self._supported: defaultdict[int, list[tuple[Evidence, Claim]]] = defaultdict(list)
        for one in checked:
            if one.finding is Finding.SUPPORTED:
                self._supported[self._paragraph(one.claim)].extend((each, one.claim) for each in one.evidence)

    def settled(self, drafted: Drafted) -> Checked:
        """What becomes of a figure beside the others of its paragraph."""
        taken = self.taken(drafted.claim)
        found = rivals.outdone(drafted, self._settled(drafted, taken), taken)
        return rivals.of_its_year(drafted, found, taken)

    def _settled(self, drafted: Drafted, taken: Taken) -> Checked:
        found = drafted.revised(drafted.checked(taken), taken)
        if found.finding in (Finding.SUPPORTED, Finding.CONTESTED):
            return found
        others = self._supported[self._paragraph(drafted.claim)]
        made = drafted.summed([one for one, claim in others if claim is not drafted.claim] + drafted.alike)
        if made is not None:
            return made
        repeated = drafted.repeated()
        if repeated is not None and (repeated.finding is Finding.SUPPORTED or found.finding is Finding.ABSENT):
            return drafted.revised(repeated, taken)
        return found

    def rest(self, drafted: Drafted, found: Checked) -> Checked:
        """What becomes of a figure that nothing supports: it is worked out, told otherwise, or as it was found."""
        if found.finding is Finding.SUPPORTED or drafted.is_revised(found) or drafted.is_told(found):
            return found
        if (published := drafted.published(found)) is not None:
            return published
        at = self._paragraph(drafted.claim)
        beside = {one.sentence for one, claim in self._supported[at] if claim.sentence == drafted.claim.sentence}
        named = {one.place for one, claim in self._supported[at] if claim is not drafted.claim}
        made = derivation.worked_out(drafted.claim, drafted.sentence, drafted.parts, drafted.homes, beside, named)
        is_printed = any(one.home and one.digits >= CHANCE for one in drafted.judged)
        if made and not is_printed and (finding := _DECIDED.get(made[0].judgement.verdict)) is not None:
            return Checked(claim=drafted.claim, finding=finding, evidence=made)
        if found.finding is Finding.CONTESTED:
            return drafted.reworded(found) or found
        is_absent = found.finding is Finding.ABSENT
        if is_absent and (told := drafted.contradicted(self.taken(drafted.claim), beside)) is not None:
            return told
        if made and (is_absent or Reason.DERIVED in made[0].judgement.reasons):
            return Checked(claim=drafted.claim, finding=Finding.OTHER_BASIS, evidence=made)
        return found

    def taken(self, claim: Claim) -> Taken:
        """The claims that support figures of the paragraph, and how alike they are to those.

        None is more alike than one whose number stands in the same sentence.
        """
        found: dict[tuple[str, int], float] = {}
        for one, other in self._supported[self._paragraph(claim)]:
            beside = other is not claim and other.sentence == claim.sentence
            is_printed = beside and evidence.same_digits(other, one.line) >= CHANCE
            found[one.place] = max(found.get(one.place, 0.0), 1.0 if is_printed else one.likeness)
        return found

    def _paragraph(self, claim: Claim) -> int:
        return paragraphs.start(self._text, claim.span.start)
