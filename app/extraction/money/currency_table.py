"""Currencies by sign, code and name, and the countries that share a name."""

from decimal import Decimal

from app.extraction.word_sets import one_of

CENT = Decimal("1E-2")

CODES = one_of(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNH CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHS GIP GMD "
    "GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK "
    "LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB "
    "PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND "
    "TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWL"
)
"""ISO 4217, with the old European currencies."""
NEED_SIZE_BEFORE = one_of(
    "ALL TRY CUP MOP GEL COP PEN BAM SOS MAD LAK R Fr LE SR QR Sh Sh. Shs Bs FF TL Re N K P Br kr Ft DM"
)
"""Codes and abbreviations that are also words or names ("COP 30"): only believed before a large number."""

DOLLARS = {
    "US": "USD", "U.S.": "USD", "U.S": "USD", "A": "AUD", "AU": "AUD", "Aus": "AUD", "C": "CAD", "CA": "CAD",
    "Can": "CAD", "Cdn": "CAD", "CDN": "CAD", "CAN": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD", "SG": "SGD",
    "NT": "TWD", "R": "BRL", "MX": "MXN", "Mex": "MXN", "J": "JMD", "TT": "TTD", "EC": "XCD", "FJ": "FJD", "Z": "ZWL",
    "BZ": "BZD", "ZW": "ZWL", "ZWL": "ZWL", "Bds": "BBD", "G": "GYD", "N": "NAD", "B": "BND", "us": "USD",
    "u.s": "USD", "u.s.": "USD", "c": "CAD", "hk": "HKD", "nz": "NZD",
}  # fmt: skip
PREFIXES = {
    "RMB": "CNY", "CN¥": "CNY", "JP¥": "JPY", "GH₵": "GHS", "GH¢": "GHS", "zł": "PLN", "Zł": "PLN", "PLN": "PLN",
    "Kč": "CZK", "Ft": "HUF", "SKr": "SEK", "Skr": "SEK", "NKr": "NOK", "Nkr": "NOK", "DKr": "DKK", "Dkr": "DKK",
    "SFr": "CHF", "Sfr": "CHF", "SwFr": "CHF", "Fr": "CHF", "FF": "FRF", "DM": "DEM", "RM": "MYR", "Rp": "IDR",
    "KSh": "KES", "Ksh": "KES", "KSh.": "KES", "Ksh.": "KES", "Kshs": "KES", "KShs": "KES", "Kshs.": "KES",
    "KShs.": "KES", "TSh": "TZS", "USh": "UGX", "Sh": "Sh", "Sh.": "Sh", "Shs": "Sh",
    "Rwf": "RWF", "Frw": "RWF", "FRw": "RWF", "FCFA": "CFA", "MK": "MWK", "K": "K", "P": "P", "Br": "ETB", "NIS": "ILS",
    "TL": "TRY", "Bs": "BOB", "Dh": "AED", "Dhs": "AED", "Tk": "BDT", "E£": "EGP", "LE": "EGP", "I£": "GBP",
    "GBP£": "GBP",
    "EUR€": "EUR", "SR": "SAR", "QR": "QAR", "CFA": "CFA", "₨": "Rs", "Rs": "Rs", "Rs.": "Rs", "Re": "Rs",
    "INR₹": "INR", "kr": "kr", "R": "ZAR", "N": "NGN", "元": "CNY",
}  # fmt: skip
AFTER = {
    "元": "CNY", "円": "JPY", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "kr": "kr", "RMB": "CNY", "rmb": "CNY",
    "лв": "BGN",
}  # fmt: skip

