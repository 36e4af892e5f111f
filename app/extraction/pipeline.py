"""The stages in their order: figures that own their span first, then what stands around them."""

from collections.abc import Callable
from dataclasses import replace

from app.domain.basis import Basis
from app.domain.claim import Claim
from app.extraction import basis, dates, equivalents, figures, sentences, speakers
from app.extraction.basis import notes
from app.extraction.legible import Legible
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.money import columns, money
from app.extraction.percentages import percentages
from app.extraction.quantities import quantities

# Money and percentages claim their spans before dates may look ("$2,024" is no year); counts take what is left.
STAGES: tuple[Callable[[Passage, Taken], list[Mention]], ...] = (
    money.read,
    columns.read,
    percentages.read,
    dates.read,
    quantities.read,
)

RULES = 5
"""The number of the rules, raised whenever a text is read otherwise than before: a project can then be re-read."""

_UNSAID = Basis()


def read(passage: Passage) -> list[Claim]:
    """Every figure of a text, in the order of the text, each with its exact words, basis, speaker and stance."""
    legible = Legible.of(passage)
    taken = Taken()
    mentions: list[Mention] = []
    for stage in STAGES:
        for mention in stage(legible.passage, taken):
            if not taken.overlaps(mention.span):  # its qualifier or rate may reach into what is claimed
                taken.add(mention.span)
                mentions.append(mention)
    mentions.sort(key=lambda mention: mention.span)
    mentions = figures.share_rates(legible.passage.text, mentions)
    return [legible.restored(claim) for claim in _settle(legible, mentions)]


def _settle(legible: Legible, mentions: list[Mention]) -> list[Claim]:
    """Give each figure its sentence and what the sentence says of it."""
    passage, breaks = legible.passage, legible.breaks
    restated = equivalents.pairs(passage.text, mentions)
    placed = [sentences.around(breaks, mention.span) for mention in mentions]
    stated = {sentence: basis.read(passage, sentence, mentions) for sentence in dict.fromkeys(placed)}
    noted = notes.read(passage, breaks, mentions)
    sources = speakers.Reader(passage)
    claims = []
    for position, (sentence, mention) in enumerate(zip(placed, mentions, strict=True)):
        if mention.rule == dates.POINTS_BACK:
            continue
        speaker, stance = sources.read(sentence, mention)
        said = stated[sentence].get(mention.span, _UNSAID)
        if said.price is None and mention.span in noted:
            said = replace(said, price=noted[mention.span])
        claims.append(
            Claim(
                span=mention.span,
                surface=mention.span.of(passage.text),
                figure=mention.figure,
                sentence=sentence,
                rule=mention.rule,
                qualifier_cue=mention.qualifier_cue,
                converts=restated.get(position),
                basis=said,
                speaker=speaker,
                stance=stance,
                confidence=mention.confidence,
                doubt=mention.doubt,
            )
        )
    return claims
