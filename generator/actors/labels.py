"""What a find is: its tokens, and the label that tells who acts from what does not."""

from __future__ import annotations

from typing import Literal

Label = Literal["person", "organization", "place", "group", "other"]
"""A kind of actor, or why it is none: "group" is a people or a faith, "other" a product, an event, a law, a work."""

LABELS: dict[str, Label] = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "EVENT": "other", "LAW": "other", "PRODUCT": "other", "WORK_OF_ART": "other", "LANGUAGE": "other",
}  # fmt: skip
"""What the labels of the model mean; the rest are no names."""

Find = tuple[int, int, Label]
"""First token, token after the last, label."""

LONGEST = 12
"""Tokens; what is longer is a list or a sentence, not a name."""
