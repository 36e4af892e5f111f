"""Sets of words, as the rules list them."""


def one_of(words: str) -> frozenset[str]:
    """The words of a list written one blank apart."""
    return frozenset(words.split())
