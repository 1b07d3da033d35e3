"""Closed classes of words that the grammar goes by."""

from __future__ import annotations


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


# bare, these say when and never what
CALENDAR = _words("""
    monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight
    january february march april may june july august september october november december
""")

# with these before them they still do: "said last Tuesday"
SINGLING_OUT = _words("this last next early late")

# verbs that can stand beside what they report: "…, the police said"
REPORTING = _words("""
    say tell report add announce note state claim write explain declare confirm warn argue insist acknowledge admit
    estimate believe think predict suggest reply answer ask recall observe remark stress maintain allege comment
    conclude continue assert contend testify reveal disclose indicate show caution concede complain quip joke tweet post
""")

# nouns that look like the form of a verb
NEVER_VERBS = _words("ceiling darling evening inning lightning morning sibling")

# the months, which never say who did something
MONTHS = _words("""
    january february march april may june july august september october november december
""")

# forms of the past that are no form of the present
ONLY_PAST = _words("""
    bought broke brought built caught crept dealt drew fell fled flew fought gave grew held kept led lost made met paid
    sent shot slid sold spoke stole struck swept swung taught threw told took withheld won
""")

# forms of the past that are neither participles nor anything else
NEVER_PARTICIPLES = _words("""
    arose ate awoke became began bore broke came chose drank drew drove flew forbade forgave forgot froze gave grew knew
    mistook overcame overran overthrew overtook partook ran rang retook rewrote rode sang sank shook shrank slew spoke
    sprang stole strode strove swam swore threw took tore undertook underwent went withdrew woke wore wove wrote
""")

# verbs that make somebody something: "named her leader"
APPOINTING = _words("appoint crown declare elect name nominate proclaim")

# what somebody is found to be
FOUND_TO_BE = _words("alive dead guilty innocent unconscious")

# conjunctions that are also prepositions
SUBORDINATING = _words("as after before since until till once than while when if because whether")

# verbs whose past is their plain form
INVARIABLE = _words("""
    beat bet broadcast burst cast cost cut forecast hit hurt let offset outbid overcut put quit read reset rid set shed
    shut slit split spread thrust undercut upset
""")

# verbs that have no object and no passive
INTRANSITIVE = _words("""
    agree apologise apologize appear arise arrive ascend awake awaken clash collapse collide come converge crumble
    decline die disappear elapse emerge erupt exist expire fall fare flee flourish flow go happen hesitate kneel lapse
    lie linger occur originate perish persist plummet plunge proceed prosper protest react recede recover recur
    refrain rejoice relapse rely remain reply reside resign respond rise sit sleep slump soar stagnate stand starve
    struggle succumb surge thrive triumph vanish vote walk weep
""")

# verbs that have an object so seldom that a participle of theirs right after a noun is a past tense
SELDOM_TRANSITIVE = _words("""
    apply begin bleed break campaign close compete continue cooperate crash crawl crowd debate depart derail differ
    dive drift echo end escape explode gather graduate hesitate jump land last leak leap live lobby look march matter
    merge migrate open operate pour qualify queue race rally retire retreat return roll rush sail settle shrink sink
    slide slip slow speak spread stall start stay stream strike surface swim talk tend travel tremble turn wait wander
    work worry
""")

# pasts that hardly ever stand before a noun as adjectives
PROMPTING = _words("""
    added announced attracted blamed boosted brought caught caused claimed criticised criticized cut demanded denied
    destroyed disrupted drew ended entered forced gained halted hit hurt inspired joined killed left lost made met
    opposed ousted paid prompted raised reached received sparked spurred threatened triggered urged visited welcomed won
""")

# with a noun or an adjective behind them, these say what somebody or something is, or in what way
SAYING_WHAT = _words("""
    act appear call come consider die dub fall feel finish get go grow keep leave look make name place plead prove rank
    return retire seem serve sound stand start stay title turn
""")

# with "as" these say what somebody is taken for
TAKING_AS = _words("cast class depict describe disguise dress identify know name portray regard see view")

# these have somebody and a sum as objects
WITH_A_SUM = _words("award charge cost earn fine give grant hand lend loan offer owe pay save sell send")

# with a noun these say what somebody is
COPULAR = _words("become remain")

UNITS_OF_TIME = _words("second minute hour day night week weekend fortnight month season year decade century")

# so much of something is measured in
MEASURES = _words("can cup clove gram kilo kilogram litre liter ounce pinch pound quart slice tablespoon teaspoon tin")

# of these a stretch of time can be the object
WITH_A_TIME = _words("""
    add allow celebrate cost extend face get give have lose mark miss need observe receive remember require save serve
    spare spend take want waste
""")

# before a number these say "about" or "more than"
ABOUT_A_NUMBER = _words("about above almost around below between nearly near over some under up")

# participles that have become prepositions
PREPOSITIONAL = _words("following including concerning regarding according considering excluding pending")

# who is asked to do something by these does it; of all other verbs' objects the object does
SUBJECT_CONTROL = _words("promise threaten vow pledge swear")

# prefixes that are seldom words by themselves: white space beside their hyphen is a misprint
BOUND_PREFIXES = _words("""
    anti re non ex co pre post counter semi multi inter ultra sub quasi pseudo neo bi tri intra trans pro mid self
""")

# the commonest words of English that are not as common in other languages ("in", "die", "was" are German too)
COMMON = _words("""
    the of and to that is it for on with he as his be at by this had not are but from or have they which you were her
    she their been has when who will more no if out its said what about them can would into some could than other
""")

# adverbs and adjectives that make a preposition with the next word: "ahead of"
OPENING_PREPOSITIONS = {
    "according": ("to",),
    "ahead": ("of",),
    "along": ("with",),
    "apart": ("from",),
    "as": ("of",),
    "away": ("from",),
    "because": ("of",),
    "close": ("to",),
    "contrary": ("to",),
    "due": ("to",),
    "inside": ("of",),
    "instead": ("of",),
    "next": ("to",),
    "out": ("of",),
    "outside": ("of",),
    "previous": ("to",),
    "prior": ("to",),
    "regardless": ("of",),
    "subsequent": ("to",),
    "thanks": ("to",),
    "together": ("with",),
    "up": ("to",),
}
