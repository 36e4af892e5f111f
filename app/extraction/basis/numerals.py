"""Small whole numbers in cues: "the first three years", "from the fourth year"."""

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_UNITS = [*_ONES.split(), "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12}

_CARDINALS = {word: at for at, word in enumerate(_UNITS, 1)} | {word: 10 * at for at, word in enumerate(_TENS, 2)}
_ORDINALS = {f"{word}th": at for word, at in _CARDINALS.items() if at < 20} | _IRREGULAR

NUMBER = rf"(?:\d{{1,4}}|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))})"
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"


def whole(words: str) -> int:
    """The number that `NUMBER` or `ORDINAL` matched, written in lower case."""
    if words[0].isdigit():
        return int(words.rstrip("stndrh"))
    if words in _ORDINALS:
        return _ORDINALS[words]
    return sum(_CARDINALS[word] for word in words.replace("-", " ").split())
