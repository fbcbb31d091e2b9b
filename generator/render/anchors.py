"""Anchors of the lines of one page."""

from __future__ import annotations


class Anchors:
    """Gives each line an id of its own: the first that asks for one gets it, another gets it with a number behind.

    >>> anchors = Anchors()
    >>> [anchors(name) for name in ("role-3-9", "role-3-9", "q1")]
    ['role-3-9', 'role-3-9-2', 'q1']
    """

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def __call__(self, wanted: str) -> str:
        times = self._taken[wanted] = self._taken.get(wanted, 0) + 1
        return wanted if times == 1 else self(f"{wanted}-{times}")
