"""Two drafts of forty figures each, twelve of them wrong, with the articles that they were written from.

A figure of a draft stands in double brackets; after a bar stands what is wrong with it. The second draft was written
before anything was measured; in the end its misses were looked at too, so neither draft is unseen any more.
"""

import re
from dataclasses import dataclass

from app.domain.span import Span

_MARKED = re.compile(r"\[\[([^]|]+)(?:\|([^]]+))?\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A figure of a draft; `fault` is empty where it is right."""

    span: Span
    surface: str
    fault: str


def read(draft: str) -> tuple[str, list[Marked]]:
    """The draft without its marks, and the figures that were marked."""
    found: list[Marked] = []
    text = ""
    last = 0
    for match in _MARKED.finditer(draft):
        text += draft[last : match.start()]
        found.append(Marked(span=Span(len(text), len(text) + len(match[1])), surface=match[1], fault=match[2] or ""))
        text += match[1]
        last = match.end()
    return text + draft[last:], found


FIRST_ARTICLES = {
    "rail.txt": """Title: Two lines, two fortunes
Outlet: Valley Herald
Date: 2025-09-10

The Moss line carried 4.2 million passengers in 2024, the operator Kestrel Rail said, and the Fen line 2.9 million \
passengers. A year earlier the Moss line had carried 3.6 million passengers.

Punctuality on the Moss line stood at 91.4 per cent in the twelve months to March 2025; on the Fen line it was 84 per \
cent. Kestrel Rail employs 1,340 people and paid a dividend of £18m.

The upgrade of the Fen line will cost £260m in 2023 prices, the regulator estimates. It is due to open on 14 June 2027.
""",
    "wind.txt": """Title: Skerry Bank wind farm wins consent
Outlet: Coast Ledger
Date: 2025-10-02

The Skerry Bank wind farm will have 84 turbines and a capacity of 1,260 megawatts, enough for about 1.1 million homes, \
its developer Norvane said. Construction will cost €3.8bn.

The farm is to cover 310 square kilometres, 32 kilometres off the coast. Norvane expects to employ 2,400 people during \
construction and 180 people once the farm runs.

The strike price agreed with the government is £73 per megawatt hour in 2012 prices. The first power is expected in \
the autumn of 2028.
""",
    "hospital.txt": """Title: Hospital trust runs short
Outlet: City Examiner
Date: 2025-11-05

Aldermoor hospital trust forecasts a deficit of £46m for 2025/26, against £31m in 2024/25. Its waiting list stood at \
58,300 patients in September 2025, up 7 per cent on a year before.

St Brannoc's, the neighbouring trust, expects a deficit of £12m for 2025/26 and has 21,700 patients waiting.

Agency staff cost Aldermoor £2.3m a month. The trust plans to cut 420 posts by March 2026. A new emergency department \
at Aldermoor was budgeted at £88m and has cost £104m so far.
""",
    "potatoes.txt": """Title: A thin potato harvest
Outlet: Farm Courier
Date: 2025-12-01

Growers in Eastmarch lifted 640,000 tonnes of potatoes in 2025, 12 per cent less than in 2024, the \
growers' union says. \
The price rose to £310 a tonne in October 2025 from £225 a tonne a year earlier.

Eastmarch has 1,150 potato growers, a third of them tenants. The government's drought fund has paid out £27m in grants.
""",
}

FIRST = """Under the treaty with Mauritius, Britain pays [[£165m a year]] for the first three years and \
[[£120m a year]] from the fourth. A development grant of [[£54m a year|wrong value]] runs for [[25 years]]. The trust \
fund for the islanders gets a one-off [[£40m]]. The Foreign Office puts the whole at [[£3.4bn|wrong basis]] in cash \
terms; the Government Actuary's Department adds the payments up to [[£347bn|ten times]] in cash over [[99 years]]. The \
average is [[£101m a year]] in 2025/26 prices, [[less than 0.2 per cent]] of the defence budget. About \
[[4,000 people]] work on the atoll. The last instalment of the grant will be worth [[$24.2m|wrong \
currency]] in today's \
money.

The Moss line carried [[4.2 million passengers|another period]] in 2023, and the Fen line carried \
[[2.9 million passengers]] in 2024. Punctuality on the Fen line was [[91.4 per cent|swapped]]. Kestrel Rail, which \
employs [[1,340 people]], paid a dividend of [[£18m]]. Upgrading the Fen line will cost [[£260m]] in 2023 prices, and \
it is due to open on [[14 June 2027]].

Skerry Bank wind farm, [[32 kilometres]] off the coast, will have [[84 turbines]] with a capacity of \
[[126 megawatts|ten times]], enough for [[some 1.1 million homes]]. Building it will cost [[£3.8bn|wrong currency]]. \
Norvane will employ [[2,400 people]] during construction and [[180 people]] once it runs. The power will be sold at \
[[£73 per megawatt hour]] in 2012 prices.

Aldermoor expects a deficit of [[£46m]] for 2025/26, up from [[£31m]] in 2024/25. St Brannoc's has \
[[58,300 patients|swapped]] waiting. Agency staff cost Aldermoor [[£2.3m a year|wrong basis]]. The trust will cut \
[[420 posts]] by March 2026. Its new emergency department, budgeted at [[£88m]], has cost [[£140m|wrong value]] so far.

Eastmarch's growers lifted [[640,000 tonnes]] of potatoes in 2025, [[12 per cent]] less than the year before. In \
October 2025 the price was [[£310 a tonne]]; a year earlier it had been [[£225 a tonne]]. The \
drought fund has paid out \
[[£27m]]. Eastmarch has [[1,510 potato growers|wrong value]].
"""

SECOND_ARTICLES = {
    "meals.txt": """Title: Free meals for every pupil from September
Outlet: Tarnshire Courier
Date: 2026-01-14

Every primary pupil in Tarnshire will get a free lunch from September 2026, the county council decided on Tuesday. The \
scheme will cost £14.5m a year, of which the government pays £6.2m.

There are 23,400 primary pupils in Tarnshire; 31 per cent of them have free meals now. In neighbouring Wexley, where \
the scheme began in 2023, take-up rose from 58 per cent to 83 per cent, and the county spends £9.1m a year.
""",
    "reservoir.txt": """Title: Drowned valley plan returns
Outlet: Upland Post
Date: 2025-12-03

Severn Vale Water wants to dam the Cuddle valley. Its reservoir would hold 95 million cubic metres and cost £1.9bn at \
2022 prices, the company told the inspectors. In 2019 it had put the cost at £1.2bn. Building would take nine years.

Customers would pay £37 a year more on the average bill. Forty-six homes would be flooded. Leakage, at 412 million \
litres a day, loses more water than the reservoir would supply, 290 million litres a day, campaigners say.
""",
    "stadium.txt": """Title: Rovers and their new ground
Outlet: Terrace Talk
Date: 2025-08-19

Harwick Rovers will move in August 2027 to a stadium with 28,500 seats. It is being built for £215m, and the club has \
borrowed £140m of that at 6.4 per cent. Season tickets will start at £395.

Harwick United, the older club across the river, drew an average of 19,200 last season; Rovers drew \
22,750. Rovers lost \
£17.3m in the year to June 2025 and United made a profit of £1.4m.
""",
    "quotas.txt": """Title: Quotas set for the coming year
Outlet: The Netmender
Date: 2025-12-20

Ministers agreed on a cod quota of 13,200 tonnes for 2026, a cut of 44 per cent on 2025. The haddock quota rises to \
112,000 tonnes.

The fleet of Port Sallow has 62 boats, and landed fish worth £48m in 2024. Fuel takes 28 per cent \
of what a boat earns. \
The government will pay owners who scrap a boat up to £180,000 each.
""",
    "frigates.txt": """Title: Fifth frigate slips to 2030
Outlet: Defence Monthly
Date: 2026-01-08

The five Type 36 frigates will cost $2.4bn in total, the ministry of Norrland said, or $480m each. The first was laid \
down on 3 March 2024 and will be delivered in 2028; the fifth slips to 2030.

Each carries a crew of 105. Norrland spends 2.1 per cent of its GDP on defence.
""",
}

SECOND = """It is official: from September no primary school child in Tarnshire need bring a packed lunch. The bill \
comes to [[£14.5m a year]], [[£2.6m|wrong value]] of it from central government. Of the county's \
[[23,400 primary pupils]], [[31 per cent]] already eat free. Wexley got there first: take-up there went from \
[[58 per cent]] to [[83 per cent]], and its council spends [[£14.5m a year|swapped]].

Up in the hills, Severn Vale Water's plan for the Cuddle valley is back. The reservoir would hold \
[[95 million cubic metres]] and, at 2022 prices, cost [[£1.9bn]]. In 2019 the company put the cost at \
[[£1.9bn|another period]]. [[Nine years]] of building would add [[£37 a month|wrong basis]] to the average bill. \
[[Forty-six homes]] would go under. Leakage loses [[290 million litres a day|swapped]].

Harwick Rovers move to a ground of [[28,500 seats]] in [[August 2027]]. The stadium costs [[£215m]]; [[£140m]] is \
borrowed, at [[4.6 per cent|wrong value]]. The cheapest season ticket will be [[£395]]. Last season Rovers drew an \
average crowd of [[19,200|swapped]]. In the year to June 2025 Rovers lost [[£17.3m]], while United turned a profit of \
[[£14m|ten times]].

For 2026 the cod quota is [[13,200 tonnes]], down [[44 per cent]]. For haddock it is [[11,200 tonnes|ten times]]. Port \
Sallow's [[62 boats]] landed fish worth [[£48m|another period]] in 2022. An owner who scraps a boat can get \
[[up to £180,000]]. Fuel eats [[28 per cent]] of a boat's earnings.

Norrland's five Type 36 frigates will cost [[£2.4bn|wrong currency]] in total, that is [[$480m]] apiece. The first was \
laid down on [[3 March 2024]]. Each ship needs a crew of [[105]]. Defence takes [[2.1 per cent]] of Norrland's GDP.

Britain's lease on Diego Garcia costs [[£101m a year]] on average at 2025/26 prices. The cash cost \
over [[99 years]] is \
[[£34.7bn]], the actuaries say; its net present value is [[£10bn|wrong basis]]. From the fourth year \
[[£120m a year]] falls due.
"""
