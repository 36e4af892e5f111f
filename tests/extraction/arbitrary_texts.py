"""Texts of every sort: figures set among words, odd spaces, controls, marks and characters of any script."""

from hypothesis import strategies as st

FIGURES = (
    "£5m a year", "up to 3.5 per cent", "in June 2024", "12,000 people", "£1.6 billion ($2 billion)", "99 years",
    "3 million", "one in five", "10-15 km", "Views: 67", "1. First", "half of", "Rs 6,000 crore", "330 to 179",
    "between £50m and £90m", "tens of billions of dollars", "-4.2%", "$(12.4) million", "24-25 June", "last week",
    "a third", "two and a half years", "03/04/2025", "FY2022/23", "Q3 2024", "the 1990s", "143p", "a quarter point",
    "on Monday", "by 2035", "(£3m)", "~40 tonnes", "20,000 barrels a day", "5%-6%", "£5", "¥9.04 trillion", "1,23,456",
    "½ million", "9.1p to 312.4p", "the year to March",
)  # fmt: skip
WORDS = (
    "It cost ", "The minister said ", "“", "”, he said. ", " according to the ONS", " rose by ", " from ", " to ",
    " and ", " a year", ", not ", " denied ", "over 10 years", "in 2019 prices", "Mr. ", "Ann Lee told ",
    " reportedly ", " U.S. ", "(", ")", ". ", " of GDP", " in total", "nearly ", "about ", "more than ", "; ", " – ",
    "—", "'s ", "Comments (3)\n", "• ", "@a", "https://a.b/1 ",
)  # fmt: skip
ODD = (
    "\r\n", "\r\n\r\n", "\r", "\n", "\n\n", "\t", "\v", "\f", "\x00", "\x1c", "\x85", "\u2028", "\u2029",
    "\u00a0", "\u2009", "\u202f", "\u3000", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad",
    "\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202e", "\u2066", "\u2069",
    "e\u0301", "\u0301", "\u20e3", "🔴", "👩🏽‍🚒", "🇬🇧", "שלום", "مرحبا", "٣٤", "１２", "²",
    "Ⅳ", "ß", "五百万", "\U0010ffff",
)  # fmt: skip

LOOKALIKES = ("sſ", "k\u212a", "K\u212a", "iı", "iİ", "Iİ")
"""A letter of ASCII and one outside it that is the same where case is ignored: of old prints, physics, Turkish."""

pieces = st.one_of(
    st.sampled_from(FIGURES), st.sampled_from(WORDS), st.sampled_from(ODD), st.just(" "), st.text(max_size=6)
)
texts = st.lists(pieces, max_size=16).map("".join)
"""Text that UTF-8 can write."""

broken_texts = st.lists(st.one_of(pieces, st.sampled_from(("\ud800", "\udfff"))), max_size=12).map("".join)
"""The same with halves of surrogate pairs, which a JSON escape can bring in."""
