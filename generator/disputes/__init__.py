"""Figures about one thing that do not agree, each with its own speaker. Better none than a wrong one.

frames (what the sentence of a figure says of the things counted) -> finding (which of them cannot both be right).
Over the briefs of a story the same objections decide: generator/edition/story_disputes.py.
"""

from generator.disputes.finding import find_disputes
from generator.disputes.frames import with_frames
from generator.disputes.objections import bounds

__all__ = ["bounds", "find_disputes", "with_frames"]
