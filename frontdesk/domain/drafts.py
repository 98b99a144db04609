"""A contact that has begun and is not logged yet. Saved while it is typed, so nothing is lost."""

from dataclasses import dataclass, replace
from datetime import datetime

from .contacts import Channel, Contact, Feedback, Outcome, Use
from .gaps import Gap
from .ids import new_id
from .national_id import masked, national_ids
from .transfers import Transfer

MOST_MISSED, LONGEST_MISSED = 5, 80
"""How many words tried in vain are kept for one answer, and how many letters of each."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The state of one open contact; ``staff`` is the id of the one it belongs to (UTC times).

    ``tried`` are the words in the box at their longest, ``missed`` those given up since an answer was used.
    ``continues`` is the id of the contact that broke off and is taken up again here. ``transfer`` and ``gap`` are
    what was filled in right before the contact ends.
    """

    id: str
    started_at: datetime
    staff: str
    channel: Channel = Channel.PHONE
    query: str = ""
    number: str = ""
    person_id: str = ""
    topic: str = ""
    topic_typed: bool = False
    note: str = ""
    articles: tuple[str, ...] = ()
    queries: tuple[str, ...] = ()
    unanswered: bool = False
    flagged: tuple[str, ...] = ()
    feedback: Feedback | None = None
    answered_at: datetime | None = None
    updated_at: datetime | None = None
    uses: tuple[Use, ...] = ()
    tried: str = ""
    missed: tuple[str, ...] = ()
    continues: str = ""
    transfer: Transfer | None = None
    gap: Gap | None = None

    @property
    def blank(self) -> bool:
        """Tell whether nothing worth keeping has been entered."""
        kept = (self.query, self.number, self.person_id, self.topic, self.note, self.articles)
        return not any(kept)


def begin(staff: str, at: datetime, channel: Channel = Channel.PHONE) -> Draft:
    """Start a contact for one member of staff."""
    return Draft(new_id(), at, staff, channel)


def typed(draft: Draft, text: str) -> Draft:
    """Put words into the box. Words wiped out of it, or replaced by quite other ones, were tried in vain."""
    if text[:1] and text[:1] == draft.query[:1]:
        grown = len(text) > len(draft.query)
        return replace(draft, query=text, tried=text.strip() if grown else draft.tried)
    given_up = draft.tried[:LONGEST_MISSED]
    known = draft.missed if not given_up or given_up in draft.missed else (*draft.missed, given_up)
    return replace(draft, query=text, tried=text.strip(), missed=known[-MOST_MISSED:])


def chosen(draft: Draft) -> Draft:
    """Note that the words in the box led to something: they were not typed in vain."""
    return replace(draft, tried="")


def searched(draft: Draft, query: str) -> Draft:
    """Remember words that led to a choice; repeated words are kept once, in order."""
    words = query.strip()
    if not words or words in draft.queries:
        return draft
    return replace(draft, queries=(*draft.queries, words))


def used(draft: Draft, code: str, title: str, at: datetime, meant: str = "") -> Draft:
    """Make an answer part of the contact; the first one names the topic unless it was typed.

    ``meant`` is what the words in the box were understood as, where that is not what stands there.
    """
    topic = draft.topic if draft.topic or draft.topic_typed else title
    if code in draft.articles:
        return replace(searched(chosen(draft), draft.query), topic=topic, missed=())
    use = Use(code, (meant or draft.query).strip(), draft.missed)
    return replace(
        searched(chosen(draft), draft.query),
        articles=(*draft.articles, code),
        topic=topic,
        answered_at=draft.answered_at or at,
        uses=(*draft.uses, use) if use.words or use.missed else draft.uses,
        missed=(),
    )


def taken_up(draft: Draft, dropped: Contact) -> Draft:
    """Go on where a contact broke off: all that was typed and used then is here again, beside what is new."""
    apart = [use for use in dropped.uses if use.code not in draft.articles]
    return replace(
        chosen(draft),
        query=draft.query or next(reversed(dropped.queries), ""),
        number=draft.number or dropped.number,
        person_id=draft.person_id or dropped.person_id,
        topic=draft.topic or dropped.topic,
        note=" · ".join(dict.fromkeys(filter(None, (dropped.note, draft.note)))),
        articles=tuple(dict.fromkeys((*dropped.articles, *draft.articles))),
        queries=tuple(dict.fromkeys((*dropped.queries, *draft.queries))),
        unanswered=draft.unanswered or dropped.unanswered,
        answered_at=draft.answered_at,
        uses=(*apart, *draft.uses),
        continues=dropped.id,
    )


def flagged(draft: Draft, code: str) -> Draft:
    """Mark an answer as wrong or old; a second mark takes it back."""
    rest = tuple(c for c in draft.flagged if c != code)
    return replace(draft, flagged=rest if code in draft.flagged else (*draft.flagged, code))


def could_not_answer(draft: Draft) -> Draft:
    """Note that the desk had no answer, with the words that were searched; again takes it back."""
    return replace(searched(draft, draft.query), unanswered=not draft.unanswered)


def holds_national_id(draft: Draft) -> bool:
    """Tell whether a national ID stands in anything that was typed."""
    return any(national_ids(text) for text in (draft.query, draft.topic, draft.note, *draft.queries))


def without_national_ids(draft: Draft) -> Draft:
    """Mask every national ID in what was typed, in words that were searched too."""
    return replace(
        draft,
        query=masked(draft.query),
        topic=masked(draft.topic),
        note=masked(draft.note),
        queries=tuple(map(masked, draft.queries)),
        tried=masked(draft.tried),
        missed=tuple(map(masked, draft.missed)),
        uses=tuple(replace(use, words=masked(use.words), missed=tuple(map(masked, use.missed))) for use in draft.uses),
    )


def finished(draft: Draft, outcome: Outcome, at: datetime) -> Contact:
    """Turn the draft into the contact it became. The draft's id becomes the contact's id,
    so that logging twice after an unknown outcome writes one row."""
    last = searched(draft, draft.query)
    return Contact(
        id=draft.id,
        at=at,
        started_at=draft.started_at,
        channel=draft.channel,
        outcome=outcome,
        staff=draft.staff,
        number=draft.number,
        person_id=draft.person_id,
        topic=draft.topic,
        note=draft.note,
        articles=draft.articles,
        queries=last.queries,
        unanswered=draft.unanswered,
        flagged=draft.flagged,
        feedback=draft.feedback,
        answered_at=draft.answered_at,
        uses=draft.uses,
        transfer=draft.transfer if outcome is Outcome.TRANSFERRED else None,
        gap=draft.gap if draft.unanswered else None,
    )
