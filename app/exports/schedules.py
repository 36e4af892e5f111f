"""schedules.csv: the dated payments of topics, with the assumptions under which they are carried out."""

from dataclasses import dataclass

from app.exports.lines import columns_of

SCHEMA = "counterclaim-schedules/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentLine:
    """One payment of a schedule; "" means unknown. `index_from_year` is empty for one that never follows prices."""

    schema: str = SCHEMA
    project_id: str = ""
    schedule_id: str = ""
    topic: str = ""
    name: str = ""
    note: str = ""
    years: str = ""
    inflation: str = ""
    discount: str = ""
    lag: str = ""
    price_year: str = ""
    from_year: str = ""
    to_year: str = ""
    amount: str = ""
    currency: str = ""
    index_from_year: str = ""
    times: str = ""
    csv_guarded: str = ""


_NUMBERS = frozenset({"years", "lag", "from_year", "to_year", "amount", "index_from_year"})
COLUMNS = columns_of(PaymentLine, _NUMBERS)
