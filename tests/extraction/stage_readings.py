"""What a stage reads in a text, one short line a figure, so that a test is a list of real examples."""

from collections.abc import Callable

from app.domain.figure import Qualifier
from app.extraction.mention import Mention, Passage, Taken

Stage = Callable[[Passage, Taken], list[Mention]]


def readings(stage: Stage, text: str, country: str | None = None) -> list[str]:
    """ "surface = low..high unit per period (qualifier: words)", in the order of the text."""
    found = stage(Passage(text=text, country=country), Taken())
    for mention in found:
        if mention.qualifier_cue is not None:
            assert mention.qualifier_cue.of(text) == mention.figure.qualifier_words
    return [line(text, mention) for mention in sorted(found, key=lambda mention: mention.span)]


def line(text: str, mention: Mention) -> str:
    figure = mention.figure
    said = f"{mention.span.of(text)} = {figure.low:f}"
    if figure.is_range:
        said += f"..{figure.high:f}"
    said += f" {figure.unit}"
    if figure.per:
        said += f" per {figure.per}"
    if figure.qualifier is not Qualifier.EXACT:
        said += f" ({figure.qualifier.value}: {figure.qualifier_words})"
    return said
