"""The signs of currencies: what each means by itself, and all of them for patterns."""

MEANS = {
    "£": "GBP", "$": "USD", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₽": "RUB", "₱": "PHP", "₫": "VND", "฿": "THB", "₴": "UAH", "₡": "CRC", "₿": "BTC", "₵": "GHS", "₸": "KZT",
    "₾": "GEL", "₭": "LAK", "֏": "AMD", "৳": "BDT", "₼": "AZN", "₮": "MNT", "₲": "PYG",
}  # fmt: skip
"""The code of the currency that a sign stands for where nothing says otherwise."""
SIGNS = "£$¥֏৳฿₠-⃀"
"""Every sign, for the brackets of a pattern: those of Unicode's block of currency symbols, and the few outside it."""
SUM_OPENS = rf"(?:(?-i:[A-Z]{{1,3}}|[a-z]{{1,3}})?[{SIGNS}]|(?-i:[A-Z]{{3}}|kr|Rs\.?)\s?)"
"""What may stand right before the digits of a sum: "£", "US$", "CHF 5m", "Rs 5"."""
