"""The words that report speech: tables of lemmas, nothing else.

Choose a row's place by what the word does in real articles: a verb is here if most of its clauses are somebody's words.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLAUSE_VERBS = _words(
    """
    accept accuse acknowledge add admit advise affirm allege announce answer argue assert assure aver boast caution
    charge claim clarify comment complain concede conclude confess confirm contend continue counter cry declare demand
    deny describe disclose elaborate emphasise emphasize estimate exclaim explain fear forecast foretell hint imply
    indicate inform insist joke lament maintain mention muse note object observe opine plead pledge point post predict
    proclaim promise protest quip quote reaffirm reason recall recount reiterate remark repeat reply report respond
    retort reveal say scoff shout signal specify speculate state stress suggest surmise swear tell testify threaten
    tweet underline underscore urge vow warn whisper wonder worry write
    """
)
"""Verbs whose clause (ccomp) is reported speech: "said that"."""

INFINITIVE_VERBS = _words(
    """
    agree ask beg call challenge decline demand encourage expect invite offer order pledge plead promise propose refuse
    request swear tell threaten urge vow warn
    """
)
"""Verbs whose infinitive is reported speech: "promised to"."""

QUOTE_VERBS = (
    CLAUSE_VERBS
    | INFINITIVE_VERBS
    | _words(
        """
    accuse applaud assail attack attribute begin believe blame blast brand call characterise characterize chant cite
    condemn credit criticise criticize decry defend denounce deride deem describe dismiss dub endorse entitle express
    go hail hold interject interrupt intone label liken mock mutter name offer open pen praise pray present
    question read rebuke refer reject resume salute scream show sing slam sneer speak start sum talk tease term
    thank think title vent voice yell
    """
    )
)
"""Verbs that, beside the ones above, have quoted words as object or complement: "called it", "referred to"."""

REPORT_NOUNS = _words(
    """
    accusation admission allegation announcement argument assertion assessment assurance charge claim comment complaint
    conclusion confession contention declaration denial estimate insistence observation pledge prediction promise
    remark report statement suggestion testimony threat vow warning
    """
)
"""Nouns whose clause is reported speech: "the claim that"."""

CHANNELS = _words(
    """
    address announcement bulletin blog brief briefing broadcast call column comment communique conference
    declaration dispatch editorial email essay filing instagram interview letter memo memoir message note op-ed
    podcast post release report speech statement telegram telegraph testimony text tweet twitter facebook video
    """
)
"""Nouns of the ways by which words reach a reporter: "in an interview"."""

DOCUMENTS = CHANNELS | _words(
    "account advisory affidavit communiqué complaint document indictment lawsuit notice study survey"
)
"""Nouns of things that are written by somebody: "a communique from the ministry" speaks for the ministry."""
