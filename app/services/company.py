"""The figures of each paragraph of a draft as far as they are supported, and what that says of the others."""

from collections import defaultdict
from collections.abc import Sequence

from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.services import derived, evidence, paragraph
from app.services.drafted import Drafted, Taken
from app.services.finding import CHANCE, SAME

MANY = 4
"""Digits of several numbers in all that a paragraph and an article hardly share by chance, whatever their words are."""


class Company:
    """What supports the figures of each paragraph."""

    def __init__(self, text: str, checked: Sequence[Checked], drafted: Sequence[Drafted] = ()) -> None:
        self._text = text
        self._told: defaultdict[int, dict[str, Evidence]] = defaultdict(dict)
        self._printed: defaultdict[int, dict[str, dict[int, int]]] = defaultdict(dict)
        """By paragraph and article: the figures that print one of its numbers, and in how many digits."""
        for figure in drafted:
            told = {close.claim_id: close.evidence for close in figure.judged if close.home}
            at = self._paragraph(figure.claim)
            self._told[at].update(told)
            for close in figure.judged:
                if figure.prints(close):
                    numbers = self._printed[at].setdefault(close.evidence.line.record.article_id, {})
                    numbers[figure.claim.span.start] = close.digits
        self._supported: defaultdict[int, list[tuple[Evidence, Claim]]] = defaultdict(list)
        for one in checked:
            if one.finding is Finding.SUPPORTED:
                self._supported[self._paragraph(one.claim)].extend((each, one.claim) for each in one.evidence)

    def homes(self, claim: Claim) -> frozenset[str]:
        """The articles from which the paragraph has other figures too."""
        homes, digits = set(), defaultdict[str, dict[int, int]](dict)
        for one, mine in self._supported[self._paragraph(claim)]:
            article_id = one.line.record.article_id
            digits[article_id][mine.span.start] = evidence.same_digits(mine, one.line)
            if one.likeness >= SAME:
                homes.add(article_id)
        homes |= {one for one, printed in digits.items() if sum(printed.values()) > CHANCE}
        alike = self._printed[self._paragraph(claim)]
        return frozenset(homes) | {
            one for one, printed in alike.items() if len(printed) > 1 and sum(printed.values()) >= MANY
        }

    def settled(self, drafted: Drafted) -> Checked:
        """What becomes of a figure beside the others of its paragraph."""
        found = drafted.checked(self.taken(drafted.claim))
        if found.finding in (Finding.SUPPORTED, Finding.CONTESTED):
            return found
        others = self._supported[self._paragraph(drafted.claim)]
        made = drafted.summed([one for one, claim in others if claim is not drafted.claim])
        if made is not None:
            return made
        repeated = drafted.repeated(self.taken(drafted.claim))
        if repeated is not None and (repeated.finding is Finding.SUPPORTED or found.finding is Finding.ABSENT):
            return repeated
        return found

    def rest(self, drafted: Drafted, found: Checked) -> Checked:
        """What becomes of a figure that nothing supports: it is worked out, told otherwise, or as it was found."""
        if found.finding not in (Finding.ABSENT, Finding.CONTESTED):
            return found
        at = self._paragraph(drafted.claim)
        beside = {one.sentence for one, claim in self._supported[at] if claim.sentence == drafted.claim.sentence}
        if not drafted.is_slip(found):
            told = {**self._told[at], **{one.claim_id: one.evidence for one in drafted.judged}}
            made = derived.worked_out(
                drafted.claim, drafted.sentence, list(told.values()), self.homes(drafted.claim), beside
            )
            if made is not None:
                return Checked(claim=drafted.claim, finding=Finding.OTHER_BASIS, evidence=(made,))
        if found.finding is Finding.CONTESTED:
            return found
        return drafted.contradicted(self.taken(drafted.claim), beside) or found

    def taken(self, claim: Claim) -> Taken:
        """The claims that support figures of the paragraph, and how alike they are to those."""
        found: dict[str, float] = {}
        for one, _ in self._supported[self._paragraph(claim)]:
            claim_id = one.line.record.claim_id
            found[claim_id] = max(found.get(claim_id, 0.0), one.likeness)
        return found

    def _paragraph(self, claim: Claim) -> int:
        return paragraph.start(self._text, claim.span.start)
