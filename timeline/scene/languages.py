"""The names of months and eras in some languages, as their speakers write dates."""

from __future__ import annotations

from timeline.errors import ExportError
from timeline.scene.names import ENGLISH, Names


def _names(months: str, short: str, day: str, full: str, month: str, eras: tuple[str, str]) -> Names:
    return Names(tuple(months.split()), tuple(short.split()), day, full, month, *(f"{{year}} {era}" for era in eras))


LANGUAGES = {
    "en": ENGLISH,
    "en-US": ENGLISH._replace(day="{month} {day}", full="{month} {day}, {year}"),
    "de": _names(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
        "{day}. {month}",
        "{day}. {month} {year}",
        "{month} {year}",
        ("v. Chr.", "n. Chr."),
    ),
    "es": _names(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        "{day} {month}",
        "{day} de {month} de {year}",
        "{month} de {year}",
        ("a. C.", "d. C."),
    ),
    "fr": _names(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "{day} {month}",
        "{day} {month} {year}",
        "{month} {year}",
        ("av. J.-C.", "ap. J.-C."),
    ),
    "it": _names(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "{day} {month}",
        "{day} {month} {year}",
        "{month} {year}",
        ("a.C.", "d.C."),
    ),
    "nl": _names(
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "{day} {month}",
        "{day} {month} {year}",
        "{month} {year}",
        ("v.Chr.", "n.Chr."),
    ),
    "pt": _names(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
        "{day} de {month}",
        "{day} de {month} de {year}",
        "{month} de {year}",
        ("a.C.", "d.C."),
    ),
}


def names_of(locale: str) -> Names:
    """
    How dates are written where this language is spoken: ``de``, ``fr-CA``, ``en_US``.

    Raises:
        ExportError: the language is none of those known here.
    """
    tag = locale.replace("_", "-")
    known = {name.casefold(): names for name, names in LANGUAGES.items()}
    for name in (tag, tag.partition("-")[0]):
        if name.casefold() in known:
            return known[name.casefold()]
    raise ExportError(f"dates in the language {locale!r} are not known: choose one of {', '.join(LANGUAGES)}")
