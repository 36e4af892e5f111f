"""The verbs of speech, of estimate and of denial: their forms, the stance they tell of and what has to follow them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from app.domain.claim import Stance
from app.extraction.word_sets import one_of


class Frame(Enum):
    """What has to follow a verb before it counts as one of speech."""

    FREE = "nothing more"
    THAT = "that, a colon, a comma or a quotation"
    AT = "an object and 'at'"
    OF = "an object and 'of'"
    AS = "an object and 'as'"
    IT = "a pronoun or a determiner"
    OUT = "'out'"
    SUM = "a number"
    TO = "'to' or 'for'"
    FORECAST = "a forecast of its subject's own, or a figure 'up' or 'down'"
    CLAIM = "a claim, a pledge or a warning that"
    BACK = "'back' and 'at' or 'on'"
    ISSUE = "'issue with', 'exception to'"
    SCOFF = "'at' and a claim"
    SORRY = "'for claiming'"
    APART = "'with', or 'itself from'"
    CLAIMED = "a claim, or a figure that is called one"
    FIGURE = "a figure of"
    BY = "'by' and a claim"
    DROP = "a claim of its own"
    ON = "'on'"
    IN = "'in' or 'on'"
    THAT_OR_SUM = "what follows 'that', or a number"
    OUTLOOK = "a prospect of, or an object and 'at'"
    ASIDE = "what makes a denial of it: brushed aside, played down"


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of the table: the forms of a verb, what its subject does to the figure, and what has to follow."""

    forms: str
    stance: Stance
    frame: Frame = Frame.FREE


_S, _E, _R, _D = Stance.STATES, Stance.ESTIMATES, Stance.REPORTS, Stance.DENIES

