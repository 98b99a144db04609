"""How well somebody is known, in words, and why."""

from frontdesk.domain.segments import Standing
from frontdesk.ui.words import Words


def why(words: Words, standing: Standing) -> str:
    """Say what decided the segment, and where its rules are."""
    ground = words(f"people.why_{standing.ground.value}", count=f"{standing.count:,}")
    return words("people.segment_why", segment=words(f"desk.segment_{standing.segment.value}"), why=ground)
