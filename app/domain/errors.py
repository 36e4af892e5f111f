"""What a person has to be told, as opposed to a bug."""


class UserError(Exception):
    """Something outside the program went wrong: it says what happened, what is safe and what to do.

    `reason` names the case for programs that read it ("locked", "not-a-project", "disk-full").
    """

    def __init__(self, sentence: str, *, reason: str) -> None:
        super().__init__(sentence)
        self.reason = reason
