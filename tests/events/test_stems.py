"""The verb of a form, where the lemmatizer gives its ending cut off or nothing at all."""

from __future__ import annotations

import pytest

from timeline.events.lexicon import verb_of

_FORMS = """
abandoned abandon; annihilated annihilate; arranged arrange; banging bang; barred bar; belonging belong;
besieged besiege; blamed blame; buried bury; camped camp; captured capture; carved carve; catalogued catalogue;
challenged challenge; cheated cheat; cleared clear; clinging cling; closed close; coaxed coax; collided collide;
combined combine; concealed conceal; consolidated consolidate; cooled cool; coupled couple; crippled cripple;
crumbled crumble; danced dance; dazzled dazzle; dealing deal; debated debate; declined decline; denied deny;
deteriorated deteriorate; determined determine; developed develop; devoted devote; dialogued dialogue;
disintegrated disintegrate; divided divide; downed down; drizzled drizzle; drowned drown; dumped dump;
dwindled dwindle; echoed echo; eloped elope; equipped equip; exiled exile; fawned fawn; feared fear; feeding feed;
fixed fix; fled flee; fleeing flee; floated float; freed free; fueled fuel; gossiped gossip; handled handle;
hanging hang; hemorrhaging hemorrhage; ignored ignore; injured injure; inspired inspire; interfered interfere;
jogged jog; juggled juggle; kidnapped kidnap; leaped leap; loathed loathe; noted note; notified notify;
occupied occupy; outvoted outvote; patrolled patrol; pawned pawn; peddled peddle; permitted permit; plagued plague;
plunged plunge; poled pole; profiled profile; proposed propose; raided raid; ratified ratify; reduced reduce;
rekindled rekindle; released release; repealed repeal; rescued rescue; restored restore; rewarded reward; risen rise;
saddled saddle; scheduled schedule; secured secure; seeing see; seeped seep; seized seize; served serve;
settled settle; shelved shelve; singeing singe; slammed slam; smeared smear; sowing sow; sprinkled sprinkle;
stared stare; stealing steal; strangled strangle; submitted submit; summoned summon; tamed tame; tangled tangle;
taped tape; toiled toil; torpedoed torpedo; toured tour; trained train; trampled trample; treated treat;
unchanged unchange; valued value; vetoed veto; walloped wallop; washed wash; wiped wipe; worshipped worship;
yawned yawn
"""


@pytest.mark.parametrize(("form", "verb"), [row.split() for row in _FORMS.replace("\n", " ").split(";")])
def test_every_form_is_known_by_its_verb(form: str, verb: str) -> None:
    """Whether the lemmatizer hands over the verb or the form without its ending, it is the same verb."""
    cut = form[:-3] if form.endswith("ing") else form.removesuffix("ed")
    assert {verb_of(form, guess) for guess in (verb, cut)} == {verb}
