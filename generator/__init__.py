"""newsbrief: news articles into briefings that can be checked.

    from generator import Briefer
    brief = Briefer().brief_file("seeds/strikes.txt")

Names load when they are first used, so that `brief --help` waits for none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.briefer import Briefer
    from generator.config import Settings
    from generator.errors import BriefError
    from generator.model import Brief, Edition

__all__ = ["Brief", "BriefError", "Briefer", "Edition", "Settings"]

_ROOMS = {
    "Brief": "generator.model",
    "BriefError": "generator.errors",
    "Briefer": "generator.briefer",
    "Edition": "generator.model",
    "Settings": "generator.config",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module 'generator' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
