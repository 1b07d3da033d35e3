"""The words of English that tell past from future where there is no parse: verb forms and what stands before a time."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUTURE = _set(
    "'ll begins can could deadline due effective expect expected expects expires forthcoming going intended may "
    "might must next opens payable planned planning possibly reconvenes resumes scheduled set shall should slated "
    "starts tomorrow upcoming will won't would"
)
"""Words that look ahead."""
PAST_FORMS = _set(
    "ago ate became began bought broke brought built came caught chose cut did drew drove fell felt fled flew "
    "forgot fought found froze gave got grew had heard held hid hit hurt kept knew laid lay led left lent let "
    "lost made meant met paid put quit ran rang read rode rose said sang sank sat saw sent shook shot shut slept "
    "sold spent spoke spread stole stood struck swam swept swore taught thought threw told took tore understood "
    "was went were woke won wore wrote"
)
"""Past forms that do not end in "ed"."""
PERFECT = _set("'ve has have having")
PRESENT = _set("'re 's am are do does is")
PLANNED = _set("planned scheduled slated")
"""What these had for a day lies ahead of them: "protesters planned a rally on Saturday"."""
DUE = PLANNED | {"due"}
"""The same as what something is: "the festival is due to begin on May 3"."""
SCHEDULED = _set("arrive begin close end expire face hold leave meet open play resume return start")
"""Verbs that tell in the simple present of what a day is fixed for: "the trial begins on Monday"."""
SCHEDULED_PHRASES = (
    "go on sale", "go on trial", "go on show", "go on display", "go on air", "go to trial", "go to court",
    "take effect", "take place", "take office", "come into force", "come into effect", "go into effect",
)  # fmt: skip
"""The same of more words, the verb by its lemma."""
QUOTATIONS = _set("down flat higher lower mixed sharply slightly up")
"""After these verbs they tell how a market did."""
MODALS = _set("'ll can could may might must shall should will would")
FROM_NOW = _set("'ll will shall may can must next tomorrow won't")
"""What looks ahead from the day of writing, whatever is told before."""
NOT_VERBS_IN_ED = _set("bed exceed feed hundred indeed led limited need proceed red seed speed succeed united")
"""Words in "ed" that are no past."""
AHEAD = _set("before by")
"""Prepositions that look ahead where no verb says otherwise."""
BACK = _set("ago since")
WORDS_AFTER_TO = _set(
    "a about all an any as at both by each for from her his in its least many midnight more most my noon of on "
    "our some that the their these this those with your"
)
"""After "to", these begin a noun phrase, not an infinitive."""
AT_THE_VERB = _set("at during early in last late on")
"""Prepositions by which a time is that of its verb itself: "visited in April", not "extended to April"."""
LIMITS = _set("till until")
"""Prepositions that name an end: it lies ahead as a rule, whatever the verb ("extended its offer until Friday")."""
AS_SOON = _set("early late soon")
"""Between "as" and "as": "as soon as Tuesday" lies ahead."""
EFFECTIVE = _set("due effect effective payable")
"""Words that stand before the day something begins: ahead, as a rule."""
UP_TO = _set("through to")
"""The end of something, mostly ahead: "extended to Nov. 16", "loans through January"."""
ARTICLES = _set("a an her his its the their")
ASIDE = _set("since till until")
"""After these a year is a flash-back or a forward look: the story stays where it is."""
NOT_LOWERED = _set("May Will")
"""Names and months that would be modals without their capital."""
ABBREVIATIONS = _set(
    "Apr Aug Capt Co Col Corp Dec Dr Feb Gen Gov Inc Jan Jul Jun Lt Ltd Maj Mar Mr Mrs Ms No Nov Oct Prof Rep Sen "
    "Sep Sept St vs"
)
"""After these a dot ends no sentence."""
INFINITIVE_MARK = "to"
