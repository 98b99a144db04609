"""Invented customers of the demo desk."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

from pythainlp.transliterate import romanize

from frontdesk.domain.contacts import Channel
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import PartialDate, Person, PersonKind, QuickFact

INVENTED = "C"
"""What the codes of made-up people begin with."""

_KINDS = (PersonKind.CUSTOMER,) * 18 + (PersonKind.PARTNER, PersonKind.VISITOR)


def invented_people(wanted: int, names: dict[str, Any], dice: random.Random) -> Iterator[Person]:
    """Yield made-up people: names put together from parts, numbers from a range of their own."""
    for number in range(wanted):
        yield _with_card(_invented(number, names, dice), names, random.Random(number))


def _invented(number: int, names: dict[str, Any], dice: random.Random) -> Person:
    woman = dice.random() < 0.55
    given = dice.choice(names["women" if woman else "men"])
    family = dice.choice(names["roots"]) + dice.choice(names["endings"])
    kind = dice.choice(_KINDS)
    return Person(
        id=new_id(),
        code=f"{INVENTED}{number + 1:06}",
        given_name=given,
        family_name=family,
        title=dice.choice(("นาง", "นางสาว")) if woman else "นาย",
        nickname=dice.choice(names["nicknames"]) if dice.random() < 0.6 else "",
        romanised=_romanised(given, family) if dice.random() < 0.15 else "",
        kind=kind,
        organisation=dice.choice(names["companies"]) if kind is PersonKind.PARTNER or dice.random() < 0.15 else "",
        birthday=_birthday(dice) if dice.random() < 0.5 else None,
        note=dice.choice(names["notes"]) if dice.random() < 0.08 else "",
        plate=_plate(dice) if dice.random() < 0.12 else "",
        line=f"user{number:05}" if dice.random() < 0.2 else "",
        numbers=tuple(parse_number(raw) for raw in _numbers(number, dice)),
    )


def _with_card(person: Person, names: dict[str, Any], dice: random.Random) -> Person:
    """Give some people something good to know, and a way and time they like to be reached."""
    return replace(
        person,
        facts=_facts(names, dice) if dice.random() < 0.2 else (),
        channel=dice.choice((Channel.LINE, Channel.PHONE, Channel.EMAIL)) if dice.random() < 0.25 else None,
        not_before=time(dice.choice((9, 12, 16, 17))) if dice.random() < 0.1 else None,
    )


def _facts(names: dict[str, Any], dice: random.Random) -> tuple[QuickFact, ...]:
    facts = {}
    for said in dice.sample(names["facts"], dice.choice((1, 1, 2))):
        name, _, value = said.partition(": ")
        learned = date(2026, dice.randrange(1, 11), dice.randrange(1, 29))
        facts[name] = QuickFact(name, value, dice.choice(names["sources"]), learned, dice.random() < 0.5)
    return tuple(facts.values())


def _numbers(number: int, dice: random.Random) -> list[str]:
    """Give everyone a mobile, some a landline too."""
    tail = f"{(number * 7919 + 1234567) % 10_000_000:07}"
    numbers = [f"0{dice.choice((8, 9))}{dice.randrange(10)}-{tail[:3]}-{tail[3:]}"]
    if dice.random() < 0.2:
        numbers.append(f"056-{dice.randrange(100, 1000)}-{dice.randrange(100, 1000)}")
    return numbers


def _birthday(dice: random.Random) -> PartialDate:
    year = None if dice.random() < 0.2 else dice.randrange(1940, 2015)
    return PartialDate(dice.randrange(1, 13), dice.randrange(1, 29), year)


def _plate(dice: random.Random) -> str:
    letters = "".join(dice.choice("กขคงจชญฎฐณตถทธนบปผพฟภมยรลวศสหฬอฮ") for _ in range(2))
    return f"{dice.randrange(1, 10)}{letters} {dice.randrange(1, 10000)} นครสวรรค์"


def _romanised(given: str, family: str) -> str:
    return f"{romanize(given).title()} {romanize(family).title()}".strip()
