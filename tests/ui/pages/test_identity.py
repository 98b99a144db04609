"""Who somebody is on paper, in both languages."""

from dataclasses import replace

import pytest

from frontdesk.domain.languages import Language
from frontdesk.domain.people import ContactFigures, Person, PersonKind
from frontdesk.services.people_book import PersonCard
from frontdesk.ui.pages.people.identity import identity_runs, missing_names, name_runs
from frontdesk.ui.words import Words

SUDA = Person(
    id="p1", code="P-1", given_name="สุดา", family_name="ใจดี", title="น.ส.", romanised="Suda Jaidee", nickname="ดา",
    organisation="เมืองธารพาณิชย์",
)  # fmt: skip
WILAI = Person(id="p2", code="P-2", given_name="วิไล", family_name="ศรีสุข", romanised="Wilai Srisuk")


def card(person: Person) -> PersonCard:
    return PersonCard(person, ContactFigures(), referred_by=WILAI, referred=(WILAI, WILAI))


@pytest.mark.parametrize(
    ("language", "name", "line"),
    [
        (
            Language.TH, "สุดา ใจดี",
            "น.ส. Suda Jaidee เมืองธารพาณิชย์ แนะนำโดย วิไล ศรีสุข แนะนำต่อ 2 คน P-1",
        ),
        (
            Language.EN, "Suda Jaidee",
            "น.ส. สุดา ใจดี เมืองธารพาณิชย์ sent by Wilai Srisuk sent 2 others P-1",
        ),
    ],
)  # fmt: skip
def test_the_name_and_the_line_under_it(language: Language, name: str, line: str) -> None:
    assert " ".join(text for _, text in name_runs(card(SUDA), language)) == name
    assert " ".join(text for _, text in identity_runs(card(SUDA), Words(language))) == line


@pytest.mark.parametrize(
    ("person", "keys"),
    [
        (Person(id="p", code="P-3", given_name="", organisation="ร้านดอกไม้"), ["organisation"]),
        (Person(id="p", code="P-3", given_name=""), ["code"]),
    ],
)
def test_who_has_no_name_goes_by_what_there_is(person: Person, keys: list[str]) -> None:
    assert [key for key, _ in name_runs(card(person), Language.TH)] == keys


def test_a_department_named_as_itself_is_not_named_twice() -> None:
    room = Person(id="d", code="D-1", given_name="ห้องยา", department="ห้องยา", kind=PersonKind.DEPARTMENT)
    runs = identity_runs(PersonCard(room, ContactFigures()), Words(Language.TH))
    assert runs == [("code", "D-1")]
    assert "family_name" not in [key for key, _ in missing_names(card(room), Words(Language.TH))]


def test_what_is_missing_can_be_walked_to() -> None:
    bare = replace(SUDA, title="", organisation="")
    keys = [key for key, _ in identity_runs(card(bare), Words(Language.TH), editing=True)]
    assert {"title", "organisation", "department", "romanised", "referred_by", "code"} <= set(keys)
