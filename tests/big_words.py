"""The words that made editions are put together from; all of it is invented."""
# ruff: noqa: E501

from __future__ import annotations

from generator.model import ClaimKind

PLACES = ("Strelsau", "Zenda", "Hentzau", "Tarlenheim", "Modenstein", "Hofbau", "Festenburg", "Luzau", "Ravensheim")
ROLES = ("Interior Minister", "mayor", "Opposition lawmaker", "police chief", "professor of law", "farmer", "engineer")
BODIES = ("Railways", "Water Board", "Institute", "Teachers' Union", "Shipping Company", "Museum", "Election Council")
THINGS = (
    ("bridge", "closed to carts after cracks were found in two of its piers"),
    ("ferry", "ran aground in thick fog a mile from the harbour"),
    ("dam", "let go so much water that three villages moved their cattle"),
    ("school", "opened after nine years of quarrels over its roof"),
    ("railway", "stood still while its signalmen asked for a day of rest"),
    ("market", "burned for one night and one morning"),
    ("court", "heard the case of the stolen crown without a single witness"),
    ("mine", "was flooded when a pump gave up on its lowest floor"),
    ("vote", "ended in a tie that the council broke by drawing straws"),
)  # fmt: skip
WORDS = (
    "We are not going to wait for another winter",
    "Nobody told us anything until the water was at the door",
    "The numbers on that list are not ours",
    "I have read every page of the report, and it says the opposite",
    "This town has been promised a doctor since my grandfather was a boy",
    "You can ask all you like; the ledger is closed",
    "It was a clear night and we heard it twice",
)
TOLD = (
    "that the money had been set aside a year ago",
    "that nobody in the valley was asked before the work began",
    "that the second count would take another week",
    "that the old contract no longer binds anybody",
)
CUES = (
    ("said", "say", "say"),
    ("asked", "ask", "ask"),
    ("warned", "warn", "warn"),
    ("denied", "deny", "deny"),
    ("admitted", "admit", "admit"),
)
CLAIMS: tuple[tuple[ClaimKind, str], ...] = (
    ("without_evidence", "without offering evidence"),
    ("unverified", "could not be verified"),
    ("alleged", "allegedly"),
    ("denied", "denied"),
    ("unclear", "it was unclear whether"),
)
FILLERS = (
    "People stood along the road with their hats in their hands, and the bakers brought what they had left from the morning.",
    "The matter has been before the council four times, and each time it was put off because a page of the minutes was missing.",
    "Rain fell for most of the week; the river carried planks, hay and at one point a whole henhouse past the town hall.",
    "Visitors are asked to come by the upper gate until the lower one has been mended and painted, which may take until autumn.",
    "In the reading room the old maps were spread over six tables, and everybody had a finger on a different line.",
)
AGENCIES = (
    ("Ruritanian Press Agency", "agency"),
    ("Elphberg Wire", "agency"),
    ("Associated Press", "agency"),
    ("Hentzau Courier", "outlet"),
    ("Black River Gazette", "outlet"),
    ("Zenda Radio", "outlet"),
)
BEFORE = ("", "Questions After ", "Second Night at ", "What Is Known of ")
SINCE = (
    "",
    ", and nobody has slept since",
    ", and the council sat all night",
    ", and the papers of the town count the days",
)
"""What the first and each later article on an affair puts before its headline, and behind its first sentence."""
OUTLETS = ("Strelsau Desk", "River Post", "Hentzau Courier", None)
