"""How verdicts are reached can be read in the window."""

from app.domain.verdict import Reason
from app.services import rules
from app.ui.help.rules_sheet import RulesSheet
from app.ui.widgets.words import Words


def test_every_width_and_reason_is_on_the_sheet(qtbot) -> None:
    sheet = RulesSheet()
    qtbot.addWidget(sheet)
    sheet.show()
    said = {words.plain() for words in sheet.findChildren(Words)}
    assert set(Reason) <= said
    assert {cell for row in rules.widths() for cell in row} <= said
