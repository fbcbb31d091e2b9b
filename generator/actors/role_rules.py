"""All rules for roles, in the order in which they are asked."""

from __future__ import annotations

from generator.actors.role_before import BEFORE_RULES
from generator.actors.role_bodies import BODY_RULES
from generator.actors.role_commas import COMMA_RULES
from generator.actors.role_verbs import VERB_RULES

ROLE_RULES = (*BEFORE_RULES, *COMMA_RULES, *VERB_RULES, *BODY_RULES)
"""(name, function): what stands around a name -> where its roles stand."""
