"""Where exports go."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import UserError
from app.ui import saving


def _answered(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """Answers the question where to save; gives the names that were suggested."""
    suggested: list[str] = []

    def answer(_parent: QWidget, _title: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        suggested.append(suggestion)
        return name, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return suggested


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("UK payments: who says what?", "UK payments- who says what-.csv"),
        ("Jobs / wages | 2025", "Jobs - wages - 2025.csv"),
        ("Costs etc.", "Costs etc.csv"),
        ("…?", "…-.csv"),
        (" . ", "export.csv"),
    ],
)
def test_every_system_takes_the_suggested_name(words: str, name: str) -> None:
    assert saving.file_name(words) == name


def test_csv_is_added_where_it_was_not_typed_and_the_next_file_goes_where_the_last_went(
    qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(saving, "_folder", None)
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    suggested = _answered(monkeypatch, str(tmp_path / "costs 1.5"))
    assert saving.ask(parent, "Export", "Costs?") == tmp_path / "costs 1.5.csv"
    assert suggested == [str(documents / "Costs-.csv")]
    suggested = _answered(monkeypatch, str(tmp_path / "Costs.CSV"))
    assert saving.ask(parent, "Export", "Costs") == tmp_path / "Costs.CSV"
    assert suggested == [str(tmp_path / "Costs.csv")]
    _answered(monkeypatch, "")
    assert saving.ask(parent, "Export", "Costs") is None


def test_a_file_that_nobody_was_asked_about_is_not_replaced(
    qtbot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "costs.csv").write_text("mine")
    _answered(monkeypatch, str(tmp_path / "costs"))
    with pytest.raises(UserError, match=r"costs\.csv already"):
        saving.ask(parent, "Export", "Costs")
