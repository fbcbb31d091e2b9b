"""The public names."""

import generator


def test_public_names_are_pinned() -> None:
    assert generator.__all__ == ["Brief", "BriefError", "Briefer", "Edition", "Settings"]


def test_brief_keeps_the_text(briefer: generator.Briefer) -> None:
    text = "Bridge Closes In Orvana\n\nThe ministry said on Monday that the bridge would close for repairs.\n"
    assert briefer.brief(text).text == text