HOME = {
    "US": "USD", "GB": "GBP", "AU": "AUD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "TW": "TWD",
    "JM": "JMD", "FJ": "FJD", "MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "JP": "JPY", "CN": "CNY",
    "IN": "INR", "PK": "PKR", "LK": "LKR", "MU": "MUR", "NP": "NPR", "SC": "SCR", "SE": "SEK", "NO": "NOK",
    "DK": "DKK", "IS": "ISK", "CH": "CHF", "FR": "EUR", "DE": "EUR", "IE": "EUR", "EG": "EGP", "PH": "PHP",
    "KE": "KES", "TZ": "TZS", "UG": "UGX", "UY": "UYU", "DO": "DOP", "JO": "JOD", "KW": "KWD", "TT": "TTD",
    "BB": "BBD", "LB": "LBP", "SY": "SYP", "SD": "SDG", "RU": "RUB", "ZA": "ZAR", "NA": "NAD", "IR": "IRR",
    "OM": "OMR", "SA": "SAR", "QA": "QAR", "YE": "YER", "IQ": "IQD", "TN": "TND", "DZ": "DZD", "RS": "RSD",
    "ZM": "ZMW", "MW": "MWK", "PG": "PGK", "BW": "BWP", "BH": "BHD", "LY": "LYD", "CZ": "CZK", "SO": "SOS", "XX": "",
    "RW": "RWF", "BI": "BIF", "CD": "CDF", "DJ": "DJF", "GN": "GNF", "KM": "KMF", "SN": "XOF", "CI": "XOF",
    "ML": "XOF", "BF": "XOF", "NE": "XOF", "TG": "XOF", "BJ": "XOF", "GW": "XOF", "CM": "XAF", "GA": "XAF",
    "TD": "XAF", "CG": "XAF", "CF": "XAF", "GQ": "XAF", "NC": "XPF", "PF": "XPF",
}  # fmt: skip

_WEST, _MIDDLE = ("SN", "CI", "ML", "BF", "NE", "TG", "BJ", "GW"), ("CM", "GA", "TD", "CG", "CF", "GQ")
"""The countries of the two CFA francs."""

