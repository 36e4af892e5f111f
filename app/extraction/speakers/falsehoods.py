"""The words that call a claim false: "wrong", "pure invention", "not credible", "does not add up", "was rejected"."""

FALSE = (
    r"(?:false|untrue|bogus|baseless|misleading|debunked|discredited|disproved|unfounded|groundless|incorrect|wrong"
    r"|inaccurate|fanciful|fictitious|spurious|unsubstantiated|implausible|dishonest|disingenuous|made[ -]up"
    r"|invented|fabricated|exaggerated|inflated|overstated|overblown|outdated|out of date|wide of the mark|(?:way"
    r"|well|miles)? ?off(?: the mark)?(?=[.,;]|$)|nowhere near (?:the mark|right|true|accurate|that)|not even close"
    r"|flawed|alarmist|never on the cards|meaningless|without foundation|plucked (?:out of|from)|out of thin air"
    r"|far from (?:the truth|accurate|true)|nonsense|rubbish|fictions?|fantasy|lies?|myths?|hoax|invention"
    r"|fabrication|exaggeration|overestimate|smears?|guesswork|(?:accounting |typing |clerical |printing "
    r"|rounding )?(?:error|typo|misprint)s?|miscalculation|misunderstanding|jokes?|figments?|fairy ?tales?"
    r"|scare stor(?:y|ies)|scaremongering|garbage"
    r"|(?:could|might)[ -]be[”\"’']? (?:number|figure)|not (?:true|right|correct|accurate|the case))"
)
"""What is false, whatever it is said of."""
ABSURD = (
    r"(?:ludicrous|absurd|ridiculous|preposterous|laughable|insane|daft|silly|crazy|bonkers)"
    r"(?! \w+ (?:sum|amount|price)| (?:sum|amount|price|waste))"
)
"""What a claim may be called, but a price as well."""
DEGREE = (
    r"[“\"‘']?(?:(?:\w+ly|just|all|also|plain|pure|complete|total|utter|absolute|sheer|gross|wild|huge|flat|dead|an?"
    r"|the|so|quite|far|too|mere|at best|(?:work|piece|load|pack|tissue|bit|figment) of) ){0,3}[“\"‘']?"
)
TRUE = (
    r"(?:true|right|correct|accurate|credible|realistic|plausible|reliable|the case|the real|borne out|recognised"
    r"|supported by|based on|grounded in|backed by|(?:base|central|core) case)"
)
_IS = r"(?:is|are|was|were|(?:has|have|had) (?:since |long |now |\w+ly )?been|(?:would|could) be|looks?|seems?|sounds?)"
_IS_NOT = r"(?:(?:is|are|was|were|could|can|be|been)(?: not| never|n['’]t)|cannot|can['’]t)(?: be)?"
INVENTED = (
    r"(?:dream(?:t|ed|ing)? up|ma(?:d|k)(?:e|ing) up|conjur(?:e|ed|ing) up|cook(?:ed|ing) up|invent(?:ed|ing)?"
    r"|concoct(?:ed|ing)?|fabricat(?:e|ed|ing)|pluck(?:ed|ing)?|pull(?:ed|ing)? out of)"
)
"""What is done with a claim that has no ground."""
PREDICATE = (
    rf"(?:{_IS},?(?: [^,;.]{{2,30}},)? {DEGREE}(?:{FALSE}|{ABSURD})(?!['’]?\w)|{_IS_NOT} {DEGREE}{TRUE}\b"
    r"|(?:has|have|had) (?:absolutely )?no (?:basis|foundation|substance|truth)\b"
    r"|(?:\w+ly )?(?:does|do|did)(?: not|n['’]t) (?:\w+ly |even )?(?:(?:stand|hold|add|stack) up|exist)\b"
    rf"|{_IS} (?:an?|the|some) (?:figure|number|sum|total) (?:that )?(?:[\w’']+ ){{0,4}}?{INVENTED}\b"
    r"|(?:is|are|was|were) (?:off|out|wrong) by\b|(?:bears?|bore) (?:no|little) (?:relation|resemblance)\b"
    r"|makes? no sense\b)"
)
"""What is said of a false claim: "is nonsense", "does not stand up"."""
REFUSED = (
    rf"(?:{_IS} (?:\w+ly |flatly )?(?:denied|rejected|disputed|dismissed|contested|challenged|questioned|refuted"
    rf"|withdrawn|retracted|ridiculed|rubbished|called into question|met with (?:\w+ )?(?:derision|scorn|disbelief"
    rf"|denials?|scepticism))\b|{_IS} (?:described|branded|labell?ed|called|termed"
    rf"|dismissed)(?: by [^,;.]{{2,40}}?)?(?: as)? {DEGREE}(?:{FALSE}|{ABSURD})\b)"
)
"""What was done with a claim that somebody does not grant: "was disputed"."""
CLAIM = (
    r"(?:claims?|suggestions?|assertions?|reports?|rumou?rs?|allegations?|ideas?|notion|story|stories|speculation"
    r"|accusations?|contention|insistence|boasts?|arguments?|talk|theory|narrative|belief|perception|impression|fears"
    r"|conclusions?|findings?|figures?|estimates?)"
)
"""What tells something that may be false."""
AMOUNT = (
    r"(?:figures?|numbers?|claims?|estimates?|totals?|sums?|costs?|costings?|bills?|prices?|tag|headline|valuations?"
    r"|forecasts?|projections?|predictions?|toll|tally|counts?|assessments?|calculations?|amounts?|savings?|loss(?:es)?"
    r"|shortfall|overspend|reports?|suggestions?|allegations?|reduction|growth|increase)"
)
"""What a figure may be called."""
