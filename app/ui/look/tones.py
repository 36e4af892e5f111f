"""Every colour by its role, light and dark: the one file that holds colour values."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

if TYPE_CHECKING:
    # Which take a tenth of the time to the first window, and are only named here.
    from app.domain.figure import Kind
    from app.domain.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A hue for words and marks, and the tint that it may stand on."""

    ink: QColor
    tint: QColor


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """The colour roles of one scheme. Text on any ground it may stand on has a contrast of 4.5:1 or more."""

    window: QColor
    rail: QColor
    surface: QColor
    raised: QColor
    sunken: QColor
    hover: QColor
    rule: QColor
    rule2: QColor
    ctl: QColor
    """Borders of inputs and dashed unknowns: 3:1 or more, as a control's edge needs."""
    text: QColor
    text2: QColor
    text3: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    verdicts: Mapping[str, Ink]
    kinds: Mapping[str, Ink]

    def verdict(self, verdict: "Verdict | str") -> Ink:
        """The hue of a verdict, or of "reference"."""
        if verdict == "reference":
            return Ink(ink=self.accent, tint=self.accent_soft)
        return self.verdicts[verdict]

    def kind(self, kind: "Kind | str") -> Ink:
        """The hue of a kind of figure."""
        return self.kinds[kind]


def _inks(**pairs: str) -> Mapping[str, Ink]:
    split = {name: pair.split() for name, pair in pairs.items()}
    return MappingProxyType({name: Ink(ink=QColor(ink), tint=QColor(tint)) for name, (ink, tint) in split.items()})


LIGHT = Tones(
    window=QColor("#F6F6F3"),
    rail=QColor("#F0F0EC"),
    surface=QColor("#FFFFFF"),
    raised=QColor("#FFFFFF"),
    sunken=QColor("#EEEEEA"),
    hover=QColor("#F3F3EF"),
    rule=QColor("#E4E4DE"),
    rule2=QColor("#C6C6BE"),
    ctl=QColor("#7F8288"),
    text=QColor("#1A1C1F"),
    text2=QColor("#464A51"),
    text3=QColor("#62666D"),
    accent=QColor("#1C5A88"),
    accent_soft=QColor("#E4EEF6"),
    on_accent=QColor("#FFFFFF"),
    verdicts=_inks(
        agree="#1B6B3E #E2F2E7",
        compatible="#0A6669 #DDF1F0",
        differs_by_basis="#5A45A6 #EDE9F8",
        conflict="#AD241B #FCE8E5",
        superseded="#77500C #F8ECD2",
        not_comparable="#54585F #EBEBE7",
    ),
    kinds=_inks(
        money="#855500 #FCF0CE",
        percentage="#9A2C75 #FAE4F1",
        quantity="#1B62A4 #E1EDFA",
        date="#2A6B3C #E2F2E4",
        duration="#6547B0 #ECE6FA",
    ),
)

DARK = Tones(
    window=QColor("#15171A"),
    rail=QColor("#121417"),
    surface=QColor("#1C1F23"),
    raised=QColor("#24282D"),
    sunken=QColor("#111316"),
    hover=QColor("#22262A"),
    rule=QColor("#2C3136"),
    rule2=QColor("#495058"),
    ctl=QColor("#7A818A"),
    text=QColor("#E9EAEB"),
    text2=QColor("#B9BEC4"),
    text3=QColor("#959BA3"),
    accent=QColor("#82B8E8"),
    accent_soft=QColor("#1D3145"),
    on_accent=QColor("#0C1A26"),
    verdicts=_inks(
        agree="#7CCB98 #1B3224",
        compatible="#6DC8C6 #153233",
        differs_by_basis="#B9A9F4 #2A2644",
        conflict="#FF9C91 #43221F",
        superseded="#E4BC6B #382D17",
        not_comparable="#B0B5BB #2A2E33",
    ),
    kinds=_inks(
        money="#EBC26A #3A2F15",
        percentage="#F1A3D1 #3C2133",
        quantity="#90C0F1 #1A2F47",
        date="#92D09E #1C3423",
        duration="#BDABF6 #2B2647",
    ),
)

_chosen: Qt.ColorScheme = Qt.ColorScheme.Unknown


def choose(scheme: Qt.ColorScheme) -> None:
    """Hold on to one scheme; `Unknown` follows the system. Some platforms ignore `setColorScheme`."""
    global _chosen
    _chosen = scheme


def current() -> Tones:
    """The roles of the scheme in force: the chosen one, else the system's."""
    scheme = QGuiApplication.styleHints().colorScheme() if _chosen is Qt.ColorScheme.Unknown else _chosen
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


@contextmanager
def on_paper() -> Iterator[None]:
    """The light roles for what is printed or handed on, whatever the window looks like."""
    global _chosen
    kept, _chosen = _chosen, Qt.ColorScheme.Light
    try:
        yield
    finally:
        _chosen = kept


def mixed(over: QColor, under: QColor, share: float) -> QColor:
    """`share` (0 to 1) of one colour laid over another: washes and bars that have no role of their own."""
    return QColor(
        *(round(a * share + b * (1 - share)) for a, b in zip(over.getRgb()[:3], under.getRgb()[:3], strict=True))  # type: ignore[index]
    )
