"""What is read of e-mails, and of web pages that a browser saved as one file."""

import datetime
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from app.domain.article import Article
from app.domain.errors import UserError
from app.readers import choose

TODAY = datetime.date(2026, 2, 14)
LEASE = "The lease of the harbour will cost £165m a year for the first three years, the audit office said on Friday.\n"
PAGE = (
    "<html><head><title>Harbour lease</title></head><body><article><h1>Harbour lease</h1>"
    f"<p>{LEASE}</p><p>It falls to £120m a year after that, the office said, as most of the quays are paid for.</p>"
    "</article></body></html>"
)


def letter(text: str = LEASE) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Réponse on the harbour"
    message["From"] = "Elin Marsh <e.marsh@audit.example>"
    message["Date"] = "Fri, 23 May 2025 10:15:00 +0100"
    message.set_content(text)
    return message


def read(raw: bytes, name: str = "answer.eml") -> Article:
    return choose.read_bytes(raw, name=name, today=TODAY)


def test_a_letter_is_its_words_under_its_subject() -> None:
    article = read(bytes(letter()))
    assert article.title is not None
    assert article.author is not None
    assert article.published is not None
    assert (article.title.value, article.author.value) == ("Réponse on the harbour", "Elin Marsh")
    assert article.published.value == "2025-05-23T10:15+01:00"
    assert article.text == f"Réponse on the harbour\n\n{LEASE.strip()}"


def test_who_writes_to_a_list_is_the_outlet() -> None:
    message = letter()
    message["List-Id"] = "<press.audit.example>"
    article = read(bytes(message))
    assert article.author is None
    assert article.outlet is not None
    assert article.outlet.value == "Elin Marsh"


def test_the_page_of_a_letter_is_read_where_its_text_says_nothing() -> None:
    message = letter("See this message in a browser.\n")
    message.add_alternative(PAGE, subtype="html")
    assert "£120m a year" in read(bytes(message)).text


def test_the_text_of_a_letter_is_read_once() -> None:
    message = letter(f"{LEASE}\nIt falls to £120m a year after that, as most of the quays are paid for.\n")
    message.add_alternative(PAGE, subtype="html")
    assert read(bytes(message)).text.count("£165m") == 1


def test_attachments_are_named_and_not_read() -> None:
    message = letter()
    message.add_attachment("The annex says £9bn.", filename="annex.txt")
    article = read(bytes(message))
    assert "£9bn" not in article.text
    assert "annex.txt" in article.notes[0]


def test_quoted_lines_are_read_without_their_marks() -> None:
    assert (
        "The rent was £100m, they said." in read(bytes(letter(f"{LEASE}\n> > The rent was £100m, they said.\n"))).text
    )


@pytest.mark.parametrize(
    "day", ["", "soon", "Fri, 23 May 99999999999999 10:15:00 +0100", "23 May 2025 10:15 +99999999"]
)
def test_a_letter_without_a_day_that_exists_has_none(day: str) -> None:
    article = read(bytes(letter()).replace(b"Date: Fri, 23 May 2025 10:15:00 +0100", f"Date: {day}".encode()))
    assert article.published is None
    assert "cannot be read" in article.notes[0]


def test_a_page_saved_as_one_file_is_read_as_that_page() -> None:
    saved = MIMEMultipart("related")
    saved["Subject"] = "Harbour lease"
    saved["Snapshot-Content-Location"] = "https://harbour.example/lease"
    saved.attach(MIMEText(PAGE, "html", "utf-8"))
    saved.attach(MIMEText("p { color: red }", "css", "utf-8"))
    article = read(saved.as_bytes(), "lease.mhtml")
    assert article.title is not None
    assert article.title.value == "Harbour lease"
    assert article.url == "https://harbour.example/lease"
    assert article.outlet is not None
    assert article.outlet.value == "harbour.example"
    assert "£120m a year" in article.text
    assert article.media_type == "multipart/related"


@pytest.mark.parametrize("raw", [b"\n\n", b"Subject: \n\n"])
def test_a_message_without_words_is_refused(raw: bytes) -> None:
    with pytest.raises(UserError) as refused:
        read(raw)
    assert refused.value.reason == "no-article"


def test_parts_within_parts_without_end_do_no_harm() -> None:
    deep = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    with pytest.raises(UserError) as refused:
        read((deep + "Content-Type: text/plain\n\n" + LEASE).encode())
    assert refused.value.reason == "too-deep"
