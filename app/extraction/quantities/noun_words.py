"""English words for reading counted nouns: irregular plurals, words that end a phrase, words for people."""

from app.extraction.word_sets import one_of

IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "servicemen": "serviceman", "servicewomen": "servicewoman", "policemen": "policeman",
    "firemen": "fireman", "fishermen": "fisherman", "gunmen": "gunman", "businessmen": "businessman", "lives": "life",
    "wives": "wife", "knives": "knife", "leaves": "leaf", "shelves": "shelf", "wolves": "wolf", "halves": "half",
    "loaves": "loaf", "thieves": "thief", "calves": "calf",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "cases": "case", "series": "series",
    "species": "species", "criteria": "criterion", "data": "datum", "phenomena": "phenomenon",
    "bacteria": "bacterium", "media": "medium", "aircraft": "aircraft", "spacecraft": "spacecraft",
    "hovercraft": "hovercraft", "personnel": "personnel", "staff": "staff", "police": "police officer",
    "cattle": "cattle", "sheep": "sheep", "fish": "fish", "livestock": "livestock", "crew": "crew member",
    "troops": "troop", "works": "work", "shares": "share", "houses": "house", "horses": "horse", "nurses": "nurse",
    "warehouses": "warehouse", "licences": "licence", "movies": "movie", "cookies": "cookie", "zombies": "zombie",
    "selfies": "selfie", "ties": "tie",
    "pence": "penny", "dice": "die", "geese": "goose", "offspring": "offspring", "cannon": "cannon",
    "faithful": "faithful", "passersby": "passer-by", "caches": "cache", "aches": "ache", "axes": "axe",
    "gases": "gas", "lenses": "lens", "headquarters": "headquarters", "means": "means", "clergy": "clergy",
    "alumni": "alumnus", "fungi": "fungus", "nuclei": "nucleus", "swiss": "swiss", "military": "military",
    "premises": "premises", "barracks": "barracks", "quid": "quid", "hooves": "hoof", "larvae": "larva",
    "vertebrae": "vertebra", "stimuli": "stimulus", "oxen": "ox", "deer": "deer", "salmon": "salmon", "trout": "trout",
    "passers-by": "passer-by", "runners-up": "runner-up", "quizzes": "quiz", "indices": "index",
    "diagnoses": "diagnosis", "hypotheses": "hypothesis", "theses": "thesis", "elves": "elf", "scarves": "scarf",
    "uses": "use", "fuses": "fuse", "excuses": "excuse", "refuses": "refuse", "abuses": "abuse", "shoes": "shoe",
    "toes": "toe", "canoes": "canoe", "foes": "foe", "militia": "militia", "infantry": "infantry",
    "cavalry": "cavalry", "artillery": "artillery",
}  # fmt: skip

IN_IS = one_of(
    "israelis iraqis pakistanis bangladeshis saudis emiratis kuwaitis qataris bahrainis omanis yemenis somalis "
    "azerbaijanis kashmiris punjabis bengalis nepalis yazidis houthis taxis skis kiwis safaris tsunamis"
)
"""Plurals in -is; other words in -is are no plurals ("crisis")."""

PEOPLES = one_of(
    "british french irish welsh dutch spanish chinese japanese vietnamese lebanese sudanese taiwanese burmese "
    "congolese portuguese senegalese rohingya"
)
"""Names of peoples that have no plural ("200 Chinese were arrested")."""

COLLECTIVE = one_of("people personnel staff police aircraft troops men women children cattle crew species sheep")

ATTRIBUTIVE = one_of(
    "sports sales arms goods customs savings communications operations rights drugs arts jobs systems materials "
    "services securities futures claims accounts admissions benefits careers clothes games grounds highways honours "
    "resources leisure lives markets parks payments pensions products projects relations records roads states "
    "nations emirates airlines airways industries waters weapons works trades veterans affairs women men children "
    "cattle sheep fish deer salmon trout police staff crew aircraft spacecraft livestock troops military media data "
    "headquarters people species shares singles doubles playoffs finals facilities earnings emissions parts "
    "militia infantry cavalry artillery electronics robotics logistics cosmetics ceramics plastics textiles genetics "
    "graphics statistics"
)
"""Plurals, or words like one, that often stand before the noun that is counted: "12 sports clubs", "8 police cars"."""

BEFELL = one_of(
    "dead killed died injured wounded hurt missing homeless displaced arrested detained hospitalised hospitalized "
    "unemployed stranded trapped infected evacuated rescued deceased charged convicted jailed sentenced acquitted "
    "deported abducted kidnapped"
)
"""What befell people stands for them: "12 dead", "300 injured"."""

