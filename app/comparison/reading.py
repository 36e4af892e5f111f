"""What one statement says, read from its words once and kept for every pair in which it stands."""

from dataclasses import replace
from functools import cached_property

from app.comparison.amounts import interval, widths
from app.comparison.amounts.widths import Hedge
from app.comparison.sources import origins
from app.comparison.statement import Statement
from app.comparison.words import (
    accounts,
    contrasts,
    counted,
    extent,
    facts,
    firmness,
    geography,
    likeness,
    matter,
    movement,
    natures,
    neighbours,
    nouns,
    parallels,
    parts,
    purposes,
    role,
    subject,
    tenses,
    voices,
)
from app.comparison.words.firmness import Firmness
from app.comparison.words.geography import Geography
from app.comparison.words.matter import Matter
from app.comparison.words.natures import Nature
from app.comparison.words.neighbours import Member
from app.comparison.words.parallels import Shape
from app.comparison.words.parts import Part
from app.domain import edtf
from app.domain.basis import BasisKind
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.wording import say


class Reading:
    """What a statement says. Rules for pairs take it from here and never look into a text themselves.

    What every pair needs is read at once; what only some come to is read when it is first asked for.
    """

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        figure = statement.claim.figure
        self._told = statement.told()
        self.subject = subject.read(figure, self._told)
        self.facts = facts.read(statement.claim, self._told)
        self.hedge = widths.hedge_of(figure)
        self.interval = interval.of(figure)
        self.printed = self.interval if self.hedge is Hedge.PLAIN else interval.plain(figure)
        self.value = interval.value_of(figure)
        self.purposes = purposes.read(figure, self._told)
        self.contrasts = contrasts.read(self._told)
        self.counted = counted.read(figure, self._told)
        self.account = accounts.read(figure, self._told)
        self.extent = extent.read(self._told, self.contrasts)
        self.phrase = nouns.read(figure, self._told)
        self.says_one_copy = origins.says_one_copy(statement.text)
        self._is_change = self.facts.moved or self.facts.kind == BasisKind.CHANGE

    @cached_property
    def whole(self) -> Figure:
        """The figure with the period that its basis states, where it states none itself."""
        figure = self.statement.claim.figure
        if figure.kind is not Kind.MONEY or figure.per is not None or self.facts.per is None:
            return figure
        return replace(figure, per=self.facts.per)

    @cached_property
    def said(self) -> str:
        """The same in words."""
        return say(self.whole)

    @cached_property
    def brief(self) -> str:
        """The number alone in words, without hedge and period."""
        return say(replace(self.whole, per=None, qualifier_words="", qualifier=Qualifier.EXACT))

    @cached_property
    def geography(self) -> Geography:
        """The places to which the words tie the figure."""
        return geography.read(self._told)

    @cached_property
    def shape(self) -> Shape:
        """How its sentence is built."""
        return parallels.read(self._told)

    @cached_property
    def member(self) -> Member | None:
        """What it is of where its sentence gives a row of figures, each of a thing of its own."""
        speaker = self.statement.claim.speaker
        return neighbours.member(self._told, speaker.name if speaker else "")

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of its sentence as they are compared."""
        return likeness.stems(self._told.text)

    @cached_property
    def terms(self) -> frozenset[str]:
        """The words about the figure that name what it measures."""
        return parts.terms(self._told)

    @cached_property
    def matter(self) -> Matter:
        """What its sentence is about."""
        return matter.read(self.statement.claim.figure, self._told)

    @cached_property
    def part(self) -> Part:
        """What a sum is for."""
        return parts.read(self.statement.claim.figure, self._told)

    @cached_property
    def natures(self) -> frozenset[Nature]:
        """What a sum is: what is spent, what comes in, a fine."""
        return natures.read(self.statement.claim.figure, self._told)

    @cached_property
    def firmness(self) -> Firmness:
        """How firm it is, and whether it revises another."""
        return firmness.read(self.statement, self._told)

    @cached_property
    def stands(self) -> bool:
        """Whether a count, share or level is told as of the day of the report."""
        return tenses.stands(self.statement.claim.figure, self._told)

    @cached_property
    def came_about(self) -> bool:
        """Whether a verb in the past follows a count or share."""
        return tenses.came_about(self._told)

    @cached_property
    def is_spent(self) -> bool:
        """Whether a sum is being spent, or was when it was told."""
        return tenses.is_spent(self._told)

    @cached_property
    def runs(self) -> bool:
        """Whether a rate is told as of the day of the report."""
        return tenses.runs(self._told)

    def is_opposite(self, other: "Reading") -> bool:
        """Whether one says that something rose by so much, and the other that it fell."""
        return self._is_change and other._is_change and role.is_opposite(self._told, other._told)

    @cached_property
    def voice(self) -> tuple[str, ...]:
        """The named person, body or document that it has the figure from; empty where there is none."""
        return voices.named(self.statement)

    @cached_property
    def agencies(self) -> frozenset[str]:
        """The news agencies that it has the figure from."""
        return origins.agencies_named(self.statement.text)

    @cached_property
    def content(self) -> frozenset[str]:
        """The words that carry meaning, numbers left out."""
        return frozenset(word for word in facts.content(self.statement.text) if word.isalpha() and len(word) > 1)

    @cached_property
    def ends(self) -> movement.Ends | None:
        """The first and last value of a change, where the text states both."""
        return movement.ends(self._told)

    @cached_property
    def are_ends_money(self) -> bool:
        """Whether these are sums of money."""
        return movement.are_ends_money(self._told)

    @cached_property
    def days(self) -> tuple[edtf.Days, ...]:
        """Every stretch of days that a date can be, likeliest first; empty for what is no date."""
        figure = self.statement.claim.figure
        found = (edtf.days(text) for text in (figure.date or "", *figure.readings))
        return tuple(days for days in found if days is not None)