# What a shared name may be, by country; the first is what it is where nothing says otherwise, "" where nobody knows.
SHARED: dict[str, tuple[str, tuple[str, ...]]] = {
    "$": ("USD", ("AU", "CA", "NZ", "HK", "SG", "TW", "JM", "FJ", "MX", "AR", "CL", "CO", "UY", "TT", "BB", "NA")),
    "£": ("GBP", ("EG", "LB", "SY", "SD")),
    "¥": ("JPY", ("CN",)),
    "Rs": ("INR", ("PK", "LK", "MU", "NP", "SC")),
    "kr": ("", ("SE", "NO", "DK", "IS")),
    "franc": ("", ("CH", "RW", "BI", "CD", "DJ", "GN", "KM", *_WEST, *_MIDDLE, "NC", "PF")),
    "CFA": ("XOF", (*_WEST, *_MIDDLE)),
    "peso": ("", ("MX", "PH", "AR", "CL", "CO", "UY", "DO")),
    "dinar": ("", ("RS", "KW", "JO", "IQ", "TN", "DZ", "BH", "LY")),
    "shilling": ("", ("KE", "TZ", "UG", "SO")),
    "Sh": ("KES", ("TZ", "UG", "SO")),
    "K": ("", ("ZM", "MW", "PG")),
    "P": ("", ("PH", "BW")),
    "riyal": ("SAR", ("QA",)),
    "rial": ("IRR", ("OM", "YE")),
    "crown": ("", ("CZ", "SE", "NO", "DK")),
}
_CFA = (
    ("SN", "Senegal|Dakar"),
    ("CI", "Ivory Coast|Ivorian|Abidjan|C[oô]te d['’]Ivoire"),
    ("ML", r"Mali(?:an)?s?\b|Bamako"),
    ("BF", "Burkina|Ouagadougou"),
    ("NE", r"Niger\b|Nigerien|Niamey"),
    ("TG", r"Togo|Lom[eé]\b"),
    ("BJ", "Benin(?! City)|Cotonou"),
    ("GW", "Guinea-Bissau"),
    ("CM", "Cameroon|Yaound[eé]|Douala"),
    ("GA", "Gabon|Libreville"),
    ("TD", r"\b(?:in|of|from) Chad\b|Chadian|N['’]Djamena"),
    ("CG", "Brazzaville"),
    ("CF", "Central African Republic|Bangui"),
    ("GQ", "Equatorial Guinea|Malabo"),
)
# Words that settle a shared name where the outlet's country is not known.
PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "Rs": (
        ("PK", "Pakistan|Karachi|Islamabad|Lahore"),
        ("LK", "Sri Lanka|Colombo"),
        ("NP", "Nepal|Kathmandu"),
        ("MU", "Mauriti"),
        ("SC", "Seychell"),
    ),
    "kr": (
        ("SE", "Swed|Stockholm"),
        ("NO", "Norw|Oslo"),
        ("DK", "Danish|Denmark|Copenhagen"),
        ("IS", "Iceland"),
    ),
    "franc": (
        ("CH", "Swiss|Switzerland|Zurich|Geneva"),
        ("RW", "Rwanda|Kigali"),
        ("BI", "Burundi|Bujumbura|Gitega"),
        ("CD", r"Kinshasa|Lubumbashi|Democratic Republic of (?:the )?Congo|\bDRC\b"),
        ("DJ", "Djibouti"),
        ("GN", r"Conakry|(?<!Equatorial )(?<!New )Guinea(?:ns?)?\b(?!-)"),
        ("KM", "Comor|Moroni"),
        *_CFA,
        ("NC", "New Caledonia|Noum[eé]a"),
        ("PF", "French Polynesia|Tahiti|Papeete"),
    ),
    "CFA": _CFA,
    "peso": (
        ("MX", "Mexic"),
        ("PH", "Philippin|Manila"),
        ("AR", "Argentin"),
        ("CL", "Chile"),
        ("CO", "Colombia"),
        ("UY", "Urugua"),
        ("DO", "Dominican"),
    ),
    "dinar": (
        ("RS", "Serbia"),
        ("KW", "Kuwait"),
        ("JO", "Jordan"),
        ("IQ", "Iraq"),
        ("TN", "Tunisia"),
        ("DZ", "Algeria"),
        ("BH", "Bahrain"),
        ("LY", "Libya"),
    ),
    "shilling": (("KE", "Kenya|Nairobi"), ("TZ", "Tanzania"), ("UG", "Uganda"), ("SO", "Somali")),
    "Sh": (
        ("KE", "Kenya|Nairobi"),
        ("TZ", "Tanzania|Dodoma|Dar es Salaam"),
        ("UG", "Uganda|Kampala"),
        ("SO", "Somali"),
    ),
    "K": (
        ("ZM", "Zambia|Lusaka|Copperbelt"),
        ("MW", "Malawi|Lilongwe|Blantyre"),
        ("PG", r"Papua New Guinea|Port Moresby|\bPNG\b"),
    ),
    "P": (("PH", "Philippin|Manila|Filipino|Quezon|Cebu|Mindanao"), ("BW", "Botswana|Gaborone")),
    "riyal": (("QA", "Qatar"),),
    "rial": (("OM", "Oman"), ("YE", "Yemen")),
    "crown": (("CZ", "Czech|Prague"), ("SE", "Swed"), ("NO", "Norw"), ("DK", "Danish|Denmark")),
}

