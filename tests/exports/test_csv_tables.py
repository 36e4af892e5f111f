"""CSV that spreadsheets and programs both read right."""

import csv
import io
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given, strategies as st

from app.domain.errors import UserError
from app.exports import table
from app.exports.table import Cell, Column, Preset

COLUMNS = (Column(name="words"), Column(name="amount", number=True), Column(name="csv_guarded"))


def written(rows: list[list[Cell]], preset: Preset, columns: tuple[Column, ...] = COLUMNS) -> bytes:
    out = io.BytesIO()
    table.write(rows, columns, out, preset)
    assert not out.closed
    return out.getvalue()


def test_the_data_preset_keeps_line_breaks_quoted_and_has_no_mark() -> None:
    raw = written([['said "£5m",\nthen left', "1.5", ""]], Preset.DATA)
    assert raw == 'words,amount,csv_guarded\n"said ""£5m"",\nthen left",1.5,\n'.encode()


def test_the_excel_preset_has_a_mark_crlf_and_folded_breaks() -> None:
    raw = written([["one\r\ntwo\nthree", 2, ""]], Preset.EXCEL)
    assert raw == b"\xef\xbb\xbfwords,amount,csv_guarded\r\none two three,2,\r\n"


@pytest.mark.parametrize("preset", Preset)
@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_looks_like_a_formula_is_guarded_and_listed(start: str, preset: Preset) -> None:
    raw = written([[f'{start}HYPERLINK("http://x.test")', "", ""]], preset)
    row = next(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert row["words"].startswith("'")
    assert row["csv_guarded"] == "words"


def test_negative_numbers_stay_numbers() -> None:
    assert written([["a", Decimal("-2.50"), ""]], Preset.DATA).endswith(b"\na,-2.50,\n")


@pytest.mark.parametrize("cell", ["=1+1", "1e6", "1,000", "+5", "--1", ".5", "NaN", "5\n"])
def test_a_number_column_takes_nothing_but_plain_numbers(cell: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        written([["a", cell, ""]], Preset.DATA)


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Decimal(100) * Decimal("1E6"), "100000000"),
        (Decimal("1E+9"), "1000000000"),
        (Decimal("0.00000012"), "0.00000012"),
        (Decimal("3.50"), "3.50"),
        (Decimal("Infinity"), ""),
        (None, ""),
        (7, "7"),
    ],
)
def test_numbers_have_no_exponent(value: Decimal | None, plain: str) -> None:
    assert table.number(value) == plain


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=5))
def test_what_the_data_preset_writes_other_programs_read_back(rows: list[list[str]]) -> None:
    columns = (Column(name="a"), Column(name="b"), Column(name="csv_guarded"))
    raw = written([[*row, ""] for row in rows], Preset.DATA, columns)
    headings, *back = csv.reader(io.StringIO(raw.decode(), newline=""), strict=True)
    assert headings == ["a", "b", "csv_guarded"]
    assert [
        [cell.removeprefix("'") if name in row[2].split() else cell for name, cell in zip("ab", row, strict=False)]
        for row in back
    ] == rows


def test_an_apostrophe_of_the_text_itself_is_not_listed_as_a_guard() -> None:
    assert written([["'tis £5m", "", ""]], Preset.DATA).endswith("\n'tis £5m,,\n".encode())


def test_a_file_takes_the_place_of_the_old_one_only_when_whole(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    table.save(path, lambda out: table.write([["a", 1, ""]], COLUMNS, out, Preset.DATA))
    before = path.read_bytes()

    def fails(out: BinaryIO) -> None:
        out.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(UserError, match="No space left") as caught:
        table.save(path, fails)
    assert caught.value.reason == "not-written"
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="the project is safe"):
        table.save(tmp_path / "gone" / "claims.csv", lambda out: None)
