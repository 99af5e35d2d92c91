"""Word tables for attribution: verbs of speech in all their forms, nouns and phrases that introduce speech."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A table of words, written as running text."""
    return frozenset(text.split())


# Verbs after which a quotation is what somebody said. Forms are made by rule; irregular ones stand in full below.
_SPEECH = words("""
accept accuse acknowledge add beam address admit admonish advise advocate affirm agree allege allow amplify
announce answer apologise apologize appeal applaud argue ask assail assert assess assure attack aver avow badger
bark bawl beg belittle bellow bemoan berate blare blast blog blurt boast bray brag broadcast caption caution
challenge chant charge charm chastise cheer chide chime chirp chorus chuckle cite claim clarify coax comment
commend commiserate communicate complain compliment concede conclude concur condemn confess confide confirm
congratulate conjecture continue contend contradict counsel counter cover crack cram criticise criticize croak
crow cry dare deadpan debate declare decline decry defend demand demur denigrate denounce deny deplore deride
describe detail dictate disagree disclose dismiss dispute disparage divulge echo elaborate email e-mail
emphasise emphasize encourage endorse enquire enthuse entreat enumerate erupt estimate exclaim exhort explain
explode expound express exult fault fire fret fume gasp gloat gripe groan grouse growl grumble grunt guess gush
guffaw hail hazard heckle hint hiss holler howl implore imply infer inform inquire insinuate insist instruct
interject interpose interrupt intimate intone inveigh invite invoke interview jeer jest joke josh lambast
lambaste lament laugh lash lecture liken list maintain marvel message mention moan mock mumble murmur muse
mutter mouth nag narrate needle nod note notify object observe offer opine order outline parry pen persist
philosophise pine plead pledge point pontificate portray posit post postulate praise pray preach predict press
proclaim profess project promise pronounce propose prophesy protest pronounce purr query question quip quote
rail rant rasp rate react read reason reassert reassure rebuff rebuke rebut recall recite reckon recommend
recount reflect refute reiterate rejoin relate relay remark remember remind reminisce repeat reply report
reprimand request resolve respond retort reveal riff ridicule rip roar rule savage scoff scold scream screech
scrawl shout shoot shriek shrug sigh signal sing slam smile snap snarl sneer sniff snort sob specify speculate
spit sputter stammer state stipulate storm stress stutter submit suggest summarise summarize summon surmise
swear sympathise tease tell testify text theorise theorize threaten thunder tout trumpet tweet retweet type
underline underscore update urge uphold utter vent venture voice volunteer vow wail warn weigh welcome whine
whisper wisecrack wonder worry write yell yelp admonish advertise bill blame brand cast claim characterise
characterize compare conceptualise credit criticise deem define depict diagnose dub entitle envision forecast
label lampoon mock name nickname paint peg pillory pitch promote refer tag term title tut wax call deliver
acknowledge find found feel fear hope expect believe think consider imagine know mean judge hold bet caution
crack dictate dish fess gab greet joke lobby parrot peddle plug quibble quiz rave rehash scribble spew swipe
trash vilify whoop wish counsel chime joke tell testify translate sum sign insist hear
""")

