"""Months, weekdays and years as English texts write them."""

MONTHS: tuple[str, ...] = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""English whatever the computer's own language is: sentences are exported and compared."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH = f"(?:{'|'.join(MONTHS)})"
"""A pattern of any month."""
WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
"""A pattern of any day of the week."""
YEAR = r"\b(?:1[5-9]|20|21)\d\d\b"
"""A pattern of the four digits that are read as a year: a count of as many is mostly written with a comma."""
