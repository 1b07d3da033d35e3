"""
The same event told by several articles.

`groups` finds such events in a derived timeline, `together` shows each group once, `disagreements` names those that
only a contradiction keeps apart. All three are pure: a group is split by naming its pairs `apart`.
"""

from __future__ import annotations

from timeline.reasoning.retelling.disagreement import Disagreement, disagreements
from timeline.reasoning.retelling.group import Group, Source
from timeline.reasoning.retelling.groups import Grouping, groups
from timeline.reasoning.retelling.together import together

RULES = 1
"""The number of the rules by which events are one: one higher with every change of what is found."""

__all__ = ["RULES", "Disagreement", "Group", "Grouping", "Source", "disagreements", "groups", "together"]