_IRREGULAR = {
    "bet": "bets betting", "broadcast": "broadcasts broadcasting", "cast": "casts casting",
    "cry": "cries cried crying", "decry": "decries decried decrying", "deny": "denies denied denying",
    "feel": "feels felt feeling", "find": "finds finding", "found": "", "hear": "hears heard hearing",
    "hold": "holds held holding", "imply": "implies implied implying", "know": "knows knew known knowing",
    "mean": "means meant meaning", "read": "reads reading", "reply": "replies replied replying",
    "say": "says said saying", "shoot": "shoots shot shooting", "sing": "sings sang sung singing",
    "spit": "spits spat spitting", "swear": "swears swore sworn swearing", "tell": "tells told telling",
    "think": "thinks thought thinking", "write": "writes wrote written writing",
    "testify": "testifies testified testifying", "clarify": "clarifies clarified clarifying",
    "specify": "specifies specified specifying", "notify": "notifies notified notifying",
    "worry": "worries worried worrying", "query": "queries queried querying",
    "parry": "parries parried parrying", "vilify": "vilifies vilified vilifying",
    "prophesy": "prophesies prophesied prophesying", "amplify": "amplifies amplified amplifying",
    "rip": "rips ripped ripping", "tut": "tuts tutted tutting", "quip": "quips quipped quipping",
    "beg": "begs begged begging", "brag": "brags bragged bragging", "blog": "blogs blogged blogging",
    "dub": "dubs dubbed dubbing", "nag": "nags nagged nagging", "tag": "tags tagged tagging",
    "peg": "pegs pegged pegging", "nod": "nods nodded nodding", "snap": "snaps snapped snapping",
    "sob": "sobs sobbed sobbing", "slam": "slams slammed slamming", "sum": "sums summed summing",
    "chat": "chats chatted chatting", "infer": "infers inferred inferring", "refer": "refers referred referring",
    "demur": "demurs demurred demurring", "admit": "admits admitted admitting",
    "submit": "submits submitted submitting",
    "concur": "concurs concurred concurring", "rebut": "rebuts rebutted rebutting",
    "quiz": "quizzes quizzed quizzing",
    "plug": "plugs plugged plugging", "cram": "crams crammed cramming", "put": "puts putting",
    "parrot": "parrots parroted parroting", "wax": "waxes waxed waxing", "speak": "speaks spoke spoken speaking",
    "go": "", "uphold": "upholds upheld upholding", "gab": "gabs gabbed gabbing", "pen": "pens penned penning",
}  # fmt: skip


def _forms(base: str) -> list[str]:
    """A verb's forms: base, third person, past, participle."""
    if base in _IRREGULAR:
        return [base, *_IRREGULAR[base].split()]
    if base.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    s = "es" if base.endswith(("s", "x", "ch", "sh", "z")) else "s"
    return [base, base + s, base + "ed", base + "ing"]


SAYING = frozenset(form for base in (*_SPEECH, "say", "put", "speak") for form in _forms(base))

# Verbs of the list that often mean something other than speech.
WEAK = frozenset(
    form
    for base in words("""
accept accuse attack believe blame bet bill brand broadcast cast challenge charge charm cheer cite claim compare
consider cover crack credit cram deem define deliver deny depict expect fault fear feel find fire found go
hazard hear hold hope imagine invite judge know lash list mean object observe paint peg plug point post praise
press project promote put rate rave read reason reckon refer reveal rip roar rule scoff shoot shrug sign signal
slam smile specify spit storm summon swipe tag term text think title tout translate trash type wax weigh wish
worry support sing nod speculate understand conclude request exult estimate counter demand broadcast determine
""")
    for form in _forms(base)
)

# Verbs that only name a thing: a title or a term follows, not speech, where nobody is their subject.
NAMING = frozenset(
    form
    for base in (
        "call",
        "dub",
        "title",
        "entitle",
        "name",
        "nickname",
        "bill",
        "label",
        "term",
        "tag",
        "brand",
        "know",
    )
    for form in _forms(base)
) | {"so-called", "aka", "called", "known", "self-described", "self-styled", "captioned"}
ALWAYS_NAMING = frozenset(
    ("known", "titled", "entitled", "so-called", "aka", "self-described", "self-styled", "captioned", "nicknamed")
)

# Forms that are as often nouns: no verb after an article, a possessive or an adjective of number.
NOUNS = words("""
mouth mouths pen needle blast blasts bark crack cover covers crow pitch pitches compliment compliments request
answer answers appeal appeals attack attacks call calls challenge challenges charge charges claim claims comment
comments complaint cover demand demands fire list lists message messages note notes offer offers order orders
point points post posts praise press promise promises proposal protest protests question questions quote quotes
read report reports request requests response rule rules sign signal signals state states statement stress text
texts title titles tweet tweets vow vows warning wonder account bill bills cast charge concern debate defence
email emails feeling finding findings fear fears hope hopes interview interviews joke jokes name names pitch
pledge pledges project projects rate rates reason reasons remark remarks reply replies review shot speech tag
tags term terms thought thoughts update voice voices view views worry worries writing wish wishes meaning
hearing hearings building holding understanding express project objects object retort retorts guess guesses
detail details repeat estimate estimates forecast forecasts address addresses shout shouts chant chants whisper
sum sums
""")

