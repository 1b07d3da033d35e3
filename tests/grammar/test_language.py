"""Whether a text is English."""

from __future__ import annotations

import pytest

from timeline.grammar.language import language_problem
from timeline.model.article import Article

FOREIGN = {
    "German": """
        Der Präsident hat am Dienstag erklärt, dass die Regierung die Pläne nicht weiter verfolgen wird, in der Stadt.
    """,
    "French": """
        Le président a déclaré mardi que le gouvernement ne poursuivrait pas ses projets dans la ville de Lyon.
    """,
    "Spanish": """
        El presidente dijo el martes que el gobierno no seguirá con los planes para la ciudad y sus habitantes.
    """,
    "Dutch": """
        De president zei dinsdag dat de regering de plannen voor de stad niet verder zal uitvoeren, zo bleek later.
    """,
    "Greek": """
        Ο πρόεδρος δήλωσε την Τρίτη ότι η κυβέρνηση δεν θα προχωρήσει με τα σχέδια για την πόλη.
        Οι κάτοικοι δεν το είχαν ακούσει.
    """,
}


@pytest.mark.parametrize("name", FOREIGN)
def test_another_language_is_noticed(name: str) -> None:
    """A text in another language is said not to look like English."""
    assert "does not look like English" in (language_problem(Article(FOREIGN[name])) or "")


@pytest.mark.parametrize(
    "text",
    [
        "The president said on Tuesday that the government will not go on with its plans for the city.",
        "POLICE ARRESTED TWO MEN ON FRIDAY AFTER A SHOP IN THE CITY WAS ROBBED, AND CHARGED THEM WITH MURDER.",
        "Paris fell in 1940.",
        "",
    ],
)
def test_english_and_what_is_too_short_to_tell_pass(text: str) -> None:
    """English passes, and so does what is too short to tell."""
    assert language_problem(Article(text)) is None
