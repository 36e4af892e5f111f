"""Whose figure it is: the innermost source that the words name, and how it stands to the figure.

reader.py asks all others. The tables are words.py (roles, bodies, outlets), verb_table.py (verbs with their stance) and
frames.py (what has to follow a verb). subjects.py and noun_phrases.py read who stands beside a verb (naming.py what of
that is a name, homographs.py whether it is a verb at all), attributions.py which part of a sentence is theirs (verbs.py
and phrases.py find each source.py), quotations.py what is quoted and quoters.py by whom, labels.py who heads a line,
denials.py what is denied (negations.py how far a "not" reaches, falsehoods.py what is called false), hearsay.py what is
passed on, names.py (with genders.py), acronyms.py and known.py whom "she" and "the LRO" mean.
"""

from app.extraction.speakers.reader import Reader

__all__ = ["Reader"]
