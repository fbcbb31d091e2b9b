"""newsbrief: news articles into briefings that can be checked."""

from generator.briefer import Briefer
from generator.config import Settings
from generator.errors import BriefError
from generator.model import Brief, Edition

__all__ = ["Brief", "BriefError", "Briefer", "Edition", "Settings"]
