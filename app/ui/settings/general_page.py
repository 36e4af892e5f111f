"""The page of settings that concern everything: theme, text size, rows, language, the name that decisions bear."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.ui import language
from app.ui.look import type as steps
from app.ui.look.density import Density
from app.ui.look.theme import Scheme
from app.ui.settings.preferences import TEXT_SIZES, Preferences
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog_page import Sheet
from app.ui.widgets.words import Words

T = TypeVar("T", bound=str | int)


class GeneralPage(Sheet):
    """A field a preference, each with what it does below it."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, steps.scaled(16), 0, 0)
        self._grid.setHorizontalSpacing(steps.scaled(24))
        self._grid.setVerticalSpacing(steps.scaled(4))
        self._grid.setColumnStretch(2, 1)
        themes: list[tuple[Scheme, str]] = [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ]
        heights: list[tuple[Density, str]] = [
            ("compact", self.tr("Compact")),
            ("standard", self.tr("Standard")),
            ("roomy", self.tr("Roomy")),
        ]
        self.theme = self._add(
            "theme",
            self.tr("Theme"),
            self.tr("Dark and light have the same contrast."),
            themes,
            preferences.scheme(),
            preferences.set_scheme,
        )
        self.text_size = self._add(
            "text-size",
            self.tr("Text size"),
            self.tr("Everything that is measured by text grows with it."),
            [(size, f"{size} %") for size in TEXT_SIZES],
            preferences.text_size(),
            preferences.set_text_size,
        )
        self.density = self._add(
            "density",
            self.tr("Rows"),
            self.tr("The height of rows in lists and tables; the text stays as large as it is."),
            heights,
            preferences.density(),
            preferences.set_density,
        )
        self.language = self._add(
            "language",
            self.tr("Language"),
            self.tr("What the program says. Articles and figures stay as they were written."),
            language.languages(),
            preferences.language(),
            preferences.set_language,
        )
        self.author = QLineEdit(preferences.author())
        self.author.setObjectName("author")
        self.author.setPlaceholderText(self.tr("The name of your login"))
        self.author.textChanged.connect(preferences.set_author)
        self._place(self.author, self.tr("Your name"), self.tr("Shown in the log and under resolutions from now on."))
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add(
        self,
        name: str,
        title: str,
        note: str,
        choices: Sequence[tuple[T, str]],
        now: T,
        choose: Callable[[T], None],
    ) -> Choice:
        field = Choice(title)
        field.setObjectName(name)
        for value, words in choices:
            field.addItem(words, value)
        field.setCurrentIndex(max(field.findData(now), 0))
        field.activated.connect(lambda at: choose(field.itemData(at)))
        self._place(field, title, note)
        return field

    def _place(self, field: QWidget, title: str, note: str) -> None:
        field.setAccessibleName(title)
        field.setAccessibleDescription(note)
        label = Words(title, "body", weight=500)
        label.setBuddy(field)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(Words(note, "small", "text2"), row + 1, 1, 1, 2)
        self._grid.setRowMinimumHeight(row + 2, steps.scaled(12))
