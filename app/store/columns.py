"""How values of the domain stand in columns: decimals with their digits as written, structures as JSON."""

import json
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from app.domain.article import PageTurn, Part, PartKind
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Confidence, Speaker, Stance
from app.domain.figure import Anchor, Figure, Kind, Qualifier
from app.domain.span import Span

T = TypeVar("T")

_SHORT = 50
"""Characters below which the same text comes again and again: "[]", or a basis of one word."""
_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class DecimalText(TypeDecorator[Decimal]):
    """A decimal as text, digits and exponent as written: "1.00E+8" and "1E+8" are different widths of one number."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """The text that is stored."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        """The decimal that the text spells."""
        return None if value is None else Decimal(value)


class AsJson(TypeDecorator[T]):
    """A frozen value as JSON text, through a pair of functions that make it plain and bring it back."""

    impl = Text
    cache_ok = True

    def __init__(self, pack: Callable[[T], object], unpack: Callable[[Any], T]) -> None:
        super().__init__()
        self.pack = pack
        self.unpack = unpack
        self._known = lru_cache(maxsize=1024)(self._read)

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """The text that is stored; None is NULL."""
        if value is None:
            return None
        plain = self.pack(value)
        # Most are empty, and the encoder is made anew for each.
        return _AS_JSON.encode(plain) if plain else str(plain)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> T | None:
        """The value that the text stands for."""
        if value is None:
            return None
        return self._known(value) if len(value) < _SHORT else self._read(value)

    def _read(self, text: str) -> T:
        return self.unpack(json.loads(text))


def _pack_span(span: Span) -> list[int]:
    return [span.start, span.end]


def _unpack_span(plain: list[int]) -> Span:
    return Span(plain[0], plain[1])


def _if_stated(unpack: Callable[[Any], T], plain: Any | None) -> T | None:
    return None if plain is None else unpack(plain)


def _pack_part(part: Part) -> dict[str, object]:
    return _stated_only(kind=part.kind.value, span=_pack_span(part.span), author=part.author, parent=part.parent)


def _unpack_part(plain: dict[str, Any]) -> Part:
    return Part(
        kind=PartKind(plain["kind"]),
        span=Span(*plain["span"]),
        author=plain.get("author"),
        parent=plain.get("parent"),
    )


def _pack_basis(basis: Basis) -> dict[str, object]:
    return {
        name: _stated_only(
            value=stated.value,
            span=None if stated.span is None else _pack_span(stated.span),
            by_analyst=stated.by_analyst or None,
        )
        for name, stated in basis.stated()
    }


def _unpack_basis(plain: dict[str, Any]) -> Basis:
    return Basis(
        **{
            name: Stated(
                value=stated["value"],
                span=_if_stated(_unpack_span, stated.get("span")),
                by_analyst=stated.get("by_analyst", False),
            )
            for name, stated in plain.items()
        }
    )


def _pack_anchor(anchor: Anchor) -> dict[str, object]:
    return {"day": anchor.day, "reason": anchor.reason}


def _unpack_anchor(plain: dict[str, Any]) -> Anchor:
    return Anchor(day=plain["day"], reason=plain["reason"])


def _pack_figure(figure: Figure) -> dict[str, object]:
    return _stated_only(
        kind=figure.kind.value,
        low=None if figure.low is None else str(figure.low),
        high=None if figure.high is None else str(figure.high),
        unit=figure.unit,
        qualifier=figure.qualifier.value,
        qualifier_words=figure.qualifier_words or None,
        per=figure.per,
        fraction=figure.fraction or None,
        vague=figure.vague or None,
        date=figure.date,
        modifier=figure.modifier,
        fiscal=figure.fiscal or None,
        readings=list(figure.readings) or None,
        anchor=None if figure.anchor is None else _pack_anchor(figure.anchor),
    )


def _unpack_figure(plain: dict[str, Any]) -> Figure:
    return Figure(
        kind=Kind(plain["kind"]),
        low=_if_stated(Decimal, plain.get("low")),
        high=_if_stated(Decimal, plain.get("high")),
        unit=plain.get("unit"),
        qualifier=Qualifier(plain["qualifier"]),
        qualifier_words=plain.get("qualifier_words", ""),
        per=plain.get("per"),
        fraction=plain.get("fraction", False),
        vague=plain.get("vague", False),
        date=plain.get("date"),
        modifier=plain.get("modifier"),
        fiscal=plain.get("fiscal", False),
        readings=tuple(plain.get("readings", ())),
        anchor=_if_stated(_unpack_anchor, plain.get("anchor")),
    )


def _pack_claim(claim: Claim) -> dict[str, object]:
    speaker = claim.speaker
    return _stated_only(
        span=_pack_span(claim.span),
        surface=claim.surface,
        figure=_pack_figure(claim.figure),
        sentence=_pack_span(claim.sentence),
        rule=claim.rule,
        qualifier_cue=None if claim.qualifier_cue is None else _pack_span(claim.qualifier_cue),
        converts=claim.converts,
        basis=_pack_basis(claim.basis) or None,
        speaker=None if speaker is None else speaker.name,
        speaker_span=None if speaker is None or speaker.span is None else _pack_span(speaker.span),
        stance=None if claim.stance is None else claim.stance.value,
        confidence=claim.confidence.value,
        doubt=claim.doubt or None,
    )


def _unpack_claim(plain: dict[str, Any]) -> Claim:
    speaker = plain.get("speaker")
    return Claim(
        span=Span(*plain["span"]),
        surface=plain["surface"],
        figure=_unpack_figure(plain["figure"]),
        sentence=Span(*plain["sentence"]),
        rule=plain["rule"],
        qualifier_cue=_if_stated(_unpack_span, plain.get("qualifier_cue")),
        converts=plain.get("converts"),
        basis=_unpack_basis(plain.get("basis", {})),
        speaker=None
        if speaker is None
        else Speaker(name=speaker, span=_if_stated(_unpack_span, plain.get("speaker_span"))),
        stance=_if_stated(Stance, plain.get("stance")),
        confidence=Confidence(plain["confidence"]),
        doubt=plain.get("doubt", ""),
    )


def _stated_only(**plain: object) -> dict[str, object]:
    return {name: value for name, value in plain.items() if value is not None}


def _each(pack: Callable[[T], object]) -> Callable[[tuple[T, ...]], list[object]]:
    return lambda values: [pack(one) for one in values]


def _every(unpack: Callable[[Any], T]) -> Callable[[Any], tuple[T, ...]]:
    return lambda plain: tuple(unpack(one) for one in plain)


SPAN: AsJson[Span] = AsJson(_pack_span, _unpack_span)
WORDS: AsJson[tuple[str, ...]] = AsJson(list, tuple)
PARTS: AsJson[tuple[Part, ...]] = AsJson(_each(_pack_part), _every(_unpack_part))
TURNS: AsJson[tuple[PageTurn, ...]] = AsJson(
    lambda turns: [[turn.start, turn.page] for turn in turns], lambda plain: tuple(PageTurn(*pair) for pair in plain)
)
BASIS: AsJson[Basis] = AsJson(_pack_basis, _unpack_basis)
ANCHOR: AsJson[Anchor] = AsJson(_pack_anchor, _unpack_anchor)
CLAIMS: AsJson[tuple[Claim, ...]] = AsJson(_each(_pack_claim), _every(_unpack_claim))
