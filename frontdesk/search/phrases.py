"""What was typed in quotation marks comes first where an answer has it word for word."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from frontdesk.domain.phrases import holds

from .lookup.arrays import distinct
from .lookup.impacts import Scores
from .lookup.trigrams import LayeredTrigrams, codes_of
from .ranking import Candidate


def add_wish(scores: Scores, phrases: Sequence[str], trigrams: LayeredTrigrams) -> None:
    """Raise what has the letters of the phrases, so that it is among the candidates."""
    if not phrases or not len(scores):
        return
    letters = distinct(np.concatenate([codes_of(phrase)[1:-1] for phrase in phrases]))
    held = np.zeros(len(scores), dtype=np.float32)
    trigrams.add_scores(held, letters, 1.0)
    if (most := float(held.max())) > 0:
        scores += held * np.float32(float(scores.max()) / most)


def holders_first(phrases: Sequence[str], ordered: list[Candidate]) -> list[Candidate]:
    """Put the candidates that have every phrase above the others, else leave the order as it is."""
    if not phrases or not ordered:
        return ordered
    above = max(candidate.score for candidate in ordered)
    raised = [
        replace(one, score=one.score + above) if all(holds(one.text, phrase) for phrase in phrases) else one
        for one in ordered
    ]
    return sorted(raised, key=lambda one: -one.score)
