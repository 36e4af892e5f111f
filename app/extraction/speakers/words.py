"""The words that speakers are known by: documents, outlets, roles, bodies and titles."""

from app.extraction.word_sets import one_of

DOCUMENTS = one_of(
    "treaty agreement contract paper report note document memo memorandum study survey bill act law budget accounts"
    " email letter dossier manifesto review audit filing prospectus statement leaflet brief briefing white-paper"
    " analysis text factsheet minutes ruling judgment verdict lawsuit complaint indictment order spreadsheet schedule"
    " register registry ledger invoice receipt brochure"
)
DATA = one_of(
    "figures figure data numbers statistics stats estimates estimate forecasts forecast projections projection"
    " calculations calculation estimations analysis analyses research modelling polling poll polls accounts sums"
    " costings costing findings records study report survey review audit paper release bulletin count tally census"
    " probe inquiry investigation inspection"
)
"""What a source gives out: "figures from the ministry", "NHS data". The source is the one that gives."""
PAPERS = DATA | DOCUMENTS
NAMELESS_DATA = DATA - one_of("study report survey review audit paper accounts release probe inquiry investigation")
"""Of these, what is never a document with a name of its own."""
GUESSES = one_of(
    "estimate estimates forecast forecasts projection projections calculation calculations modelling costing costings"
    " reckoning"
)

QUALITIES = one_of(
    "current total maximum minimum average original initial revised preliminary final provisional latest recent early"
    " earlier highest lowest record annual daily weekly monthly yearly quarterly overall further additional planned"
    " projected expected estimated federal regional published past previous unofficial internal separate new own leaked"
    " exit independent"
)
"""What figures and costs are called: alone it is half a phrase, and nobody who could speak."""

HAPPENINGS = one_of(
    "trend trends pattern patterns increase increases decrease decreases rise rises fall falls drop drops growth"
    " decline declines change changes shift shifts surge crisis situation problem problems outbreak drought storm"
    " pandemic war offences assaults thefts robberies burglaries crimes arrivals departures deaths births admissions"
    " prices sales exports imports"
)
"""What only happens and says nothing: "the trend suggests"."""

PRESS_NOUNS = one_of("newspaper paper magazine tabloid broadsheet broadcaster website outlet journal weekly daily news")
PRESS_NAMES = one_of(
    "times telegraph guardian post mail mirror sun bbc cnn itv reuters bloomberg ap afp pti ansa xinhua tass tribune"
    " herald journal news gazette express independent economist ft spiegel monde hindu chronicle observer standard"
    " al-jazeera politico axios radio channel press"
)
"""What the name of a paper or an agency ends with; most are ordinary words, which say nothing elsewhere."""
OUTLETS = PRESS_NOUNS | PRESS_NAMES | {"agency"}
MEDIA = one_of("media press reports rumours rumors speculation")
"""Hearsay: they name no source."""
PUBLISHERS = OUTLETS | MEDIA

ROLES = one_of(
    "minister spokesman spokeswoman spokesperson official mp senator congressman congresswoman lawmaker economist"
    " analyst professor academic researcher scientist expert lawyer barrister judge doctor surgeon mayor governor"
    " chairman chairwoman chair chief executive director boss manager coach president premier chancellor secretary"
    " ambassador general admiral commander candidate leader activist campaigner critic author politician man woman"
    " farmer teacher nurse prosecutor commissioner councillor peer historian banker trader veteran vicar bishop"
    " archbishop priest imam rabbi headteacher principal bursar coroner pathologist detective officer sergeant engineer"
    " architect surveyor auditor developer landlord tenant shopkeeper resident owner founder trustee adviser aide"
    " attorney solicitor counsel envoy diplomat negotiator courtier lobbyist curator clerk foreman skipper midwife"
    " member"
)
OFFICES = one_of("president premier chancellor mayor governor secretary ambassador prime")
"""Roles that one person holds at a time: without a name nearby they say well enough who speaks."""
BODIES = one_of(
    "department ministry bank company firm charity union council watchdog agency committee commission institute"
    " think-tank tank group club league regulator body organisation organization party court government newspaper paper"
    " office authority association federation board fund foundation university hospital trust airline retailer insurer"
    " supermarket carmaker manufacturer administration treasury opposition auditor ombudsman broadcaster utility lender"
    " studio co-operative cooperative society museum gallery theatre school port distillery brewery"
)
BODY_NAMES = one_of(
    "office bank department ministry treasury institute commission council university party committee agency authority"
    " union group association fund trust foundation court service ltd plc inc corporation company board federation"
    " centre center college school society network exchange reserve parliament congress senate house government"
    " administration bureau directorate forum alliance league club charity hospital partners holdings"
    " ombudsman"
    " organisation organization"
)
RANKED = BODY_NAMES | one_of("staff assembly")
"""What the name of a body has behind a rank, and no person: "General Staff"."""
ANY_BODIES = one_of("company group club charity")
"""Bodies that may be called anything, so that they mean a name only where a text gives but one."""
BY_NAME = BODY_NAMES - ANY_BODIES
OUTLETS_AND_BODY_NAMES = OUTLETS | BODY_NAMES

MANY = (
    r"(?:\w+(?:ers|ors|ists|ians|crats|cials|[^e\W]men)|(?:account|assist|claim|consult|inhabit|merch|migr|protest)ants"
    r"|(?:employ|refug|trust)ees|mps|men|police|people|agents|allies|analysts|critics|experts|residents|republicans"
    r"|unions)"
)
"""Several persons, by what they do or are, in lower case: a pattern."""
GROUPS = one_of("police campaigners sources villagers locals troops rescuers workers families")
GIVERS = GROUPS | BODIES | BODY_NAMES | ROLES | one_of("industry state city county customs")
"""Those of whom there are figures: "police figures"."""

TITLES = one_of(
    "mr mrs ms miss dr prof professor sir dame lord lady baroness mp mep msp president premier chancellor minister"
    " secretary senator congressman congresswoman governor mayor judge justice general admiral colonel captain king"
    " queen prince princess pope rep sen economist analyst chairman chairwoman director chief executive spokesman"
    " spokeswoman spokesperson ambassador commissioner leader lawyer activist campaigner historian coach manager"
    " researcher scientist councillor treasurer shri smt inspector sheriff"
    " cllr cr gov gen col capt sgt rev revd"
)
TITLES_AND_ROLES = TITLES | ROLES
HE, SHE = "he", "she"
TITLE_GENDERS = dict.fromkeys(
    one_of("mr sir lord king prince shri congressman chairman spokesman"), HE
) | dict.fromkeys(one_of("mrs ms miss dame lady baroness queen princess smt congresswoman chairwoman spokeswoman"), SHE)

DETERMINERS = one_of(
    "the a an its his her their this that these those one some two many several our my no another each every"
)
INSIDE = one_of("of for from by at")
"""What stands inside a name or between a document and who gave it."""
