"""What templates and the PDF see of one brief: plain values, every text ready to print, nothing null.

A text that nobody states is empty.
"""

from generator.render.shapes.brief import ActorView, AnswerView, BriefView, EventView, RoleView, SourceView, VoiceView
from generator.render.shapes.speech import (
    ClaimView,
    DisputeView,
    FigureView,
    OppositionView,
    QuoteView,
    SideView,
    SpeakerView,
)
from generator.render.shapes.words import Excerpt, NoticeView, Part, Places, Run, View, Words

__all__ = [
    "ActorView",
    "AnswerView",
    "BriefView",
    "ClaimView",
    "DisputeView",
    "EventView",
    "Excerpt",
    "FigureView",
    "NoticeView",
    "OppositionView",
    "Part",
    "Places",
    "QuoteView",
    "RoleView",
    "Run",
    "SideView",
    "SourceView",
    "SpeakerView",
    "View",
    "VoiceView",
    "Words",
]
