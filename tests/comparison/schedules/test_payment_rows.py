"""Payments as text: files, and what a spreadsheet puts on the clipboard."""

from decimal import Decimal

import pytest

from app.comparison.schedules import payment_rows
from app.domain.errors import UserError
from tests.support.treaty_payments import TREATY


@pytest.mark.parametrize(
    "text",
    [
        TREATY.replace(",", "\t"),
        TREATY.replace(",", ";"),
        "\ufeff" + TREATY.replace("\n", "\r\n"),
        TREATY.partition("\n")[2],
        TREATY.partition("\n")[2].replace(",", "\t") + "\t\t\t\t\t\n",
        "1\t3\t£165m\n4\t99\t£120m\t\t14\n4\t28\t£45m\n2\t\t£40m\t\t\tonce\n",
        '1,3,"£165,000,000"\n4,99,"120,000,000",GBP,14\n4,28,45 000 000,gbp\n2,2,0.04bn,GBP,,Once\n',
        "1\t3\t£165\u00a0000\u202f000\t\tyearly\n4\t99\t£120m\t14\tyearly\n4\t28\t£45m\t\t\n2\t2\t40,000,000\t\tonce\n",
        "From year;To year;Amount;Indexed after year;Once or yearly;\n1;3;165m\n4;99;120m;14\n4;28;45m\n2;;40m;;once\n",
        "Amount;From year;To year;Index from year;Times\n165m;1;3;;\n120m;4;99;14;yearly\n45m;4;28;;\n40m;2;2;;once\n",
    ],
)
def test_rows_are_read_with_and_without_headings_however_they_are_parted(text: str) -> None:
    assert payment_rows.parse_payments(text, "GBP") == payment_rows.parse_payments(TREATY)


def test_cells_typed_in_one_currency_are_named_by_the_row_in_which_they_stand() -> None:
    blank = ["", "", "", "", ""]
    (payment,) = payment_rows.typed([blank, ["4", "99", "$120m", "14", ""]], "AUD")
    assert (payment.amount, payment.currency, payment.index_from_year) == (Decimal(120_000_000), "AUD", 14)
    for row in (["one", "3", "£165m", "", ""], ["1", "3", "$165m", "", ""], ["1", "3", '"165', "", ""]):
        with pytest.raises(UserError, match="Line 2 of the schedule"):
            payment_rows.typed([blank, row], "GBP")


def test_an_amount_is_in_the_currency_of_its_sign() -> None:
    for sign, code in (("¥", "JPY"), ("₹", "INR"), ("€", "EUR")):
        (payment,) = payment_rows.parse_payments(f"1\t3\t{sign}165m\n", "GBP")
        assert (payment.amount, payment.currency) == (Decimal(165_000_000), code)
    assert payment_rows.parse_payments("1\t3\t¥165m\tCNY\n")[0].currency == "CNY"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1,3,1,5\n", "Line 1"),
        ("1\t3\t1,5\n", "Line 1"),
        ("1\t3\t12,34\n", "Line 1"),
        ("1\t3\t165m\n", "Line 1.*cannot be read"),
        ("one\t3\t£165m\n", "no column from_year"),
        ("1\t3\t£165m\n4\t99\t$120m\n", "more than one currency"),
        ("1\t3\t£165m\t\tsoon\n", "Line 1"),
        ("1\t3\t£165m\tUSD\n", "in USD, but its amount is in £"),
        ("1\t3\t¥165m\tUSD\n", "in USD, but its amount is in ¥"),
        ("1\t3\t₨165m\n", "Line 1"),
        ("from_year,to_year,amount,currency,indexed_from\n1,3,165,GBP,2\n", "column indexed_from that is not known"),
        ("from_year,to_year,amount,amount\n1,3,165,165\n", "column amount that is not known or stands there twice"),
        ("1\t3\t£165m\t\t0\n", "indexed from"),
        ("0\t3\t£165m\n", "follow each other"),
        ("", "no payments"),
        ("\n\t\t\n", "no payments"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_never_guessed(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told) as refused:
        payment_rows.parse_payments(text)
    assert "Nothing was changed" in str(refused.value)
