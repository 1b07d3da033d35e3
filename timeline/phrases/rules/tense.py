"""The words of English that tell past from future where there is no parse: verb forms and what stands before them."""

from __future__ import annotations

FUTURE = frozenset(
    [
        "will",
        "shall",
        "'ll",
        "won't",
        "would",
        "could",
        "may",
        "might",
        "can",
        "should",
        "must",
        "due",
        "expected",
        "scheduled",
        "slated",
        "set",
        "planned",
        "planning",
        "intended",
        "expects",
        "expect",
        "begins",
        "starts",
        "opens",
        "upcoming",
        "forthcoming",
        "deadline",
        "tomorrow",
        "payable",
        "going",
        "next",
        "possibly",
        "expires",
        "effective",
        "reconvenes",
        "resumes",
    ]
)
PAST_FORMS = frozenset(
    [
        "said",
        "was",
        "were",
        "had",
        "did",
        "went",
        "came",
        "saw",
        "told",
        "took",
        "made",
        "gave",
        "got",
        "held",
        "left",
        "met",
        "began",
        "won",
        "lost",
        "found",
        "kept",
        "sent",
        "spoke",
        "wrote",
        "broke",
        "rose",
        "fell",
        "grew",
        "cut",
        "hit",
        "put",
        "shot",
        "fought",
        "flew",
        "drove",
        "became",
        "brought",
        "built",
        "bought",
        "caught",
        "chose",
        "drew",
        "ate",
        "felt",
        "fled",
        "forgot",
        "froze",
        "heard",
        "hid",
        "hurt",
        "knew",
        "laid",
        "led",
        "lay",
        "lent",
        "let",
        "meant",
        "paid",
        "quit",
        "read",
        "rode",
        "rang",
        "ran",
        "sold",
        "shook",
        "shut",
        "sang",
        "sank",
        "sat",
        "slept",
        "spent",
        "spread",
        "stood",
        "stole",
        "struck",
        "swore",
        "swept",
        "swam",
        "taught",
        "tore",
        "thought",
        "threw",
        "understood",
        "woke",
        "wore",
        "ago",
    ]
)
PERFECT = frozenset(["has", "have", "'ve", "having"])
PRESENT = frozenset(["is", "are", "am", "'s", "'re", "does", "do"])
INFINITIVE_MARK = "to"
NOT_VERBS_IN_ED = frozenset(
    [
        "united",
        "need",
        "indeed",
        "speed",
        "exceed",
        "proceed",
        "succeed",
        "hundred",
        "red",
        "bed",
        "feed",
        "seed",
        "led",
        "limited",
    ]
)
MODALS = frozenset(["will", "shall", "would", "could", "may", "might", "can", "should", "must", "'ll"])
AHEAD = frozenset(["by", "before"])
"""Prepositions that look ahead where no verb says otherwise."""
BACK = frozenset(["since", "ago"])
WORDS_AFTER_TO = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "these",
        "those",
        "my",
        "our",
        "your",
        "all",
        "any",
        "both",
        "each",
        "more",
        "some",
        "many",
        "in",
        "on",
        "at",
        "of",
        "for",
        "by",
        "with",
        "from",
        "about",
        "as",
        "least",
        "most",
        "noon",
        "midnight",
    ]
)
LIMITS = frozenset(["until", "till"])
"""Prepositions that name an end: it lies ahead as a rule, whatever the verb ("extended its offer until Friday")."""

ABBREVIATIONS = ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Rep", "Gov", "Lt", "Col", "Inc", "Corp", "Co", "Ltd", "vs", "Jan",
                 "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "No", "Prof", "Maj", "Capt")  # fmt: skip
"""After these a dot ends no sentence."""
AS_SOON = frozenset(["soon", "early", "late"])
"""Between "as" and "as": "as soon as Tuesday" lies ahead."""
ASIDE = frozenset(["until", "till", "since"])
"""After these a year is a flash-back or a forward look: the story stays where it is."""
EFFECTIVE = frozenset(["effective", "payable", "due"])
"""Words that stand before the day something begins: ahead, as a rule."""
AT_THE_VERB = frozenset(["in", "on", "at", "during", "early", "late", "last"])
"""Prepositions by which a time is that of its verb itself: "visited in April", not "extended to April"."""
UP_TO = frozenset(["to", "through"])
"""The end of something, mostly ahead: "extended to Nov. 16", "loans through January"."""
ARTICLES = frozenset(["a", "an", "the", "its", "his", "her", "their"])
