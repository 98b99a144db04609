"""Learning from contacts: which words led to which answer, and which ought to have.

What is learned is made of the contacts alone, by the rules of today, from the answers and names as they
are now: each contact adds its part in the transaction that logs it, and ``rebuild`` makes the same again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from frontdesk.domain.answer_use import Fact, MarkKind
from frontdesk.domain.contacts import Contact, Use
from frontdesk.domain.heard_words import all_names, heard, name_candidates, names_of, said_by
from frontdesk.domain.people import Person
from frontdesk.domain.segmentation import SEGMENTER_VERSION
from frontdesk.domain.thai_text import NORMALISER_VERSION, normalise
from frontdesk.services.repositories import Repositories, Storage

RULES = f"1.{NORMALISER_VERSION}.{SEGMENTER_VERSION}"
"""The rules of learning; what was learned by others is made anew. The first number is this module's."""

BATCH, MANY = 500, 5_000
"""Contacts learned from at once: in a transaction of a rebuild, while others want to write too, and where none do."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What deciding about words needs to know, read for many contacts at once."""

    said: Mapping[str, str]
    people: Mapping[str, Person]
    names: set[str]
    resets: Mapping[str, datetime]


def uses_of(contact: Contact) -> tuple[Use, ...]:
    """Return what led to each answer. Of contacts without that, only one answer with one query tells."""
    if contact.uses or len(contact.articles) != 1 or len(contact.queries) != 1:
        return contact.uses
    return (Use(contact.articles[0], contact.queries[0]),)


def learn(repos: Repositories, contacts: Sequence[Contact]) -> None:
    """Take in what contacts teach; those that are in already are passed over."""
    telling = [one for one in contacts if uses_of(one)]
    if not telling:
        return
    done = repos.answer_words.known([one.id for one in telling])
    fresh = [one for one in telling if one.id not in done]
    known = _look_up(repos, fresh)
    repos.answer_words.add(fact for one in fresh for fact in _facts(one, known))


def learn_all(repos: Repositories, contacts: Sequence[Contact]) -> None:
    """Take in every contact there is, in the transaction that added them."""
    for start in range(0, len(contacts), MANY):
        learn(repos, contacts[start : start + MANY])
    repos.answer_words.set_rules(RULES)


def rebuild(storage: Storage) -> None:
    """Learn everything anew from all contacts, some at a time; the desk may log others meanwhile."""
    with storage.write() as repos:
        repos.answer_words.set_rules("")
        repos.answer_words.clear()
    start: datetime | None = None
    while True:
        with storage.write() as repos:
            part = list(islice(repos.contacts.between(start, None), BATCH))
            learn(repos, part)
            if len(part) < BATCH:
                repos.answer_words.set_rules(RULES)
                return
        last = part[-1].at
        start = last if last != start else last + timedelta(microseconds=1)


def renew(storage: Storage) -> bool:
    """Learn everything anew if other rules made what is there; tell whether it was so."""
    with storage.read() as repos:
        current = repos.answer_words.rules() == RULES
    if not current:
        rebuild(storage)
    return not current


def _look_up(repos: Repositories, contacts: Sequence[Contact]) -> _Known:
    uses = [use for one in contacts for use in uses_of(one)]
    codes = {use.code for use in uses}
    candidates = {key for use in uses for text in (use.words, *use.missed) for key in name_candidates(text)}
    marks = repos.answer_words.marks(codes)
    return _Known(
        {code: said_by(article) for code, article in repos.articles.by_codes(codes).items()},
        repos.people.by_ids({one.person_id for one in contacts if one.person_id}),
        repos.answer_words.names_on_file(candidates),
        {mark.code: mark.at for mark in marks if mark.kind is MarkKind.RESET},
    )


def _facts(contact: Contact, known: _Known) -> Iterator[Fact]:
    """Yield what one contact teaches. An answer's own code teaches nothing: it is no caller's word."""
    person = known.people.get(contact.person_id)
    own = names_of(contact.person_name, *(all_names(person) if person else ()))
    for use in uses_of(contact):
        if use.code in known.said:
            yield from _words_used(contact, use, own, known)
            yield from _words_missed(contact, use, own, known)


def _words_used(contact: Contact, use: Use, own: Collection[str], known: _Known) -> Iterator[Fact]:
    reset = known.resets.get(use.code)
    if _is_code(use.words, use) or (reset and contact.at <= reset):
        return
    for word in heard(use.words, known.said[use.code], own, known.names).words:
        yield Fact(contact.id, use.code, word, contact.at)


def _words_missed(contact: Contact, use: Use, own: Collection[str], known: _Known) -> Iterator[Fact]:
    texts = {text for text in use.missed if not _is_code(text, use)}
    wholes = {heard(text, known.said[use.code], own, known.names).whole for text in texts}
    for whole in sorted(wholes - {"", " ".join(normalise(use.words).split())}):
        yield Fact(contact.id, use.code, whole, contact.at, missed=True)


def _is_code(text: str, use: Use) -> bool:
    return text.strip().casefold() == use.code.casefold()
