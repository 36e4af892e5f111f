"""The month in which the fiscal years of a text begin: by its country, and by what it names where that is not known."""

import re
from functools import lru_cache

from app.domain.currency_signs import SIGNS
from app.domain.span import Span
from app.extraction.dates.reading import Scene
from app.extraction.money import dollars

# First month of the central government's fiscal year, as each country's budget law sets it, where it is not January;
# a year is named after the calendar year in which it ends.
FIRST_MONTH = dict.fromkeys(("GB", "IN", "CA", "JP", "ZA", "HK", "SG", "BW", "MM", "KW", "LS", "NA"), 4)
FIRST_MONTH |= dict.fromkeys(("AU", "NZ", "PK", "BD", "EG", "KE", "UG", "TZ", "MU", "BT", "NP"), 7)
FIRST_MONTH |= dict.fromkeys(("US", "TH", "MH", "FM", "PW", "HT"), 10)
OF_AMERICA = FIRST_MONTH["US"]
OF_STATES = 7
"""All but four of the fifty states begin their budget year in July."""
_AMERICAN = re.compile(r"\b(?:Pentagon|Congress|US|U\.S\.|federal|White House|American)(?!\w)")
_FISCAL = re.compile(r"\b[Ff]iscal\b")  # which in Britain is financial
_STATES = re.compile(
    r"\b(?:[Ss]tate(?:s|['’]s|s['’])? (?:(?:general|tax|government) )?(?:budgets?|fund|revenues?|lawmakers|"
    r"legislat\w+|spending|coffers|shortfalls?|surplus)|states (?:have|face|expect|will)|\d\d states|"
    r"Gov\.|[Gg]overnors?|[Ll]egislature|[Ss]tatehouse|General Assembly)(?!\w)"
)
_OTHER_SIGN = re.compile(rf"(?!\$)[{SIGNS}]")
_NAMES = {
    "KE": r"Kenyans?|Kenya|Nairobi|Mombasa|KSh|Ksh|KES",
    "UG": r"Ugandans?|Uganda|Kampala|UGX|USh",
    "TZ": r"Tanzanians?|Tanzania|Dar es Salaam|Dodoma|TZS|TSh",
    "PK": r"Pakistanis?|Pakistan|Islamabad|Karachi|Lahore|Punjab|Sindh|PKR",
    "BD": r"Bangladeshis?|Bangladesh|Dhaka|Chattogram|Tk|BDT",
    "EG": r"Egyptians?|Egypt|Cairo|EGP",
    "NP": r"Nepali|Nepalese|Nepal|Kathmandu|NPR",
    "BT": r"Bhutanese|Bhutan|Thimphu",
    "TH": r"Thais?|Thailand|Bangkok",
    "GB": r"Britain|British|UK|England|English|Scotland|Scottish|Wales|Welsh|Whitehall|Treasury|HMRC|NHS",
    "IN": r"Indians?|India|Delhi|Mumbai|lakh|crore",
    "ZA": r"South Africans?|South Africa|Pretoria|Johannesburg",
}
"""What names a country whose fiscal year is no calendar year; those with dollars are told by their dollars."""
_COUNTRIES = "|".join(rf"(?P<{country}>{names})" for country, names in _NAMES.items())
_NAMED = re.compile(rf"\b(?:{_COUNTRIES})(?=[\d\W])")
_ENOUGH = 3
"""How often a text names a country that it is of, and twice as often as any other."""


def first_month(scene: Scene, start: int, end: int) -> int:
    """Month in which the fiscal year begins: the outlet's country's, that of the text, the project's, else Britain's.

    In a text of no country told otherwise, the words around it may make it America's.
    """
    if scene.country is None and (home := home_of(scene.text)):
        return FIRST_MONTH[home]
    near = max(0, start - 150), end + 100
    american = _AMERICAN.search(scene.text, *near)
    if scene.country == "US" and not american and _STATES.search(scene.text, *near):
        return OF_STATES
    if scene.country is None and (american or _is_american(scene.text)):
        return OF_AMERICA
    return FIRST_MONTH.get(scene.country, 1) if scene.country else scene.fiscal_start or FIRST_MONTH["GB"]


def first_month_now(scene: Scene, span: Span) -> int:
    """As `first_month`, where the words name no year: "this fiscal year" in a text of dollars is America's."""
    if scene.country is None and _FISCAL.search(span.of(scene.text)) and has_only_dollars(scene.text):
        return OF_AMERICA
    return first_month(scene, span.start, span.end)


def home_of(text: str) -> str | None:
    """ISO 3166 of the country that a text is of, by its dollars or by its names; None where nothing tells."""
    return dollars.country(text) or _named_most(text)


@lru_cache(maxsize=8)
def _named_most(text: str) -> str | None:
    often: dict[str, int] = {}
    for match in _NAMED.finditer(text):
        often[match.lastgroup or ""] = often.get(match.lastgroup or "", 0) + 1
    most = sorted(often, key=lambda country: often[country], reverse=True)
    if not most or often[most[0]] < _ENOUGH or (most[1:] and often[most[0]] < 2 * often[most[1]]):
        return None
    return most[0] if FIRST_MONTH[most[0]] == FIRST_MONTH["GB"] or "£" not in text else None


@lru_cache(maxsize=8)
def _is_american(text: str) -> bool:
    """Whether a text names America time and again, has its dollars, and says nothing in pounds."""
    return len(_AMERICAN.findall(text)) > 1 and "$" in text and "£" not in text


@lru_cache(maxsize=8)
def tells_of_states(text: str) -> bool:
    """Whether a text names the budget, the governor or the lawmakers of one of America's states."""
    return _STATES.search(text) is not None


@lru_cache(maxsize=8)
def has_only_dollars(text: str) -> bool:
    """Whether a text's sums are in dollars that no other country claims."""
    return "$" in text and not _OTHER_SIGN.search(text) and not (dollars.by_place(text) or dollars.stated(text))
