"""What is an event, and how sure the text is of it."""

from __future__ import annotations

import pytest

from tests.events.told import heads

HAPPENED = {
    "The army seized the town on Monday, burned it and withdrew.": ("seized", "burned", "withdrew"),
    "Police arrested two men in Lyon.": ("arrested",),
    "Two men were arrested in Lyon.": ("arrested",),
    "The minister has resigned.": ("resigned",),
    "Germany refused to send forces.": ("refused",),
    "The guard failed to lock the gate.": ("failed",),
    "A bomb exploded at the market, killing twelve people.": ("exploded", "killing"),
    "Rescuers managed to free the miners.": ("managed",),
    "The clerk was accused of stealing the painting.": ("accused",),
    "The senator denied having met the banker.": ("denied",),
    "The company cleared the line by removing the stalled train.": ("cleared", "removing"),
    "Ann Berg was flown to Oslo after being detained in Bergen.": ("flown", "detained"),
    "The firm, founded in 1998 by two brothers, went bankrupt.": ("founded", "went"),
    "Police arrested a man carrying a knife.": ("arrested",),
    "A gas leak led to the failure of two pumps.": ("led",),
}
NOTHING = (
    "The group could develop a new drug.",
    "Such a step could lead to war.",
    "If the dam breaks, the town will be flooded.",
    "An attack on a member is considered an attack on all.",
    "The force would support the army.",
    "Britain will probably focus on air support.",
    "The United States is a large country.",
    "The bank usually closes at four.",
    "He wants to sell the house.",
    "They hope to return.",
    "Turn off the gas.",
    "Did the minister resign?",
    "Europeans are hesitant to send troops.",
    "The treaty contains forty articles.",
    "Wolves hunt in packs.",
    "He might leave.",
    "Unless it rains, the match will start.",
    "Guarantees could include a promise.",
    "Activists could hold rallies.",
    "Researchers often study a cloud called a plume.",
    "They can leave as soon as the threats end.",
    "The court has yet to rule on the appeal.",
    "The rebels seemed to hold the airport.",
    "The law would hurt small firms.",
    "There is a risk that the river will flood the town.",
)


@pytest.mark.parametrize("text", HAPPENED)
def test_the_past_happened(text: str) -> None:
    """Clauses in the past are events, each verb its own; what was refused or accused of is not one."""
    found = heads(text)

    assert dict.fromkeys(HAPPENED[text], "happened") == {
        head: status for head, status in found.items() if status == "happened"
    }


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_imagined_general_or_a_state_is_no_event(text: str) -> None:
    """Hypotheticals, habits, states, definitions, hopes, questions and orders are not events."""
    assert heads(text) == {}


@pytest.mark.parametrize(
    ("text", "head", "status"),
    [
        ("The minister will visit Kyiv on Friday.", "visit", "planned"),
        ("Macron plans to visit Kyiv on Friday.", "visit", "planned"),
        ("The court is expected to rule on Friday.", "rule", "planned"),
        ("The two presidents may meet on Friday.", "meet", "possible"),
        ("The president did not sign the law.", "sign", "denied"),
        ("No ship was damaged.", "damaged", "denied"),
        ("According to the police, the driver fled.", "fled", "reported"),
        ("Officials said that the driver fled.", "fled", "reported"),
        ("The driver fled, a spokesman said.", "fled", "reported"),
        ("The driver reportedly fled the country.", "fled", "reported"),
        ("The senator denied that he had met the banker.", "met", "denied"),
        ("The mayor appeared to accept the offer on Monday.", "appeared", "reported"),
        ("Forty miners are feared dead.", "feared", "reported"),
        ("The company said it would close the plant in May.", "close", "planned"),
        ("The trial is due to begin on 4 May.", "begin", "planned"),
        ("The union threatened to strike on Friday.", "strike", "possible"),
        ("Police are likely to charge the driver this week.", "charge", "possible"),
        ("The two leaders were to meet in Geneva on Friday.", "meet", "planned"),
        ("The deal, which was to be signed on Friday, collapsed.", "signed", "planned"),
        ("No one was hurt in the fire.", "hurt", "denied"),
        ("Nobody claimed responsibility for the attack.", "claimed", "denied"),
        ("Neither side won.", "won", "denied"),
        ("The firm was fined for dumping waste in the river.", "dumping", "happened"),
        ("Witnesses saw the man jump from the bridge.", "jump", "happened"),
        ("Helicopters are now circling the mountain.", "circling", "happened"),
        ("The officer appeared in court on Tuesday.", "appeared", "happened"),
        ("Questions are being raised about a 2005 report.", "raised", "happened"),
        ("The bridge is being repaired next week.", "repaired", "planned"),
        ("Police denied reports that officers had fired first.", "fired", "denied"),
        ("The rebels claimed to have shot down a helicopter.", "shot", "reported"),
        ("The storm is forecast to reach the coast on Thursday.", "reach", "possible"),
    ],
)
def test_status_follows_modality_negation_and_source(text: str, head: str, status: str) -> None:
    """Plans, possibilities, denials and reports keep what they are."""
    assert heads(text)[head] == status
