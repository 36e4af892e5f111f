"""Words that say the same of a figure in news and reports: one writer's "wages" are another's "pay".

Each row is one meaning, and its first word stands for all. A word of several common meanings stands in none.
"""

_ROWS = """
rise rises rose risen rising increase increased increases grow grew grown growing growth climb climbed jump jumped soar
fall falls fell fallen falling drop dropped decline declined decrease decreased shrink shrank shrunk dip dipped slump
cut cuts reduce reduced reduction trim trimmed slash slashed lower lowered
close closed closes closing closure shut shuts shutting
open opened opens opening reopen
start starts started begin begins began begun launch launched commence
finish finished complete completed completion end ends ended ending expire expires
delay delayed delays postpone postponed overdue
build built building construct constructed construction erect
buy buys bought purchase purchased purchases acquire acquired
sell sells sold sale sales
staff employee employees worker workers workforce employ employs employed headcount
job jobs post posts role roles position positions
vacancy vacancies unfilled
spending expenditure expenditures outlay outlays
defence defense
wage wages pay paid salary salaries earn earns earned earnings
redundant redundancy redundancies dismiss dismissed sack sacked layoff
hire hired hiring recruit recruited recruitment recruits
doctor doctors gp gps physician physicians
pupil pupils student students schoolchild schoolchildren
child children youngster youngsters kid kids
elderly pensioner pensioners older retired retirement retiree
home homes house houses household households dwelling dwellings property properties
flat flats apartment apartments
rent rents rental tenant tenants tenancy
landlord landlords
vehicle vehicles car cars motorist motorists driver drivers
lorry lorries truck trucks
train trains rail railway railways
aircraft plane planes flight flights
ship ships vessel vessels boat boats
ill illness sick sickness disease
patient patients
hospital hospitals infirmary
surgery surgeries operation operations
die dies died death deaths dead killed fatal fatality fatalities
injured injury injuries hurt wounded
infected infection infections case cases
vaccine vaccines vaccinated vaccination jab jabs immunised immunisation
prison prisons jail jails jailed prisoner prisoners inmate inmates
crime crimes offence offences
attack attacks attacked assault assaults assaulted violence violent
evacuate evacuated evacuation flee fled
age aged ages
court courts tribunal
judge judges magistrate magistrates
fine fines fined penalty penalties
law laws legislation statute act
rule rules regulation regulations
watchdog regulator inspector inspectors inspectorate
auditor auditors audit audited audits
minister ministers secretary
government ministry
uk kingdom
parliament lawmakers legislature assembly chamber
council councils authority authorities councillors municipality
vote votes voted voting ballot ballots
poll polls survey surveys surveyed
grant grants subsidy subsidies subsidised
budget budgets budgeted
loan loans borrow borrows borrowed borrowing lend lent lending
debt debts owe owes owed arrears
deficit shortfall gap hole
profit profits surplus
income revenue revenues receipts takings turnover
tax taxes taxation levy levies
fee fees charge charges charged
ticket tickets fare fares
shop shops store stores retailer retailers
firm firms company companies business businesses
farm farms farmer farmers farming
crop crops harvest harvests harvested
fish fishing fishery fisheries
river rivers
flood floods flooded flooding
sewage spill spills spilled overflow overflows
pollution pollutants emissions emission emit emitted
electricity power
repair repairs repaired mend mended fix fixed refurbish refurbished renovate
road roads highway highways
pothole potholes
bike bikes bicycle bicycles cycle cycling cyclist cyclists
walk walked pedestrian pedestrians
journey journeys trip trips ride rides
passenger passengers
visitor visitors visit visits visited tourist tourists
wait waits waited waiting queue queues queuing backlog
apply applied applicant applicants application applications bid bids
approve approved approval agreed consent
reject rejected rejection refuse refused refusal
forecast forecasts predict predicted prediction projected projection expect expected expects
target targets goal goals aim aims
pledge pledges pledged promise promised promises commitment
limit limits cap caps capped ceiling
minimum floor
average averages mean
typical median
share shares proportion
teacher teachers
nurse nurses nursing
immigrant immigrants migrant migrants migration
refugee refugees asylum
permanent lasting
temporary interim
annual annually yearly
domestic local
help support assist assistance aid
need needs needed require required requires
owner owners own owns owned
offer offers offered
lose loses lost losing loss losses
leave leaves left depart departed
arrive arrived arrival arrivals
join joined joining
remain remains remained
speak speaks speaker speakers
person persons people
resident residents inhabitant inhabitants population
woman women female
man men male
"""
FIRST = {word: row.split()[0] for row in _ROWS.split("\n") for word in row.split()}
"""The word that stands for each."""
