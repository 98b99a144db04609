"""What of a caller's words may be kept with an answer: whatever could tell who called is left out.

Left out are e-mail addresses, numbers of four digits or more, licence plates, the names of the contact's own
person, names on file, and what follows a title like คุณ; and what tells nothing: words of talk like ได้ไหม,
and what narrows a search (#ทะเบียน). A name on file and a plate-like code (ทร14) are kept where they stand
in the answer itself: there they are ordinary words. Words that stand in no answer at all are kept: what
callers say and no answer knows is worth most.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from .articles import Article
from .common_words import commonness
from .names import name_key
from .people import Person
from .segmentation import words
from .thai_text import normalise

LONGEST = 200
"""Letters of a text that are looked at; nobody types more into the box."""

LONGEST_NAME = 4
"""Words that one name on file may be cut into."""

COMMON = 2_000
"""Times among a million words from which on a word says nothing about a matter."""

_NARROWING = re.compile(r"(?<!\S)[#@]\S*")
_ADDRESS = re.compile(r"\S*@\S*")
_DIGITS = re.compile(r"\d(?:[\s.\-/]*\d){3,}")
_PLATE = re.compile(r"(?<![ก-๎\w])(?:\d[ก-ฮ]{1,3}[\s-]?\d{1,4}|[ก-ฮ]{1,3}[\s-]?\d{3,4}|[ก-ฮ]{2,3}-?\d{1,2})(?![\w/])")
"""With a space before one or two digits it is rather a count: รถ 3 คัน."""
_BETWEEN = re.compile(r"[\s.\-'\"_,()/·]+")
_PLAIN = re.compile("[a-z0-9ก-๎]*")
_TITLES = frozenset(("คุณ", "นาย", "นาง", "นางสาว", "น้อง", "พี่", "ป้า", "ลุง", "เด็กชาย", "เด็กหญิง"))
_LATIN_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mister", "khun"))
_HOLE = "\x00"
"""Stands where something was taken out."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is left of a text: its words in order, and the whole if nothing was left out, else nothing."""

    words: tuple[str, ...] = ()
    whole: str = ""


def said_by(article: Article) -> str:
    """Return everything that stands in an answer, normalised."""
    texts = (article.title, article.title_en, *article.keywords, article.say, article.say_en)
    return normalise("\n".join((*texts, article.body, article.body_en)))


def telling_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that may tell what it is about, each once."""
    return _telling(_cut(_plain(text)))


def names_of(*called: str) -> frozenset[str]:
    """Return the keys of the parts of everything that somebody is called."""
    return frozenset(filter(None, _BETWEEN.split(normalise("\n".join(called)))))


def all_names(person: Person) -> tuple[str, ...]:
    """Return everything that a person is called."""
    return (person.given_name, person.family_name, person.nickname, person.romanised, *person.aliases)


def name_candidates(text: str) -> set[str]:
    """Return the keys under which names in a text would be on file."""
    found = _cut(_plain(text))
    runs = (found[at : at + n] for at in range(len(found)) for n in range(1, LONGEST_NAME + 1))
    return {_key("".join(run)) for run in runs}


def heard(text: str, said: str, own: Collection[str] = (), on_file: Collection[str] = ()) -> Heard:
    """Keep what may be kept of a text that led to an answer.

    ``said`` is what stands in the answer, ``own`` and ``on_file`` are keys of names.
    """
    plain = _plain(text)
    masked = _PLATE.sub(lambda plate: plate[0] if _stands(plate[0], said) else _HOLE, _ADDRESS.sub(_HOLE, plain))
    masked = _DIGITS.sub(_HOLE, masked)
    found = [word for chunk in masked.split() for word in (*_cut(chunk), " ")]
    named = _named(found, said, own, on_file)
    kept = _telling(word for at, word in enumerate(found) if at not in named)
    whole = plain if _HOLE not in masked and not named else ""
    return Heard(kept, whole if kept else "")


def _plain(text: str) -> str:
    """Return a text normalised, with single spaces, without what narrows a search."""
    return " ".join(_NARROWING.sub("", normalise(text[:LONGEST])).split())


@lru_cache(maxsize=1_000)
def _cut(text: str) -> tuple[str, ...]:
    """Return the words of a text; the same few texts come again and again."""
    return tuple(words(text))


def _key(word: str) -> str:
    """Return ``name_key`` of a normalised word; most are their own."""
    return word if _PLAIN.fullmatch(word) else name_key(word)


def _telling(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in found if len(word) > 1 and commonness(word) < COMMON))


def _stands(text: str, said: str) -> bool:
    return "".join(text.split()) in "".join(said.split())


def _named(found: list[str], said: str, own: Collection[str], on_file: Collection[str]) -> set[int]:
    """Return the places of words that are somebody's name, or part of it."""
    named = set(_titled(found, said))
    for at in range(len(found)):
        run: list[int] = []
        for place in range(at, len(found)):
            if found[place] == " ":
                continue
            run.append(place)
            key = _key("".join(found[one] for one in run))
            if key in own or (key in on_file and key not in said):
                named.update(run)
            if len(run) == LONGEST_NAME:
                break
    return named


def _titled(found: list[str], said: str) -> Iterable[int]:
    """Yield the places of what follows a title, to the next space or to a word that the answer says."""
    for at, word in enumerate(found):
        if word not in _TITLES | _LATIN_TITLES:
            continue
        after = at + 2 if found[at + 1 : at + 2] == [" "] else at + 1
        for place in range(after, len(found)):
            if found[place] == " " or found[place] in said:
                break
            yield place