DETERMINERS = words("""
a an the this that these those his her its their our my your each every some any no such another other own many
few several two three four five six first second last final same new recent public joint written brief official
private latest earlier one both former then-
""")  # fmt: skip

# Words between a subject and its verb.
BETWEEN = words("""
has have had was is are were be been being am will would can could may might must shall should do does did not
never also then later once even just still again already always often sometimes soon now today yesterday
recently previously repeatedly reportedly instead himself herself themselves itself both all further either only
first simply rather too so to gone went goes going on came comes come further's ever at least reportedly quickly
famously apparently who that n't have got
""")

PRONOUNS = words("""
he she they i we you who it one neither both others some many another most several few everyone someone
""")
PERSONAL = frozenset(("he", "she", "they", "i", "we"))
BE = frozenset(("is", "was", "are", "were", "be", "been", "being"))
OBJECTS = frozenset(("him", "her", "them", "me", "us", "himself", "herself"))

PREPOSITIONS = words("""
of for at with from in to on by about against after before during through over under between among within
without into near outside inside since until as like than despite toward towards via off per behind beyond
""")  # fmt: skip
JOINS_NOUNS = frozenset(
    ("of", "for", "at", "with", "from", "in", "the", "and", "de", "la", "van", "von", "&", "to", "on")
)
BASES = _SPEECH | {"say", "speak"}

# Words that tell of speech even where no quotation stands beside them.
PLAIN_SAYING = (
    SAYING
    - WEAK
    - NOUNS
    - frozenset(
        form
        for base in words("""
continue volunteer applaud debate detail endorse uphold reflect relate remember respond list screen resolve
needle address react signal underline emphasise emphasize defend dispute communicate disagree agree blast rip
relay persist pursue promise advocate advertise maintain invoke describe welcome decline announce allege
recommend disclose dispute confirm cry laugh weigh interview press badger counter deride dismiss narrate implore
outline portray appeal counsel notify inform alert beam blare blog pray allow
""")
        for form in _forms(base)
    )
)

# Verbs that report whole sentences: another verb of speech behind them is part of what is reported.
REPORTING = words("""
said says say saying told tells claimed claims argued argues insisted insists suggested suggests believes believed
added adds noted notes wrote writes warned warns alleged alleges
""")

# Nouns that introduce speech: “in a statement”, “his message:”.
SPEAKING_NOUNS = words("""
line lines quote quotes quotation passage sentiment sentiments
statement remark remarks message letter email e-mail emails tweet tweets post speech interview interviews
address question questions answer reply response comment comments testimony memo note essay op-ed editorial
column book announcement conference briefing transcript chant chants slogan sign signs banner poster caption
quip joke warning verdict conclusion advice explanation appeal complaint criticism praise prediction plea
refrain rallying motto mantra toast prayer eulogy monologue soundbite text texts voicemail call recording tape
video ad advert commercial manifesto report filing affidavit lawsuit complaint ruling opinion dissent memoir
autobiography diary blog podcast broadcast words pitch argument retort rebuttal rejoinder exchange conversation
statements letters messages posts
""")

# Nouns whose “of”, “to” or “that” leads to what was said, as a preposition before a title does not.
CONTENT_NOUNS = words("""
chant chants cry cries shout shouts call calls talk goal promise promises vow vows accusation accusations claim
claims allegation allegations assertion assertions charge charges complaint complaints warning warnings mention
mentions notion idea words phrase mantra refrain threat threats reference references speech criticism
""")

