"""Verbs of rise and fall in all their forms, for what reads that a figure moved and what compares which way it went.

Forms that are as often nouns of something else are left out: "contracted" is here, "contract" is not.
"""

_RISING = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs"
    " climbed climbing jump jumps jumped jumping gain gains gained gaining soar soars soared soaring surge surges"
    " surged surging swell swells swelled swollen swelling expand expands expanded expanding improve improves improved"
    " improving leap leaps leaped leapt leaping rocketed rocketing skyrocketed skyrocketing ballooned ballooning"
    " mushroomed"
)
_FALLING = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases"
    " decreased decreasing slump slumps slumped slumping shrink shrinks shrank shrunk shrunken shrinking slid sliding"
    " slipped slipping dip dips dipped dipping plunge plunges plunged plunging tumble tumbles tumbled tumbling plummet"
    " plummets plummeted plummeting dwindle dwindles dwindled dwindling diminish diminishes diminished diminishing"
    " contracted contracting sank sunk sinking nosedived"
)
_LOWERING = (
    "cut cuts cutting reduce reduces reduced reducing lower lowers lowered lowering slash slashes slashed slashing trim"
    " trims trimmed trimming"
)

RISING, FALLING = tuple(_RISING.split()), tuple(_FALLING.split())
"""What goes up, and what goes down, by itself."""
LOWERING = tuple(_LOWERING.split())
"""What somebody does to bring a figure down."""
