"""Who says a figure, where the sentence alone does not tell: "His own estimate is 400", "Calder thinks of 40"."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.domain.claim import Claim, Speaker
from app.domain.listing import ClaimLine

_NAME = r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,2})"
_SAYS = r"(?:sa(?:id|ys)|think(?:s|ing)|thought|told|wrote|writes|argue[sd]|add(?:s|ed)|believe[sd]|repli(?:es|ed))"
_SAID = re.compile(rf"\b{_SAYS} {_NAME}|{_NAME}(?:, [^.”\"]{{1,80}},)? {_SAYS}\b")
_PRONOUN = re.compile(r"(?:^|[,;] |[.”\"] )(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")


def resolved(line: ClaimLine, near: str) -> ClaimLine:
    """The line with the person whom its sentence only calls he or she, and the paragraph (`near`) names before it."""
    claim = line.record.claim
    before = near.partition(line.sentence)[0]
    said = _SAID.findall(before) if claim.speaker is None and _PRONOUN.search(line.sentence) else ()
    if not said:
        return line
    speaker = Speaker(name=next(filter(None, said[-1])))
    return replace(line, record=replace(line.record, claim=replace(claim, speaker=speaker)))


def named(claim: Claim, sentence: str, known: Iterable[Claim]) -> Claim:
    """The claim with the one source of known claims by whose last name its sentence begins, if it has none itself."""
    if claim.speaker is not None:
        return claim
    speakers = {one.speaker.name: one.speaker for one in known if one.speaker is not None and " " in one.speaker.name}
    told = [
        speaker
        for name, speaker in speakers.items()
        if re.match(rf"(?:[A-Z][\w’'-]+ ){{0,3}}{re.escape(name.split()[-1])}\b", sentence)
    ]
    return replace(claim, speaker=replace(told[0], span=None)) if len(told) == 1 else claim
