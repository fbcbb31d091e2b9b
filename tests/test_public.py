"""The public names."""

import generator


def test_public_names_are_pinned() -> None:
    assert generator.__all__ == ["Brief", "BriefError", "Briefer", "Edition", "Settings"]


def test_brief_keeps_the_text(briefer: generator.Briefer) -> None:
    text = "Bridge Closes In Strelsau\n\nThe ministry said on Monday that the bridge over the river would close for repairs.\n"
    assert briefer.brief(text).text == text
