"""What keeps an analyst's work safe: the journal in a panel, copies and their restoring, what is said of damage."""
