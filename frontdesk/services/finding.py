"""One box over everything: answers, people and past contacts for the same words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.contacts import ContactMatch
from frontdesk.domain.finding import Found
from frontdesk.domain.numbers import digits_of, looks_like_number
from frontdesk.domain.thai_text import normalise
from frontdesk.services.answering import Answering
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.ports import AnswerIndex, Storage

PEOPLE_SHOWN = 8
CONTACTS_SHOWN = 4
SHORTEST_CONTACT_QUERY = 3
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ -](?=\d)")


@dataclass(frozen=True, slots=True)
class Finder:
    """What the search process holds. It only ever reads the database."""

    storage: Storage
    index: AnswerIndex
    answering: Answering
    people: PeopleLookup
    release: Callable[[], None]

    def find(self, text: str, limit: int = 12) -> Found:
        """Look everywhere for a text."""
        answers = self.answering.search(text, limit)
        if looks_like_number(text):
            answers = replace(answers, answers=with_digits(answers.answers, digits_of(text)))
        people = self.people.find(text, PEOPLE_SHOWN)
        return Found(text, answers, people, self._contacts(text))

    def catch_up(self) -> bool:
        """Take in changes of answers, and make ready for changed people before somebody asks."""
        changed = self.index.catch_up()
        self.people.prepare()
        return changed

    def close(self) -> None:
        self.index.close()
        self.release()

    def _contacts(self, text: str) -> tuple[ContactMatch, ...]:
        words = tuple(dict.fromkeys(normalise(text).split()))
        if sum(map(len, words)) < SHORTEST_CONTACT_QUERY:
            return ()
        with self.storage.read() as repos:
            found = repos.contacts.containing(words, CONTACTS_SHOWN)
        return tuple(ContactMatch(contact, words) for contact in found)


def with_digits(answers: tuple[Answer, ...], digits: str) -> tuple[Answer, ...]:
    """Keep the answers in which a number stands: nothing is near to a number but the number itself."""
    return tuple(answer for answer in answers if any(digits in text for text in _texts(answer.article)))


def _texts(article: Article) -> Iterator[str]:
    """Give everything that is searched, numbers without their hyphens and spaces."""
    texts = (article.title, article.title_en, article.say, article.say_en, article.body, article.body_en)
    for text in (article.code, *article.keywords, *texts):
        yield _BETWEEN_DIGITS.sub("", normalise(text))
