"""Claims to verdicts: what a number can mean, what it measures, and whether two of them disagree."""
