"""Everything that newsbrief raises on purpose.

    BriefError                 base; click prints its message as one line and exits with 1
     +- SeedError              one seed gives no brief; a build goes on without it
     |   +- SkippedSeed        the file is in order but holds no article (empty, no_body, language, hold, ...)
     |   +- BrokenSeed         the file cannot be read as it should (binary, undecodable, too_large, parse, ...)
     +- SettingsError          brief.toml has a key or a value that it may not have
     +- MissingPackage         an optional package is not installed; the message holds the install line
     +- BuildError             the site or a PDF could not be made
     +- VerifyError            a brief and its article do not fit together

A message says what is wrong, where, and what to do next.
"""

from __future__ import annotations

import click


class BriefError(click.ClickException):
    """Base of all errors of this project; `code` is a short stable word for programs."""

    code: str = "error"


class SeedError(BriefError):
    """A seed that gives no brief."""

    def __init__(self, code: str, message: str, name: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.name = name


class SkippedSeed(SeedError):
    """A readable file that holds no article; codes: empty, no_body, language, not_a_file, hold, duplicate, hidden."""


class BrokenSeed(SeedError):
    """A file that cannot be read; codes: binary, undecodable, too_large, unsupported, parse, unreadable."""


class SettingsError(BriefError):
    """brief.toml is wrong."""

    code = "settings"


class MissingPackage(BriefError):
    """An optional package is missing."""

    code = "missing_package"


class BuildError(BriefError):
    """A site, an index or a PDF could not be made."""

    code = "build"


class VerifyError(BriefError):
    """A brief does not fit its article."""

    code = "verify"