VERBS = (
    Verb("say says said saying", _S),
    Verb("tell tells told telling", _S),
    Verb("claim claims claimed claiming", _S),
    Verb("warn warns warned warning", _S),
    Verb("state states stated stating", _S),
    Verb("insist insists insisted insisting", _S),
    Verb("argue argues argued arguing", _S),
    Verb("announce announces announced announcing", _S),
    Verb("confirm confirms confirmed confirming", _S),
    Verb("reveal reveals revealed revealing", _S),
    Verb("disclose discloses disclosed", _S),
    Verb("declare declares declared", _S),
    Verb("assert asserts asserted asserting", _S),
    Verb("admit admits admitted admitting", _S),
    Verb("allege alleges alleged alleging", _S),
    Verb("testify testifies testified", _S),
    Verb("stress stresses stressed", _S),
    Verb("note notes noted noting", _S),
    Verb("suggest suggests suggested suggesting", _S),
    Verb("indicate indicates indicated indicating", _S),
    Verb("show shows showed shown showing", _S),
    Verb("conclude concludes concluded concluding", _S),
    Verb("tweet tweets tweeted", _S),
    Verb("boast boasts boasted", _S),
    Verb("complain complains complained complaining", _S),
    Verb("pledge pledges pledged pledging", _S),
    Verb("promise promises promised promising", _S),
    Verb("vow vows vowed vowing", _S),
    Verb("concede concedes conceded conceding", _S),
    Verb("contend contends contended contending", _S),
    Verb("caution cautions cautioned cautioning", _S, Frame.THAT),
    Verb("inform informs informed informing", _S),
    Verb("confess confesses confessed", _S),
    Verb("accuse accuses accused accusing", _S, Frame.OF),
    Verb("describe describes described describing", _S, Frame.AS),
    Verb("call calls called calling branded labelled labeled termed", _S, Frame.IT),
    Verb("point points pointed pointing", _S, Frame.OUT),
    Verb("remember remembers remembered", _S),
    Verb("reiterate reiterates reiterated", _S),
    Verb("repeat repeats repeated renew renews renewed make makes made making issue issues issued", _S, Frame.CLAIM),
    Verb("want wants wanted count counts counted offer offers offering", _S, Frame.SUM),
    Verb("give gives gave giving quote quotes quoted cite cites cited release releases released", _S, Frame.FIGURE),
    Verb("go goes went", _S, Frame.ON),
    Verb(
        "clarify clarifies clarified specify specifies specified emphasise emphasises emphasised underline underlines"
        " underlined volunteer volunteers volunteered venture ventures ventured sigh sighs sighed grumble grumbles"
        " grumbled moan moans moaned swear swears swore certify certifies certified signal signals signalled hint hints"
        " hinted reasoned opine opines opined muse muses mused mutter mutters muttered reflect reflects"
        " reflected fume fumes fumed snap snaps snapped bristle bristles bristled chip chips chipped attest",
        _S,
        Frame.THAT,
    ),
    Verb(
        "fear fears feared suspect suspects suspected speculate speculates speculated hazard hazards hazarded",
        _E,
        Frame.THAT_OR_SUM,
    ),
    Verb("accept accepts accepted accepting", _S, Frame.THAT),
    Verb("stand stands stood standing", _S, Frame.BY),
    Verb("understand understands", _R, Frame.THAT_OR_SUM),
    Verb("flag flags flagged flagging", _S, Frame.THAT),
    Verb("highlight highlights highlighted highlighting", _S, Frame.THAT),
    Verb("recommend recommends recommended", _S),
    Verb("demand demands demanded demanding", _S),
    Verb("lament laments lamented", _S),
    Verb("retort retorts retorted counter counters countered respond responds responded", _S, Frame.THAT),
    Verb("remark remarks remarked recount recounts recounted attests attested", _S, Frame.THAT),
    Verb("joke jokes joked quip quips quipped shout shouted cry cried protest protests protested", _S, Frame.THAT),
    Verb("add adds added adding", _S, Frame.THAT),
    Verb("find finds found", _S, Frame.THAT),
    Verb("write writes wrote reads", _S, Frame.THAT),
    Verb("explain explains explained explaining", _S, Frame.THAT),
    Verb("observe observes observed", _S, Frame.THAT),
    Verb("reply replies replied answers answered", _S, Frame.THAT),
    Verb("acknowledge acknowledges acknowledged", _S, Frame.THAT),
    Verb("recall recalls recalled", _S, Frame.THAT),
    Verb("continue continues continued", _S, Frame.THAT),
    Verb("maintain maintains maintained", _S, Frame.THAT),
    Verb("agree agrees agreed", _S, Frame.THAT),
    Verb("record records recorded", _S, Frame.THAT),
    Verb("share shared", _S, Frame.THAT),
    Verb("mention mentions mentioned mentioning detail details detailed detailing", _S, Frame.THAT),
    Verb("estimate estimates estimated estimating", _E),
    Verb("reckon reckons reckoned", _E),
    Verb("expect expects expected expecting", _E),
    Verb("forecast forecasts forecasted forecasting", _E),
    Verb("predict predicts predicted predicting", _E),
    Verb("project projects projected projecting", _E),
    Verb("calculate calculates calculated", _E),
    Verb("anticipate anticipates anticipated anticipating", _E),
    Verb("think thinks thought", _E),
    Verb("believe believes believed", _E),
    Verb("guess guesses guessed", _E),
    Verb("put puts putting place places placed placing", _E, Frame.AT),
    Verb("peg pegs pegged", _E, Frame.AT),
    Verb("cost costs costed", _E, Frame.AT),
    Verb("value values valued", _E, Frame.AT),
    Verb("price prices priced", _E, Frame.AT),
    Verb("assess assesses assessed", _E, Frame.AT),
    Verb("see sees", _E, Frame.OUTLOOK),
    Verb("seeing saw", _E, Frame.AT),
    Verb("assume assumes", _E),
    Verb(
        "pencilled penciled pencilling penciling banking banked betting braced bracing budgeting budgeted hopes hoped"
        " hoping",
        _E,
        Frame.IN,
    ),
    Verb("guide guides guided guiding", _E, Frame.TO),
    Verb(
        "revise revises revised cut cuts cutting raise raises raised raising lower lowers lowered upgrade upgrades"
        " upgraded downgrade downgrades downgraded trim trims trimmed slash slashes slashed lift lifts lifted keep"
        " keeps kept hold holds held nudge nudges nudged update updates updated updating",
        _E,
        Frame.FORECAST,
    ),
    Verb("report reports reported reporting", _R),
    Verb("deny denies denied denying", _D),
    Verb(
        "reject rejects rejected rejecting dispute disputes disputed disputing dismiss dismisses dismissed dismissing"
        " challenge challenges challenged challenging question questions questioned questioning doubt doubts doubted"
        " contradict contradicts contradicted contradicting ridicule ridicules ridiculed ridiculing mock mocks mocked"
        " withdraw withdraws withdrew withdrawn retract retracts retracted correct corrects corrected refute refutes"
        " refuted refuting rebut rebuts rebutted rebutting contest contests contested contesting debunk debunks"
        " debunked disbelieve disbelieves disbelieved",
        _D,
        Frame.CLAIMED,
    ),
    Verb("disown disowns disowned disowning disavow disavows disavowed", _D),
    Verb("rubbishes rubbished", _D),
    Verb("quash quashes quashed", _D),
    Verb("discount discounts discounted", _D, Frame.ASIDE),
    Verb("scotch scotches scotched", _D, Frame.ASIDE),
    Verb("brush brushes brushed wave waves waved", _D, Frame.ASIDE),
    Verb("play plays played laugh laughs laughed shrug shrugs shrugged", _D, Frame.ASIDE),
    Verb("hit hits hitting fired push pushes pushed", _D, Frame.BACK),
    Verb("disagree disagrees disagreed distance distances distanced", _D, Frame.APART),
    Verb("take takes took taking", _D, Frame.ISSUE),
    Verb(
        "drop drops dropped dropping abandon abandons abandoned ditch ditches ditched delete deletes deleted remove"
        " removes removed scrap scraps scrapped criticise criticises criticised slam slams slammed",
        _D,
        Frame.DROP,
    ),
    Verb(
        "scoff scoffs scoffed scoffing bridle bridles bridled bridling bristling balk balks balked baulk"
        " baulks baulked sneer sneers sneered rail rails railed railing jeer jeers jeered raged",
        _D,
        Frame.SCOFF,
    ),
    Verb("apologise apologises apologised apologize apologizes apologized regret regrets regretted", _D, Frame.SORRY),
    Verb("cast casts threw pour pours poured rule rules ruled", _D, Frame.ASIDE),
)


def _by_form(verbs: Iterable[Verb]) -> dict[str, Verb]:
    """Each form with its row; raises ValueError for a form in two rows, of which one would never be read."""
    found: dict[str, Verb] = {}
    for verb in verbs:
        for form in verb.forms.split():
            if form in found:
                raise ValueError(f"{form!r} stands in two rows of the verbs of speech")
            found[form] = verb
    return found


BY_FORM = _by_form(VERBS)

DOCUMENT_VERBS = one_of(
    "set sets provides requires stipulates gives reaches commits obliges specifies contains records fixes"
    " envisages finds found gave lists listed recorded showed arrives adds"
)
"""What a document does to a figure without speaking: "the treaty sets £120m"."""
