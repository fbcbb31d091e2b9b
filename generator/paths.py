"""Where the files lie that ship beside the code."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def templates() -> Path:
    """The folder of the templates: inside the package when installed, beside it in a checkout."""
    shipped = PACKAGE / "templates"
    return shipped if shipped.is_dir() else PACKAGE.parent / "templates"