NAMES = {
    "dollar": "$", "buck": "$", "pound": "£", "quid": "£", "euro": "EUR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "Rs", "won": "KRW", "rand": "ZAR", "real": "BRL", "lira": "TRY", "shekel": "ILS",
    "rouble": "RUB", "ruble": "RUB", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "naira": "NGN",
    "cedi": "GHS", "birr": "ETB", "zloty": "PLN", "złoty": "PLN", "forint": "HUF", "koruna": "CZK", "hryvnia": "UAH",
    "tenge": "KZT", "taka": "BDT", "bitcoin": "BTC", "markka": "FIM", "mark": "DEM", "guilder": "NLG",
    "peseta": "ESP", "krona": "SEK", "krone": "kr", "dirham": "AED", "riyal": "riyal", "rial": "rial",
    "dinar": "dinar", "peso": "peso", "franc": "franc", "crown": "crown", "shilling": "shilling", "leu": "RON",
    "lei": "RON", "lev": "BGN", "kwacha": "ZMW", "kyat": "MMK", "bolivar": "VES", "sol": "PEN", "kuna": "HRK",
    "kina": "PGK", "vatu": "VUV", "tala": "WST", "metical": "MZN", "pula": "BWP", "dalasi": "GMD", "gourde": "HTG",
    "lempira": "HNL", "quetzal": "GTQ", "guarani": "PYG", "boliviano": "BOB", "som": "KGS", "manat": "AZN",
    "tugrik": "MNT", "riel": "KHR", "ngultrum": "BTN", "ariary": "MGA", "afghani": "AFN", "colon": "CRC",
    "sterling": "GBP", "kuai": "CNY", "greenback": "USD", "grand": "grand", "cfa": "CFA", "fcfa": "CFA",
}  # fmt: skip
PLURALS = {"reais": "real", "kronor": "krona", "kroner": "krone", "soles": "sol", "marks": "mark", "złotych": "złoty"}
COINS = {
    "pence": "£", "penny": "£", "pennies": "£", "cent": "cent", "eurocent": "EUR", "paisa": "Rs", "paise": "Rs",
    "kopeck": "RUB", "sen": "MYR",
}  # fmt: skip
NEEDS_SIZE = one_of("won real dong sol mark crown leu lei lev buck sen rand kina pula tala som colon vatu")
"""Names that are also common words: only believed after a plural or a large number."""
OF = {
    "us": "USD", "u.s.": "USD", "american": "USD", "united states": "USD", "australian": "AUD", "aussie": "AUD",
    "canadian": "CAD", "hong kong": "HKD", "new zealand": "NZD", "singapore": "SGD", "taiwan": "TWD",
    "jamaican": "JMD", "swiss": "CHF", "french": "FRF", "belgian": "BEF", "cfa": "CFA", "british": "GBP",
    "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG", "japanese": "JPY", "chinese": "CNY",
    "indian": "INR", "pakistani": "PKR", "sri lankan": "LKR", "mauritian": "MUR", "nepalese": "NPR", "turkish": "TRY",
    "dutch": "NLG", "finnish": "FIM", "german": "DEM", "deutsche": "DEM", "danish": "DKK", "norwegian": "NOK",
    "swedish": "SEK", "icelandic": "ISK", "czech": "CZK", "mexican": "MXN", "argentine": "ARS", "chilean": "CLP",
    "colombian": "COP", "philippine": "PHP", "south african": "ZAR", "south korean": "KRW", "korean": "KRW",
    "brazilian": "BRL", "russian": "RUB", "polish": "PLN", "hungarian": "HUF", "israeli": "ILS", "saudi": "SAR",
    "qatari": "QAR", "omani": "OMR", "iranian": "IRR", "kuwaiti": "KWD", "jordanian": "JOD", "iraqi": "IQD",
    "tunisian": "TND", "algerian": "DZD", "serbian": "RSD", "kenyan": "KES", "ugandan": "UGX", "tanzanian": "TZS",
    "nigerian": "NGN", "moroccan": "MAD", "emirati": "AED", "uae": "AED", "ukrainian": "UAH", "romanian": "RON",
    "bulgarian": "BGN", "thai": "THB", "malaysian": "MYR", "indonesian": "IDR", "vietnamese": "VND",
    "zimbabwean": "ZWL", "somali": "SOS", "namibian": "NAD", "fijian": "FJD", "liberian": "LRD", "guyanese": "GYD",
    "bahamian": "BSD", "ethiopian": "ETB", "ghanaian": "GHS", "zambian": "ZMW", "malawian": "MWK", "rwandan": "RWF",
    "congolese": "CDF", "burundian": "BIF", "botswana": "BWP", "armenian": "AMD", "georgian": "GEL", "kazakh": "KZT",
}  # fmt: skip
