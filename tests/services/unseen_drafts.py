"""Two drafts with the articles that they were written from, by a writer who had not read the rules.

`FIRST` was looked at when the rules were mended, `SECOND` only afterwards. A figure stands in braces behind a letter: s
is right, e is wrong, a is not in the articles, b can be worked out from them.
"""

import re
from dataclasses import dataclass

from app.domain.span import Span

_MARKED = re.compile(r"\{([seab]):([^}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A figure of a draft and its letter."""

    span: Span
    truth: str


def read(draft: str) -> tuple[str, list[Marked]]:
    """The draft without its marks, and the figures that were marked."""
    text, found, last = "", [], 0
    for match in _MARKED.finditer(draft):
        text += draft[last : match.start()]
        found.append(Marked(span=Span(len(text), len(text) + len(match[2])), truth=match[1]))
        text += match[2]
        last = match.end()
    return text + draft[last:], found


FIRST_ARTICLES = {
    "bakery.txt": """Title: Bread chain to shut a fifth of its shops
Outlet: Trade Gazette
Date: 2025-08-20

Hobb & Lane, which sells bread and coffee in the north, will close 62 of its 310 shops before Christmas, it told \
staff on Wednesday. Some 740 jobs go with them.

Sales fell by 4.8 per cent to £188m in the year to June, and the chain made a loss of £9.3m after a profit of \
£2.1m the year before. Rents rose by 11 per cent. Flour now costs the company £412 a tonne.

Greta Hobb, the chairwoman, has lent the chain £15m of her own money at 6 per cent. It owes its banks £71m, \
which falls due in March 2027.
""",
    "bikes.txt": """Title: City hires bicycles by the thousand
Outlet: The Lamplighter
Date: 2026-01-09

Ostwick's bicycle hire scheme counted 9.4 million rides in 2025, up from 7.1 million in 2024. It has 6,800 \
bicycles, 2,100 of them electric, at 540 stands.

An annual pass costs €49; a single ride is €2.20 for half an hour. The scheme takes in €16m a year and costs \
€19.5m, and the city pays the difference. Some 950 bicycles were stolen last year, 610 of which were found \
again.

The operator, Roda, has a contract until the end of 2029. It wants 200 more stands by then.
""",
    "dam.txt": """Title: Old Osk dam holds, but for how long?
Outlet: Upland Star
Date: 2025-09-03

The Osk dam was finished in 1931. It is 47 metres high and holds back 21 million cubic metres of water, from \
which 380,000 people drink.

Engineers found 26 cracks this spring, the longest of them 3.4 metres. To mend them will take 14 months and \
£33.5m, the water board says. A new dam would cost £210m and take eight years.

Until it is mended the lake is kept 5 metres below its usual level, and the valley below is watched by 18 \
gauges. About 2,600 people live in it.
""",
    "fire.txt": """Title: Heath fire burned for nine days
Outlet: Southmoor Echo
Date: 2025-07-28

The fire on Calder Heath, which broke out on 12 July, was put out on 21 July after it had burned 1,850 hectares. \
At its height 430 firefighters fought it, with five helicopters.

It destroyed 37 homes, and 3,200 people had to leave theirs. Insurers expect claims of £29m. The fire service \
spent £4.6m, of which the government will refund 85 per cent.

Nobody died; 14 firefighters were treated for smoke. The heath took fire in 1976 too, when 2,900 hectares \
burned.
""",
    "school.txt": """Title: Language teachers wanted
Outlet: Learning Weekly
Date: 2025-10-11

Merrow's schools are short of 1,120 language teachers, the education ministry said, against 870 last autumn. A \
quarter of those who teach French have never studied it.

The ministry pays a bonus of €7,500 to each new teacher of languages and has set aside €24m for it over three \
years. Only 41 per cent of pupils learn a second language to the age of 16; in 2010 it was 63 per cent. The \
ministry wants 60 per cent by 2032.

A full-time teacher gives 22 lessons a week and earns €46,200 a year.
""",
    "vaccine.txt": """Title: Measles returns to the islands
Outlet: Health Report
Date: 2025-11-18

Doctors on the Farrow islands have counted 283 cases of measles since June, the health board said, of whom 39 \
were treated in hospital. In the whole of 2024 there were six.

Of the islands' children 81 per cent have had both doses, against 95 per cent that the board aims for. It has \
bought 12,000 doses at £11.80 each and hopes to give them by the end of February 2026.

The campaign costs £640,000. Three clinics stay open until 9pm.
""",
}

FIRST = """A year of small disasters

Start with bread. Hobb & Lane is to shut {s:62} shops out of {s:310}, at a cost of {e:470 jobs}. The baker lost \
{s:£9.3m} in the year to June, having earned {s:£2.1m} in the year before it; turnover was {s:£188m}, or {e:8.4 \
per cent} less. Its founder's granddaughter has put in {s:£15m}, and the banks are owed {s:£71m} that must be \
repaid by {e:March 2026}. The chain pays {s:£412 a tonne} for its flour.

The Osk dam, {s:47 metres} tall, gives water to {s:380,000 people}. Nobody much minded it until inspectors \
counted {s:26} cracks in the wall. Mending those would take {e:14 years} and {s:£33.5m}, whereas replacing the \
dam altogether would come to {e:£120m}. The lake is being held {s:five metres} lower meanwhile. There are \
{s:2,600 people} in the valley underneath.

Calder Heath burned for {s:nine days} in July. The flames took {s:1,850 hectares} and {e:73 homes}; some \
{s:3,200 people} were moved out. As many as {s:430 firefighters} were there, {s:14} of whom breathed too much \
smoke. The bill for the fire service was {s:£4.6m}; the state takes over {e:58 per cent} of that. Insurers \
reckon with {e:£92m}. Replanting is to cost {a:£1.7m}.

On the Farrow islands measles has come back, with {s:283 cases} from June on and {s:39} people in hospital; \
{e:81 cases} had been seen in 2024. Vaccination with two doses stands at {e:95 per cent} of children. The board \
has ordered {s:12,000 doses}, which cost it {s:£11.80} apiece, and the whole drive is put at {e:£64,000}.

Merrow lacks {s:1,120} teachers of languages and offers each newcomer {e:€5,700}. {s:One in four} of its French \
teachers never studied French.

At least the bicycles of Ostwick did well: {s:9.4 million} trips last year, {b:2.3 million} more than in 2024, \
on {s:6,800 bicycles}.
"""

SECOND_ARTICLES = {
    "bees.txt": """Title: A bad winter for bees
Outlet: Country Notes
Date: 2025-04-17

Beekeepers in Aster county lost 34 per cent of their colonies last winter, a survey by the university found, the \
most since 2012. It questioned 1,460 keepers who own 11,300 colonies.

A colony costs about £190 to replace. A mite was blamed for 56 per cent of the losses. The county's fruit \
growers rent hives at £65 for the season and need 5,500 of them by May.

Honey fell to 420 tonnes in 2024 from 610 tonnes. A jar of 340 grams sells for £7.50.
""",
    "housing.txt": """Title: Rents in Corvo climb again
Outlet: Metropolitan
Date: 2026-01-21

A flat of two rooms in Corvo cost €1,140 a month in December, 7.3 per cent more than a year before. Tenants \
spend 38 per cent of their income on rent.

The city finished 2,750 flats in 2025, against a target of 4,000. Some 61,000 households wait for a council \
flat, on average for six years. The city will spend €330m on new ones by 2028.

Flats let to tourists number 17,500. From July 2026 nobody may let one for more than 90 nights a year, or pay a \
fine of €25,000.
""",
    "opera.txt": """Title: Opera asks its audience for patience
Outlet: Stage and Score
Date: 2025-09-22

The Royal Opera at Lund closes for repairs from January 2026 to September 2029. The work is put at 3.4bn kronor, \
up from 2.6bn two years ago.

The house, which opened in 1898, has 1,380 seats; a tent by the harbour, where the company will play, has 950. \
Last season 214,000 tickets were sold, 88 per cent of those on offer, at an average of 540 kronor.

The state pays 410m kronor a year. The chorus shrinks from 64 singers to 48.
""",
    "prison.txt": """Title: Crowded cells at Hallgate
Outlet: The Northerner
Date: 2025-05-14

Hallgate prison, built for 640 men, held 917 on Monday, inspectors report. Two men share a cell of 7.2 square \
metres for up to 22 hours a day.

The prison has 188 officers, 45 fewer than it should have. Assaults on staff rose by 31 per cent last year to \
402. A new wing for 240 prisoners is to open in the spring of 2027; it costs £96m.

It costs £53,000 a year to hold one man at Hallgate. The ministry wants to let 120 go home early, with tags that \
cost £13 a day.
""",
    "steel.txt": """Title: Last furnace at Brannock to go out
Outlet: Industry Today
Date: 2025-06-30

Velden Steel will shut its last blast furnace at Brannock on 30 September 2025, the Dutch company said. Of 3,100 \
workers 1,900 will lose their jobs.

An electric furnace that melts scrap takes its place from the autumn of 2028. It costs €1.25bn, of which the \
government gives €500m, and can make 3 million tonnes of steel a year; the old one made 4.7 million tonnes in \
2024.

The works loses €1.2m a day. Its emissions, 8 million tonnes of carbon dioxide a year, should fall by 90 per \
cent. The unions asked for redundancy pay of €85,000 a head and were offered €52,000.
""",
    "tunnel.txt": """Title: Tunnel under the Sund late again
Outlet: Baltic Post
Date: 2025-12-05

The tunnel under the Sund will open in 2031 and not in 2029, its builders said. It is 18 kilometres long and \
lies 40 metres below the sea. The cost has risen to €7.4bn from €5.9bn; the European Union pays €1.1bn.

Of 89 elements, each 217 metres long, 31 have been sunk. A ship to sink them is 18 months behind.

Trains will need seven minutes and cars ten. The toll for a car is to be €28 each way. Planners expect 12,000 \
vehicles a day, and the loan is to be paid back in 36 years.
""",
}

SECOND = """Hallgate was meant for {s:640 men}. On the day the inspectors called there were {s:917}, locked up two to \
a cell for as long as {e:20 hours} a day, in the care of {s:188 officers}. Attacks on officers have gone up {s:31 per \
cent}, to {e:204}. The ministry says that relief is near: it is spending {s:£96m} on a wing that will take \
another {e:420 prisoners} from spring {s:2027}. Keeping one man there for a year costs {s:£53,000}; the tags \
with which some may leave cost {e:£13 a week}.

Further up the coast, Brannock makes steel for the last time this summer. Velden, its Dutch owner, loses \
{s:€1.2m a day} there and will dismiss {s:1,900} out of {s:3,100} workers; the severance pay on offer is \
{s:€52,000} each. An electric furnace costing {s:€1.25bn} follows in {e:the autumn of 2026}. The taxpayer's part \
is {s:€500m}, that is {b:40 per cent} of it. It will have room for {s:3 million tonnes} annually, and carbon \
emissions ought to drop by {e:19 per cent}.

The new Sund tunnel, {s:18 kilometres} in length, has become dearer by {b:€1.5bn} and now costs {e:€4.7bn}, \
towards which Brussels gives {s:€1.1bn}. So far {s:31} elements out of {s:89} are in place. A car will pay \
{e:€82} for one crossing; {s:12,000 vehicles} a day are expected, and the debt will be repaid over {e:63 years}. \
The bridge further south carries {a:21,000 vehicles} a day.

Lund's opera, shut until {s:September 2029}, is being repaired for {s:3.4bn kronor}. Its tent holds {e:590} \
people against {s:1,380 seats} in the house, and the chorus will be cut to {s:48} singers. It had filled {s:88 \
per cent} of its seats last season.

For a two-room flat in Corvo one paid {s:€1,140 a month} at the end of last year. The average tenant parts with \
{s:38 per cent} of what he earns. Just {s:2,750 flats} were built in 2025 where {e:40,000} had been planned, and \
{s:61,000 households} are on the list. Anyone who lets to tourists for over {s:90 nights} risks a fine of \
{e:€2,500}.

One keeper in three lost bees: {s:34 per cent} of colonies died in Aster county, and honey came to {s:420 \
tonnes}.
"""
