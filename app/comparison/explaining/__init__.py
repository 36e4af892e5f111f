"""Verdicts in words: the sentence, the question that would settle it, what each side says of its basis."""
