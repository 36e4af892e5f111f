"""What a row says where it has little room: the day and the articles stay longest, and counts are never cut off."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from app.ui.compare.axis import Axis
from app.ui.compare.delegates import under
from app.ui.compare.lanes import EDGE, GAP, Lane
from app.ui.compare.model import MatrixModel
from app.ui.look import tones, type as steps
from tests.ui.made_comparison import lease


@pytest.fixture
def model(qtbot) -> MatrixModel:
    made = MatrixModel()
    made.show(lease())
    return made


@pytest.mark.parametrize("narrow", [False, True])
def test_where_a_lane_is_full_origins_go_first_and_the_month_last(model: MatrixModel, *, narrow: bool) -> None:
    one = replace(lease().rows[0], articles=4, origins=2)
    told = model.told(one, narrow=narrow)
    whole = () if narrow else ("since 23 May 2025, 4 articles, 2 origins",)
    shorter = ("since 23 May 2025, 4 articles", "23 May 2025, 4 articles", "since 23 May 2025", "23 May 2025")
    assert told == (*whole, *shorter, "May 2025")
    alone = model.told(replace(one, articles=1, origins=1), narrow=narrow)
    assert alone[0] == ("23 May 2025" if narrow else "23 May 2025, 1 article")
    nowhere = replace(one, first=replace(one.first, published=None))
    assert model.told(nowhere, narrow=True) == ("4 articles",)


def test_the_words_beside_a_mark_are_the_fullest_that_there_is_room_for(model: MatrixModel) -> None:
    image = QImage(400, 40, QImage.Format.Format_RGB32)
    lane = Lane(Axis.of([(95e6, 105e6)]), QRectF(image.rect()))
    wide = QFontMetricsF(steps.font("small")).horizontalAdvance("since 23 May 2025")

    def reach(plain: tuple[str, ...]) -> int:
        image.fill(tones.current().surface)
        painter = QPainter(image)
        # The mark leaves room for the day on neither side once "since" stands before it.
        lane.paint_words(painter, QRectF(20, 0, 300 - wide, 40), "95–105m", plain)
        painter.end()
        columns = (x for x in range(image.width()) if any(image.pixelColor(x, y).lightness() < 200 for y in range(40)))
        return max(columns)

    bold = reach(())
    assert reach(("since 23 May 2025, 4 articles", "May 2025")) > bold
    assert reach(("since 23 May 2025, 4 articles",)) == bold


def test_how_many_outlets_print_a_figure_is_never_cut_off(model: MatrixModel) -> None:
    small = QFontMetricsF(steps.font("small"))
    one = replace(lease().rows[0], outlets=("Northern Harbour Gazette", "Civic Review", "Meridian Post"))
    whole = model.byline(one)
    assert whole.endswith("Northern Harbour Gazette +2")
    assert under(model, one, small.horizontalAdvance(whole)) == whole
    for room in (whole, "officials, 3 outlets"):
        assert under(model, one, small.horizontalAdvance(room) - 1).endswith(", 3 outlets")
    alone = replace(one, outlets=("Northern Harbour Gazette",))
    assert under(model, alone, 60).endswith("…")


class _Drawn:
    """What a lane would have a painter write, with the heights at which it starts."""

    def __init__(self) -> None:
        self.words: dict[str, float] = {}

    def setFont(self, _: object) -> None: ...
    def setPen(self, _: object) -> None: ...

    def drawText(self, room: QRectF, _: object, words: str) -> None:
        self.words[words] = room.top()


@pytest.mark.parametrize(("lines", "said"), [(1, "Feb 2025"), (2, "5 Feb 2025")])
def test_of_two_lines_the_day_takes_one_of_its_own_before_it_is_cut_to_its_month(qtbot, lines: int, said: str) -> None:
    strong, weak = QFontMetricsF(steps.font("small", 600)), QFontMetricsF(steps.font("small"))
    wide = strong.horizontalAdvance("170–200m") + steps.scaled(GAP) + weak.horizontalAdvance("Feb 2025") + 1
    lane = Lane(Axis.of([(170e6, 200e6)]), QRectF(0, 0, wide + 2 * steps.scaled(EDGE), 40))
    drawn = _Drawn()
    lane.paint_words(
        drawn, None, "170–200m", ("since 5 Feb 2025, 3 articles, 2 origins", "5 Feb 2025", "Feb 2025"), lines=lines
    )
    assert set(drawn.words) == {"170–200m", said}
    assert (drawn.words[said] > drawn.words["170–200m"]) == (lines == 2)
