"""What the words of the press say of a figure, and words that only seem to."""

import pytest

from app.domain.figure import Kind
from tests.extraction.press_sentences import read, stated


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # a date before a colon is the label of what follows it
        ("Profit before interest of £31.4m (2024: £28.2m) was a record.", "£31.4m", {"scope": "excluding interest"}),
        (
            "The order book was worth £71m (31 December 2024: £64m).",
            "£64m",
            {"period": "2024-12-31"},
        ),
        # what a change is measured from
        ("Thefts were down 12% from 2019/20.", "12%", {"kind": "change", "baseline": "2019/20"}),
        (
            "This 4% rise compared to 2022 represents the fastest growth for a decade.",
            "4%",
            {"kind": "change", "baseline": "2022"},
        ),
        ("Firms raised it by a further £130 to £2,101.", "£2,101", {}),
        (
            "Bills are 40% higher than they were before the war.",
            "40%",
            {"kind": "change", "baseline": "they were before the war"},
        ),
        # what a date is to the figure
        ("* 2025/26 - £36bn (£42bn) * 2026/27 - £34bn (£35bn)", "£42bn", {"period": "2025-04/2026-03"}),
        ("* 2025/26 - £36bn (£42bn) * 2026/27 - £34bn (£35bn)", "£34bn", {"period": "2026-04/2027-03"}),
        ("Maryland has a £1bn gap for fiscal year 2024-25.", "£1bn", {"period": "2024-04/2025-03"}),
        (
            "From October 2021 to August 2022, 90% of claims were met.",
            "90%",
            {"kind": "share", "denominator": "claims", "period": "2021-10/2022-08"},
        ),
        ("Osaka 2025 cost £9m, the mayor said.", "£9m", {}),
        ("It paid £2m to settle a claim stemming from the 2008 crash.", "£2m", {}),
        ("It hoped to lift output from the 2024 figure of 30,330 homes.", "30,330 homes", {}),
        ("It was not until May 2025 that it set a target of 500 homes.", "500 homes", {"status": "target"}),
        (
            "It aims to build 900 new houses by the year 2030.",
            "900 new houses",
            {"status": "target", "target_date": "2030"},
        ),
        ("It confirmed last week that 36,284 homes were built.", "36,284 homes", {}),
        ("Its September quarterly bulletin said 31,000 homes would be built.", "31,000 homes", {}),
        ("The figures that we are releasing today show a share of 92 per cent.", "92 per cent", {"kind": "share"}),
        ("It is well below the bank's forecast last week of 3.8 per cent.", "3.8 per cent", {"status": "forecast"}),
        ("The number has grown each year since 299 people came.", "299 people", {}),
        ("28,561 people came up to and including Monday.", "28,561 people", {}),
        (
            "Spending is up to 5 times what it was in the 1950s.[1] A report put the gap at £9bn.",
            "£9bn",
            {"status": "estimate"},
        ),
        (
            "The credits run through to the 2034-35 fiscal year at a cost of £83bn.",
            "£83bn",
            {"scope": "until 2034-04/2035-03"},
        ),
        ("It spent £9bn during the year 2021-22.", "£9bn", {"period": "2021-04/2022-03"}),
        (
            "Last year 30% of the total production was exported.",
            "30%",
            {"kind": "share", "denominator": "production", "period": "2024"},
        ),
        ("It makes up half of the total cost of the project.", "half", {"kind": "share", "denominator": "cost"}),
        ("The minister last week confirmed £40bn of investment.", "£40bn", {}),
        ("It is in a paper dated May 2009 that 152 centres will open.", "152 centres", {}),
        (
            "The May figure is 1,500 lower than it was a year earlier.",
            "1,500",
            {"kind": "change", "period": "2025-05", "baseline": "a year earlier"},
        ),
        ("The daily mean temperature is over 1.5 degrees Celsius within 20 years.", "over 1.5 degrees Celsius", {}),
        # a stop without a blank behind it, or with the number of a note
        ("Staff fell by 14%.This counts those on loan, including trainees.", "14%", {"kind": "change"}),
        (
            "It was so for the last eight years.8 Around 22 million moves were seen in 2021.",
            "Around 22 million moves",
            {"period": "2021"},
        ),
        ("Earlier this month, the envoy announced that aid will rise to €23 billion.", "€23 billion", {}),
        ("In March 2021 the minister said in a speech that 4,100 homes were empty.", "4,100 homes", {}),
        ("Pay rose 0.2% after a similar gain in May.", "0.2%", {"kind": "change"}),
        ("The rate fell by 0.2% and is back to its lowest level in February 2020.", "0.2%", {"kind": "change"}),
        ("The cut promised is another 2% off the rate.", "2%", {"status": "target"}),
        ("Sales were 0.3 per cent above last year.", "0.3 per cent", {"kind": "change", "baseline": "a year earlier"}),
        ("Profits dived 38% and sales slumped 4%.", "38%", {"kind": "change"}),
        ("Profits dived 38% and sales slumped 4%.", "4%", {"kind": "change"}),
        (
            "He expects a decline over the summer of 5 per cent.",
            "5 per cent",
            {"status": "forecast", "period": "2025-22"},
        ),
        ("It has long been on an upward trend, to 88,000 men.", "88,000 men", {}),
        ("Of those polled on the draft constitution, 59% were unsure.", "59%", {"kind": "share"}),
        ("The margin of error was plus or minus 1.3 percentage points.", "1.3 percentage points", {}),
        ("We will close more than half of those on lease expiry.", "more than half", {"kind": "share"}),
        (
            "Admin spending is 27% lower in real terms this year than in 2010-11.",
            "27%",
            {"kind": "change", "price": "real", "period": "2025", "baseline": "2010-11"},
        ),
        ("The increase to £9.50 an hour helps.", "£9.50 an hour", {"kind": "rate", "per": "hour"}),
        ("The loss widened to $9m from a year-ago loss of $7m.", "$7m", {}),
        ("Hull did best for the second year in a row, up 7.1 percent.", "7.1 percent", {"kind": "change"}),
        ("Cuts approved earlier this month will also save £1m a year.", "£1m a year", {"kind": "rate", "per": "year"}),
        ("It consists of a 2.99% core council tax increase.", "2.99%", {}),
        ("There were 45 per cent fewer deaths in May.", "45 per cent", {"kind": "change", "period": "2025-05"}),
        (
            "It is one percent of the member states' gross national income.",
            "one percent",
            {"kind": "share", "denominator": "GNI"},
        ),
        ("Tax is to rise by 2.99 per cent, as proposed.Council homes cost £9m to keep.", "£9m", {}),
        ("A third of the U.K. population is under 30.", "A third", {"kind": "share", "denominator": "population"}),
        # words that are no aim, forecast or assumption of the figure
        ("Waits remained below goals, with 76% seen in time.", "76%", {}),
        ("Because revenues fell short of projections, 41 states have gaps.", "41 states", {}),
        ("It has found £1bn to fund local projects.", "£1bn", {}),
        ("Four older projects account for 87% of it.", "87%", {}),
        (
            "Assuming they were full-time, 20,000 officers would help.",
            "20,000 officers",
            {"assumption": "they were full-time"},
        ),
        ("It assumes the average home burns 2,700 kWh of gas.", "2,700 kWh", {}),
        (
            "Total receipts are projected to be £67bn higher than the budget forecast.",
            "£67bn",
            {"kind": "change", "status": "forecast", "baseline": "the budget forecast"},
        ),
        # words that only look like a move
        ("Last year 14 towns spent more.", "14 towns", {"period": "2024"}),
        ("The increase, based on data from 39 forces, was small.", "39 forces", {}),
        ("More than 4,000 patients are on more than one list.", "More than 4,000 patients", {}),
        ("Robberies made up 2,150 of them.", "2,150", {}),
        ("A tax rise in face of a £21m gap is likely.", "£21m", {}),
        ("Six towns want increases ranging from 6.5% in Hull to 9% in York.", "6.5%", {}),
        ("It saw 78% of patients within 28 days.", "78%", {"kind": "share", "denominator": "patients"}),
    ],
)
def test_what_is_said_of_a_figure(text: str, surface: str, expected: dict[str, str]) -> None:
    assert stated(text, surface) == expected


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("It is put at £72m to £98m. The estimate has been calculated in 2019 prices.", ["real:2019"]),
        ("It cost £5m. Half is gone. All figures are in 2019 prices. It rose to £6m.", ["real:2019", "real:2019"]),
        ("It cost £5m. All figures are in 2019 prices. It rose to £6m in cash terms.", ["real:2019", "cash"]),
        ("It cost £3m. The piers cost £5m. They are in 2019 prices. It rose to £6m.", [None, "real:2019", None]),
        ("It cost £5m. The estimate of £4m is in 2019 prices.", [None, "real:2019"]),
        ("It cost £5m. Prices are high in real terms.", [None]),
        ("It will cost £5m. Half is gone. The firm states its estimates in 2019 prices.", ["real:2019"]),
        ("It cost £5m. The report gives all its figures in 2019 prices. It rose to £6m.", ["real:2019", "real:2019"]),
        ("It cost £5m. The report gives hope in 2019 prices.", [None]),
    ],
)
def test_a_sentence_may_state_the_prices_of_sums_elsewhere(text: str, prices: list[str | None]) -> None:
    assert [one.basis.value("price") for one in read(text) if one.figure.kind is Kind.MONEY] == prices
