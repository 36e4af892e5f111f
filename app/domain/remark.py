"""What the analyst notes beside a claim or an article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """The note, the tags by name and the flag of one subject; nothing by default."""

    note: str = ""
    tags: tuple[str, ...] = ()
    flagged: bool = False

    def __bool__(self) -> bool:
        return bool(self.note or self.tags or self.flagged)