SORTS = one_of(
    "affordable private social vacant empty occupied unoccupied derelict unsold unlet full-time part-time permanent "
    "temporary rented electric diesel residential good outstanding satisfactory inadequate"
)
"""Adjectives that stand for the things they describe: "715 affordable", "20 vacant"."""

_PEOPLE = (
    "person man woman child boy girl soldier troop civilian victim hostage passenger worker officer death fatality "
    "casualty protester student pupil patient resident migrant refugee suspect prisoner sailor marine pilot "
    "firefighter journalist teenager adult baby infant staff employee job policeman gunman fisherman militant fighter "
    "rebel survivor body injury arrest voter mp lawmaker senator home house missile drone ship warship submarine "
    "aircraft helicopter jet plane tank case life building tourist climber driver doctor nurse teacher councillor "
    "minister seat vote rocket vessel frigate destroyer reactor"
)
PEOPLE = frozenset((*_PEOPLE.split(), "police officer", "crew member"))
"""What is worth a claim even where it was named before ("the two soldiers"), and where it is one."""

SLIGHT = one_of(
    "thing way side time reason kind sort type part half occasion front aspect word hand eye ear leg matter factor "
    "element respect sense form stage phase step category idea answer question lesson thought possibility problem "
    "issue difference example end pillar priority theme topic principle approach option choice scenario version fact "
    "extreme subject facet strand notch dimension attempt turn try remark letter mind rule test condition criterion "
    "party nation star finger"
)
"""What is hardly worth a claim where fewer than ten are counted in words: "two things", "three ways"."""

SMALL_HYPHENED = one_of(
    "bed bedroom bathroom room storey story man woman person seat seater member lane door wheel vessel ship car nation "
    "country judge engine reactor turbine screen carriage coach berth unit home house acre hectare bay truck "
    "vehicle aircraft dog child game match race hole test"
)
"""What is counted even by a small number before a hyphen: "a three-bedroom house"; "a two-way street" is not."""

STOP = one_of(
    "a an the of in on at to for from by with without and or but nor as than then that which who whom whose when "
    "where while if unless until till since because so although though after before during over under above below "
    "between among against into onto upon through throughout via per is are was were be been being am has have had do "
    "does did will would shall should can could may might must not n't no i you he she it we they me him us them this "
    "these those there here what how why also just only still even yet already again ago later earlier away apart "
    "back off out up down about around across along near within more less fewer each every all both either neither "
    "another other others else such too very now today yesterday tomorrow said says told according including like "
    "amid despite toward towards versus vs its his her their our your my one once twice times next last"
)
"""Words that end the phrase after a number."""

PAST = one_of(
    "took gave came went saw got ran sat stood began became fell rose grew wrote spoke knew chose drew flew drove "
    "brought thought sought fought met sent spent told"
)
"""Verbs that go on after a bare number ("barely 20 took cards") and describe no noun."""

NO_PLURAL = one_of(
    "was is has this its his hers theirs ours yours does goes says always perhaps less plus versus towards across "
    "thus seems remains makes gets comes takes gives wants needs shows becomes appears looks keeps begins starts "
    "stands sits lies brings sometimes besides nonetheless news politics economics mathematics physics athletics "
    "gross pass class mass boss loss cross press business address process success access progress congress express "
    "wireless consensus focus status virus bus campus bonus census surplus basis crisis analysis emphasis us yes gas "
    "bias canvas atlas texas paris london's times percents quarters thirds halves fifths tenths means includes "
    "represents marks follows continues sees helps adds happens as afterwards overseas downstairs upstairs indoors "
    "outdoors nowadays whereas regardless pays earns buys sells tells knows thinks believes hopes feels loses provides "
    "requires allows involves contains suggests ones measles mumps rabies diabetes "
    "herpes shingles rickets sepsis arthritis tennis chess thanks likewise christmas"
)
"""Words in -s that are no plural nouns here."""

NOT_COUNTED = one_of(
    "years months weeks days hours minutes seconds decades centuries fortnights nights evenings mornings afternoons "
    "weekends olds dollars pounds euros pence cents rupees yuan dozens hundreds thousands millions billions trillions "
    "tens"
)
"""Plurals that measure time or money, or scale a number."""

NOT_HYPHENED = one_of(
    "year month week day hour minute second decade century night fold plus odd ish point step part way times time old "
    "star strong call million billion thousand percent pound dollar euro pence cent and the to all nil hundred"
)
"""Words after a hyphen that count nothing ("10-point plan", "16-year-old")."""
