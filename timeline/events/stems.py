"""The verb of a regular past form or "-ing" form, where English spelling leaves no choice."""

from __future__ import annotations

import re

# verbs in "-ie", "-ye", "-oe", "-xe" and "-ee", and a few more that no rule gives
_OWN = {
    "axed": "axe",
    "axing": "axe",
    "belied": "belie",
    "canoed": "canoe",
    "died": "die",
    "dyed": "dye",
    "dyeing": "dye",
    "dying": "die",
    "eyed": "eye",
    "eyeing": "eye",
    "guaranteed": "guarantee",
    "lied": "lie",
    "lying": "lie",
    "hoed": "hoe",
    "singeing": "singe",
    "skied": "ski",
    "skiing": "ski",
    "taxied": "taxi",
    "taxiing": "taxi",
    "tied": "tie",
    "tying": "tie",
    "underlying": "underlie",
    "untied": "untie",
    "untying": "untie",
    "vied": "vie",
    "vying": "vie",
}
# they end in "-e" like all of their kind but those in the second set
_WITH_E = re.compile(
    r"[bcdfgkptz]l$|[^aeiouw][aeiou]g$|[^aeiou]id$|[^aeiou]at$|..[^aeiou]ot$"
    r"|(?:eng|arg|erg|urg|lg|lv|rv|dg|ns|nc|rc|iev|eiv|iz|yz)$|[aeiou]{1,2}v$|u$|..[^aeiou][iu]r$"
)
_BUT = re.compile(r"acrobat|murmur|ballot|carrot|combat|debag|format|jackpot|nag|parrot|pilot|pivot|rabid|zigzag")
_IN_NG = re.compile(
    r"arrang|aveng|bing|challeng|chang|cring|derang|disarrang|estrang|exchang|expung|fring|hing|imping|"
    r"impinge|infring|interchang|loung|lung|orang|plung|prearrang|rang|rearrang|reveng|scaveng|scroung|"
    r"shortchang|spong|syring|ting|tung|unchang|unhing|whing"
)
_IN_TH = re.compile(r"bath|breath|cloth|loath|seeth|sheath|sooth|swath|teeth|unsheath|wreath|writh")
_IN_IC = re.compile(r"bivouack|frolick|havock|magick|mimick|panick|picnick|politick|traffick")
# two syllables with the stress on the first, the consonant written once: they have no "-e"
_ALONE = re.compile(r"develop|envelop|filip|fillip|gallop|gallup|gossip|hiccup|redevelop|scallop|wallop")
# two vowels written for one sound have no "-e" behind them: "float", "raid", "soar"
_PAIR = re.compile(r"[^q](?:ea|oa|ai|ee|oo|oi|ou)[tdlnmpkr]$")
_NO_PAIR = re.compile(r"(?:re|pro)?creat|delineat|nauseat|permeat|(?:re)?rout")
_SHORT = re.compile(r"(?:[^aeiou]*|[^aeiou]*qu)[aeiou][bdgklmnprt]")
_LONG = re.compile(
    r"adher|ador|coher|deplor|elop|explor|ignor|implor|interfer|persever|restor|rever|underscor|"
    r"cajol|combin|compil|condol|consol|declin|determin|examin|exil|imagin|outlin|profil|reconcil"
)


def whole(form: str) -> str | None:
    """
    The verb, None where the spelling allows more than one.

    >>> whole("settled"), whole("clinging"), whole("ratified"), whole("wired"), whole("dying"), whole("panicked")
    ('settle', 'cling', 'ratify', 'wire', 'die', 'panic')
    """
    if form in _OWN:
        return _OWN[form]
    stem = form[:-3] if form.endswith("ing") else form[:-2] if form.endswith("ed") else ""
    if len(stem) < 2:
        return None
    if form.endswith("ied") and len(stem) > 2:
        return f"{stem[:-1]}y"
    if _IN_IC.fullmatch(stem):
        return stem[:-1]
    if _ALONE.fullmatch(stem) or (_PAIR.search(stem) and not _NO_PAIR.fullmatch(stem)):
        return stem
    if _IN_TH.fullmatch(stem) or _IN_NG.fullmatch(stem) or _LONG.fullmatch(stem):
        return f"{stem}e"
    if stem.endswith("ng"):
        return stem
    if _WITH_E.search(stem) and not _BUT.fullmatch(stem):
        return f"{stem}e"
    return f"{stem}e" if _SHORT.fullmatch(stem) else None


def fits(form: str, verb: str) -> bool:
    """
    The form is spelled as one of this verb's can be.

    >>> fits("dumped", "dum"), fits("banned", "ban"), fits("pawned", "paw"), fits("panicked", "panic"), fits("ed", "")
    (False, True, False, True, False)
    """
    if not verb:
        return False  # an ending alone, as somebody may mark it
    if verb.endswith(("owe", "ewe")) and len(verb) > len("owe"):
        return False  # "rowing"
    if form == f"{verb}d" or not form.startswith(verb) or not form.endswith(("ed", "ing")):
        return True
    more = form[len(verb) :].removesuffix("ing").removesuffix("ed")
    return more in {"", verb[-1]} or (more == "k" and verb.endswith("c"))
