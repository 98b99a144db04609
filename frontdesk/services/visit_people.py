"""Who on file the visitors and hosts of a list are: only where exactly one fits."""

import re
from collections.abc import Iterable

from frontdesk.domain.inner_number import LISTED
from frontdesk.domain.names import look_up_key, name_key, split_name, strip_title
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import HandleKind, Person

from .repositories import Repositories

NAMESAKES = 50
_WITH_MAIL = re.compile(r"(?P<name>.*?)\s*<(?P<mail>[^<>\s]+@[^<>\s]+)>")


def named(text: str) -> tuple[str, str]:
    """Return name and e-mail address of "Name <mail>"; the address is empty where there is none."""
    found = _WITH_MAIL.fullmatch(text.strip())
    return (found["name"], found["mail"]) if found else (text.strip(), "")


class VisitPeople:
    """Looks up hosts in the site's directory, and visitors among everybody on file."""

    def __init__(self, repos: Repositories) -> None:
        self._people = repos.people
        self._hosts: dict[str, Person | None] = {}
        self._by_mail: dict[str, list[Person]] = {}
        self._by_digits: dict[str, list[Person]] = {}

    def learn(self, numbers: Iterable[str]) -> None:
        """Look the owners of some numbers up at once; those before are forgotten."""
        digits = {key for text in numbers if (key := _digits(text))}
        ids = self._people.ids_by_numbers(digits, max(NAMESAKES * len(digits), 1)) if digits else []
        self._by_digits = {}
        for person in self._people.by_ids(ids).values():
            for key in {number.digits for number in person.numbers} & digits:
                self._by_digits.setdefault(key, []).append(person)

    def host(self, text: str) -> tuple[str, str]:
        """Return the id of whom a code, a name or an address means in the directory, and what they are called.

        The id is empty where nobody fits, or several do.
        """
        if text not in self._hosts:
            self._hosts[text] = self._host(text)
        person, said = self._hosts[text], named(text)[0] or named(text)[1]
        if person is None:
            return "", said
        return person.id, said if _named_so(person, said) else person.name or person.organisation or said

    def in_directory(self, mail: str) -> bool:
        """Tell whether an address is that of somebody of the site."""
        return any(one.kind in LISTED for one in self._with_mail(mail))

    def visitor(self, name: str, number: str, mail: str = "") -> str:
        """Return the id of whom a name with a number, or an address, means; empty where nobody fits, or several do."""
        found = self._with_mail(mail) if mail else []
        if not found and number:
            owners = self._by_digits.get(_digits(number), [])
            found = [one for one in owners if not one.archived and _alike(one, name)]
        return found[0].id if len(found) == 1 else ""

    def _host(self, text: str) -> Person | None:
        name, mail = named(text)
        found = [one for one in self._with_mail(mail) if one.kind in LISTED] if mail else []
        if not found and name:
            by_code = self._people.by_code(name)
            found = _listed([by_code] if by_code else []) or self._called(name)
        return found[0] if len(found) == 1 else None

    def _called(self, who: str) -> list[Person]:
        """Return those of the directory who have this name in full, else those whose given name it is."""
        plain = strip_title(who)
        name = split_name(plain)
        ids = self._people.ids_by_given([name_key(plain)], NAMESAKES)
        if name.family:
            ids += self._people.ids_by_names([name_key(name.given)], [name_key(name.family)], NAMESAKES)
        listed = _listed(self._people.by_ids(ids).values())
        return [one for one in listed if name_key(one.name) == name_key(plain)] or listed

    def _with_mail(self, mail: str) -> list[Person]:
        key = mail.casefold()
        if key and key not in self._by_mail:
            ids = self._people.ids_by_key(look_up_key(mail), NAMESAKES)
            found = self._people.by_ids(ids).values()
            self._by_mail[key] = [one for one in found if not one.archived and key in _mails(one)]
        return self._by_mail.get(key, [])


def _listed(people: Iterable[Person]) -> list[Person]:
    return [one for one in people if one.kind in LISTED and not one.archived]


def _mails(person: Person) -> set[str]:
    more = (one.value for one in person.handles if one.kind is HandleKind.EMAIL)
    return {mail.casefold() for mail in (person.email, *more) if mail}


def _digits(number: str) -> str:
    return parse_number(number).digits


def _named_so(person: Person, said: str) -> bool:
    return name_key(strip_title(said)) in (name_key(person.name), name_key(person.given_name))


def _alike(person: Person, name: str) -> bool:
    """Tell whether a name may be this person's: a number alone may have gone to somebody else."""
    said = split_name(strip_title(name))
    known = {name_key(one) for one in (person.given_name, person.nickname, *person.aliases) if one}
    if not known:
        return not person.organisation or name_key(name) == name_key(person.organisation)
    if not {name_key(said.given), name_key(name), name_key(strip_title(name))} & known:
        return False
    return not (said.family and person.family_name) or name_key(said.family) == name_key(person.family_name)
