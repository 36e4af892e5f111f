"""Places in a text as the project counts them (Unicode code points) and as Qt does (UTF-16 units)."""

from bisect import bisect_left

# Characters that Qt would take for the end of a block or for an object; each is shown as one that takes the same room.
_SHOWN_AS = str.maketrans({"\r": " ", "\x00": "\ufffd", "\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\ufffc": "\ufffd"})


def as_shown(text: str) -> str:
    """The text as a `QTextDocument` can hold it, code point for code point: only its line feeds part blocks."""
    return text.translate(_SHOWN_AS).replace("\u2029", "\u2028")


class Offsets:
    """Turns places in one text from code points to UTF-16 units and back."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, char in enumerate(text) if char > "\uffff"] if not text.isascii() else []
        self._wide_units = [at + nth for nth, at in enumerate(self._wide)]

    def units(self, place: int) -> int:
        """UTF-16 units before this code point."""
        return place + bisect_left(self._wide, place)

    def points(self, place: int) -> int:
        """Code points before this UTF-16 unit; a place inside a pair counts as the start of the pair."""
        return place - bisect_left(self._wide_units, place)
