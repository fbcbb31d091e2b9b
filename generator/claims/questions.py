"""What the article says is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from generator.claims.context import Context, Marked, Row
from generator.claims.grammar import is_negated, negation, subject
from generator.claims.scope import clause_from, own_clause, phrase
from generator.clauses import Span, clause_span, trimmed_span
from generator.words import word_list

if TYPE_CHECKING:
    from generator.nlp import Token

_OPEN = frozenset({"unclear", "unknown", "undetermined"})
#: With a "not" before them.
_SETTLED = frozenset({"clear", "known", "certain", "sure"})
#: Of a person these tell a state of mind: "The duke, uncertain how she would look".
_PERSONAL = frozenset({"uncertain", "unsure", "certain", "sure"})
_DETERMINING = frozenset({"determine", "establish", "ascertain"})
_DETERMINED = frozenset({"determined", "ascertained"})
_INTERROGATIVE = frozenset({"whether", "if", "how", "what", "who", "whom", "whose", "why", "when", "where", "which"})
#: What may stand between "unclear" and its question: "not clear for sure exactly why".
_FILLERS = frozenset({
    "exactly", "yet", "precisely", "immediately", "just", "even", "still", "publicly", "now", "for", "sure", "at", "on",
    "this", "point", "first",
})  # fmt: skip
#: How many words may name those to whom it is unclear.
_FEW = 6
_BEING = frozenset({"be", "remain", "become", "stay", "know", "make"})
_TELLING = frozenset({"tell", "say", "know", "determine", "establish"})
_NOBODY = frozenset({"nobody", "one", "none"})
_HARD = frozenset({"hard", "difficult", "impossible", "unable"})


def _open_question(context: Context, word: Token) -> Iterator[Marked]:
    """ "It was not immediately clear who fired." "Police are unsure who fired." """
    denied = negation(word) if word.lower_ in _SETTLED else word
    if denied is None or not _is_nobodys(word):
        return
    marker = trimmed_span(context.passage, denied.i, word.i + 1)
    question = _question(context, word)
    if marker is not None and question is not None:
        yield Marked(question, marker, "unclear", source=_seeker(context, word))


def _open_thing(context: Context, word: Token) -> Iterator[Marked]:
    """ "The cause of the fire was not immediately known." "The cause has not been determined." """
    denied = word if word.lower_ in _OPEN else negation(word)
    verb = _verb(word)
    thing = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if denied is None or thing is None or thing.pos_ not in ("NOUN", "PROPN"):
        return
    if verb.lemma_.lower() not in _BEING | _DETERMINING or (word.lower_ in _DETERMINED and word.pos_ != "VERB"):
        return
    whose = any(child.lower_ == "whose" for child in thing.lefts)
    claim = own_clause(context, verb) if whose else clause_span(context.passage, thing)
    marker = trimmed_span(context.passage, denied.i, word.i + 1)
    if claim is not None and marker is not None:
        yield Marked(claim, marker, "unclear")


def _undetermined(context: Context, verb: Token) -> Iterator[Marked]:
    """ "Police have not established how the fire began." """
    denied = negation(verb)
    asked = _asked(verb.rights)
    claim = clause_span(context.passage, asked) if denied is not None and asked is not None else None
    marker = trimmed_span(context.passage, denied.i, verb.i + 1) if denied is not None else None
    if claim is not None and marker is not None:
        yield Marked(claim, marker, "unclear", source=_seeker(context, verb))


def _nobody_knows(context: Context, verb: Token) -> Iterator[Marked]:
    """ "Police do not know who fired." "Nobody knows why." Not: "She did not know who fired." """
    who = subject(verb)
    if who is None or verb.pos_ != "VERB" or not is_negated(verb):
        return
    if not (_seeks(who) or who.lower_ in _NOBODY) or (who.pos_ == "PRON" and _is_past(verb)):
        return
    first = _behind_fillers(context, verb)
    claim = clause_from(context, first) if _opens_question(context, first) else None
    denied = negation(verb) or verb
    marker = trimmed_span(context.passage, denied.i, verb.i + 1)
    if claim is not None and marker is not None:
        yield Marked(claim, marker, "unclear", source=_seeker(context, verb))


def _mystery(context: Context, word: Token) -> Iterator[Marked]:
    """ "How the fire began remains a mystery." """
    thing = next((child for child in word.head.lefts if child.dep_ in ("nsubj", "csubj")), None)
    if word.dep_ != "attr" or word.head.lemma_.lower() not in _BEING or thing is None or thing.pos_ == "PRON":
        return
    claim = clause_span(context.passage, thing)
    if claim is not None:
        yield Marked(claim, context.passage.token(word), "unclear")


def _hard_to_tell(context: Context, word: Token) -> Iterator[Marked]:
    """ "It is hard to tell who fired." "Who fired is hard to tell." """
    clauses = [*word.rights, *word.head.rights]
    verb = next((child for child in clauses if child.i > word.i and child.lemma_.lower() in _TELLING), None)
    asked = _asked([*verb.rights, *word.head.lefts]) if verb is not None else None
    claim = clause_span(context.passage, asked) if asked is not None else None
    marker = trimmed_span(context.passage, word.i, verb.i + 1) if verb is not None else None
    if claim is not None and marker is not None:
        yield Marked(claim, marker, "unclear")


RULES: tuple[Row, ...] = (
    ("unclear", _OPEN | _PERSONAL | _SETTLED, _open_question),
    ("unclear-thing", _OPEN | _DETERMINED | {"clear", "known"}, _open_thing),
    ("undetermined", _DETERMINING, _undetermined),
    ("nobody-knows", frozenset({"know"}), _nobody_knows),
    ("mystery", frozenset({"mystery"}), _mystery),
    ("hard-to-tell", _HARD, _hard_to_tell),
)


# ---------------------------------------------------------------- what is asked, and by whom


def _question(context: Context, word: Token) -> Span | None:
    """The clause that is not known: behind the word, behind "what is unclear is", or before its verb."""
    doc, last = context.passage.doc, context.sentence.end
    first = _behind_fillers(context, word)
    if first < last and doc[first].lower_ == "to":
        # "It is unclear to the court who fired."
        first = next((word.i for word in doc[first : min(first + _FEW, last)] if word.lower_ in _INTERROGATIVE), first)
    if first < last and doc[first].lemma_.lower() == "be" and _opens_question(context, first + 1):
        first += 1
    if _opens_question(context, first) or (first < last and doc[first].lower_ == "that"):
        return clause_from(context, first)
    verb = _verb(word)
    asked = _asked(child for child in verb.children if child.dep_ != "advcl")
    if asked is None and word.lower_ == "clear":
        # "It is not clear the bridge can be saved."
        clauses = [child for child in (*verb.rights, *word.rights) if child.dep_ == "ccomp" and child.i > word.i]
        asked = clauses[0] if clauses else None
    return clause_span(context.passage, asked) if asked is not None else None


def _behind_fillers(context: Context, word: Token) -> int:
    first = word.i + 1
    while first < context.sentence.end and word.doc[first].lower_ in _FILLERS:
        first += 1
    return int(first)


def _opens_question(context: Context, first: int) -> bool:
    """ "who", "in which"."""
    if first + 1 >= context.sentence.end:
        return first < context.sentence.end and context.passage.doc[first].lower_ in _INTERROGATIVE
    word, following = context.passage.doc[first], context.passage.doc[first + 1]
    return (following if word.pos_ == "ADP" else word).lower_ in _INTERROGATIVE


def _asked(clauses: Iterable[Token]) -> Token | None:
    """The first clause that opens with a question."""
    kinds = ("csubj", "csubjpass", "ccomp", "advcl")
    return next((one for one in clauses if one.dep_ in kinds and one.left_edge.lower_ in _INTERROGATIVE), None)


def _verb(word: Token) -> Token:
    """What a word is said with: "is | clear", "is | far from clear"."""
    if word.head.lower_ == "from" and word.head.head.lower_ == "far":
        return word.head.head.head
    return word.head if word.dep_ == "acomp" else word


def _is_nobodys(word: Token) -> bool:
    """True where the article itself does not know, or those who should find out do not."""
    who = subject(_verb(word)) if word.lower_ in _PERSONAL else word
    return who is not None and (who is word or who.lower_ == "it" or _seeks(who))


def _seeks(who: Token) -> bool:
    """ "police", "investigators", "they": a person by name tells only of herself."""
    return bool(who.lower_ == "they" or who.lemma_.lower() in word_list("investigators"))


def _is_past(verb: Token) -> bool:
    return bool(verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in verb.lefts))


def _seeker(context: Context, word: Token) -> Span | None:
    """Who does not know, unless somebody else tells it."""
    who, at = subject(_verb(word)), context.passage.token(word)[0]
    if who is None or not _seeks(who) or any(item.content[0] <= at < item.content[1] for item in context.reported):
        return None
    return phrase(context, who)
