"""A number with its noun, in the form that the number asks for."""


def counted(count: int, one: str, many: str) -> str:
    """ "1 article", "1,204 articles": both forms come translated, with %n where the number stands."""
    return (one if count == 1 else many).replace("%n", f"{count:,}")