# Nouns of people and bodies who speak, in lower case.
PEOPLE = words("""
spokesman spokeswoman spokesperson spokespeople official officials source sources aide aides adviser advisers
advisor advisors lawyer lawyers attorney attorneys police officer officers president minister ministers chairman
chairwoman chair chief chiefs director directors analyst analysts expert experts critic critics supporter
supporters voter voters candidate candidates senator senators congressman congresswoman lawmaker lawmakers
governor mayor judge judges justice secretary ambassador general colonel captain sergeant detective prosecutor
prosecutors author authors writer writers reporter reporters journalist journalists editor editors host anchor
moderator columnist commentator researcher researchers scientist scientists professor doctor doctors nurse
teacher teachers student students resident residents neighbour neighbours neighbor neighbors witness witnesses
victim victims survivor survivors mother father brother sister son daughter wife husband friend friends family
man woman men women boy girl people person campaign company firm group committee agency department ministry
government office union party strategist strategists operative operatives manager leader leaders boss executive
executives founder co-founder owner player coach manager striker captain midfielder defender star singer actor
actress musician artist billionaire mogul businessman businesswoman developer nominee democrat republican
democrats republicans activist activists protester protesters organiser organizer crowd audience study report
document documents statement letter memo email website newspaper paper magazine article editorial headline poll
survey complaint lawsuit court ad advertisement video tweet message sign signs text post book worker workers
farmer farmers trader traders economist economists investor investors driver passenger customer customers member
members delegate delegates colleague colleagues rival rivals opponent opponents counterpart veteran user users
fan fans guest guests speaker pastor priest bishop rabbi imam native mogul realtor bodyguard clerk fellow
historian scholar therapist psychologist lobbyist donor donors fundraiser pollster pollsters mum mom dad
""")

# What shows, in a sentence before a quotation, that its subject is about to speak.
ATTITUDE = words("""
defiant blunt adamant optimistic pessimistic diplomatic unapologetic sceptical skeptical critical dismissive
emphatic unequivocal unimpressed unmoved upbeat cautious furious outraged incredulous sanguine philosophical
candid frank enthusiastic effusive coy scathing harsh harsher softer positive negative clear sarcastic hopeful
confident proud angry thrilled surprised shocked stunned delighted unrepentant succinct direct wary doubtful
unconvinced undeterred
""")

# Nouns and verbs that, after a person as subject, lead up to a quotation in the next paragraph.
LEADING_NOUNS = words("""
question questions message messages speech remarks remark comment comments tweet tweets statement letter email
e-mail interview post approach pitch warning advice answer response reply verdict assessment criticism praise
argument sentiment sentiments view views thoughts feelings explanation appeal plea confession promise prediction
voice tone conclusion complaint joke retort memo note rebuttal
""")
LEADING_VERBS = {
    "dispel": None, "dispelled": None, "comfort": None, "comforted": None, "presented": None, "criticized": None,
    "criticised": None, "praised": None, "attacked": None, "ridiculed": None, "mocked": None, "dismissed": None,
    "went": "after", "going": "after", "calling": "out", "called": "out", "took": "aim", "taking": "aim",
    "weighed": "in", "weighs": "in", "hit": "back", "fired": "back", "shot": "back", "pushed": "back",
    "lashed": "out",
    "doubled": "down", "elaborated": None, "disagreed": None, "disagrees": None, "agreed": None, "agrees": None,
    "laments": None, "lamented": None, "scoffed": None, "described": None, "describes": None, "recalled": None,
    "wonders": None, "defended": None, "deflected": None, "demurred": None, "explained": None, "apologized": None,
    "apologised": None, "thanked": None, "urged": None, "stressed": None, "emphasized": None, "emphasised": None,
}  # fmt: skip

# Words before a quotation that make it a name of something.
TITLE_WORDS = words("""
book novel film movie song album show series programme program podcast play musical video ad magazine
documentary article headline headlined essay website site group band hit single sitcom comedy drama thriller
bestseller memoir classic episode feature column newsletter word words phrase term slogan label nickname moniker
hashtag section heading chapter concert tour spot commercial game painting exhibition titled entitled
""")

DAYS = words("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sept sep oct nov dec
""")

# Words that open a clause before the main one.
SUBORDINATE = words("""
as when while after before if although though since because once until whether
""")

# Words before the base form of a verb.
BEFORE_BASE = words("""
to not will would can could did do does may might must shall should i we you they who n't didn't
""")

# Words that often begin a sentence, and are no names for all their capital.
STARTERS = words("""
when while if after before as because although though since until once but and or so yet however meanwhile still
also then now later earlier instead indeed perhaps maybe there here what how why where which that this these
those it its not yes no even just only first second third finally moreover besides nevertheless nonetheless
afterward afterwards amid among according already hours minutes days weeks months years contrary thus hence
nobody everybody somebody anybody
afterward asked speaking citing noting calling pressed told given
""")
