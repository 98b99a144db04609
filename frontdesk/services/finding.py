"""One box over everything: answers, people and past contacts for the same words."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.contacts import ContactMatch
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.numbers import digits_of, looks_like_number
from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.domain.segmentation import words
from frontdesk.domain.thai_text import normalise
from frontdesk.services.answering import Answering
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.services.ports import AnswerIndex
from frontdesk.services.repositories import Storage

PEOPLE_SHOWN = 8
CONTACTS_SHOWN = 4
SHORT_WORD = 2
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

    def find(self, question: Question) -> Found:
        """Look everywhere for a text."""
        answers = self.answering.search(question.text, question.limit, literal=question.literal)
        text = self.answering.narrowed(question.text).text
        if looks_like_number(text):
            answers = replace(answers, answers=with_digits(answers.answers, digits_of(text)))
        people = self.people.find(text, PEOPLE_SHOWN)
        if is_name(text, people.people):
            answers = replace(answers, answers=with_words(answers.answers, answers.understood or text))
        contacts = self._contacts(text)
        if question.text.strip() and answers.ready and not (answers.answers or people.people or contacts):
            answers = replace(answers, answers=self.answering.usual(question.limit), near=True)
        return Found(question.text, answers, people, contacts)

    def catch_up(self) -> bool:
        """Take in changes of answers, and make ready for changed people before somebody asks."""
        first = not self.people.prepared
        self.people.prepare()
        return self.index.catch_up() or first

    def close(self) -> None:
        self.index.close()
        self.release()

    def _contacts(self, text: str) -> tuple[ContactMatch, ...]:
        parts = tuple(dict.fromkeys(normalise(text).split()))
        if sum(map(len, parts)) < SHORTEST_CONTACT_QUERY:
            return ()
        with self.storage.read() as repos:
            found = repos.contacts.containing(parts, CONTACTS_SHOWN)
        return tuple(ContactMatch(contact, parts) for contact in found)


def with_digits(answers: tuple[Answer, ...], digits: str) -> tuple[Answer, ...]:
    """Keep the answers in which a number stands: nothing is near to a number but the number itself."""
    return tuple(answer for answer in answers if any(digits in text for text in _texts(answer.article)))


def is_name(text: str, people: tuple[PersonMatch, ...]) -> bool:
    """Tell whether somebody is called so: for certain, or first and family name both come near."""
    if not people or people[0].reason is MatchReason.ON_CARD:
        return False
    return not people[0].guess or len(text.split()) > 1


def with_words(answers: tuple[Answer, ...], text: str) -> tuple[Answer, ...]:
    """Keep the answers in which at least half of the words stand: the rest is only near to a name."""
    asked = words(normalise(text))
    telling = [word for word in asked if len(word) > SHORT_WORD] or asked
    return tuple(answer for answer in answers if 2 * _held(answer.article, telling) >= len(telling))


def _held(article: Article, telling: Sequence[str]) -> int:
    said = "\n".join(_searched(article))
    return sum(word in said for word in telling)


def _texts(article: Article) -> Iterator[str]:
    """Give everything that is searched, numbers without their hyphens and spaces."""
    return (_BETWEEN_DIGITS.sub("", text) for text in _searched(article))


def _searched(article: Article) -> Iterator[str]:
    texts = (article.title, article.title_en, article.say, article.say_en, article.body, article.body_en)
    return map(normalise, (article.code, *article.keywords, *texts))
