"""Articles of our own for the browser: a story without any date, and one that contradicts itself."""

from __future__ import annotations

UNDATED = """The night of the bell

Marta Kolb opened the bakery after the snow had stopped. The mayor came in and asked for the key to the tower.
Marta refused him the key. After the mayor left, Anton climbed the tower and found the bell cracked. The village
council met after Anton told the teacher about the bell. The bishop sent a new bell after he read the letter.
"""

CONTRARY = """Harbour days

The fair opened in May 2020, before the harbour closed in March 2019. The pilots sailed on 14 September 2024.
An inquiry began two days later.
"""

TWO_DAYS = """Published: 12 August 2024

The old bridge collapsed on Friday. The mayor resigned on Saturday.

Published: 20 September 2024
"""
