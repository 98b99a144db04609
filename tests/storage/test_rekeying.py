from dataclasses import replace

import pytest

from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_numbers
from frontdesk.domain.people import PartialDate, Person
from frontdesk.storage.database import Database, open_database

from .conftest import MakeContact

SUDA = Person(
    id=new_id(),
    code="P-1",
    given_name="สุดา",
    family_name="ใจดี",
    nickname="ดา",
    organisation="เจริญพานิช",
    numbers=parse_numbers("081-234-5678"),
    aliases=("สุดารัตน์",),
)
SPOIL = [
    "UPDATE people SET given_key = 'old', family_key = 'old', archived = 0",
    "UPDATE organisations SET name_key = 'old'",
    "UPDATE person_keys SET key = 'old' || kind || key",
    "UPDATE names SET key = 'old' || kind",
    "DELETE FROM contact_words",
]


@pytest.mark.parametrize("stored", [None, "0.0"])
def test_keys_of_older_rules_are_made_anew_at_the_start(
    database: Database, make_contact: MakeContact, stored: str | None
) -> None:
    contact = make_contact(note="โทรกลับ")
    with database.write() as repos:
        repos.people.save(SUDA, "x")
        repos.contacts.add(contact)
        revision = repos.people.revision()
    with database.engine.begin() as connection:
        for statement in SPOIL:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("DELETE FROM meta WHERE name = 'keys'")
        if stored is not None:
            connection.exec_driver_sql("INSERT INTO meta VALUES ('keys', ?)", (stored,))
    database.close()
    again = open_database(database.file)
    with again.read() as repos:
        people = repos.people
        assert people.get(SUDA.id) == SUDA
        assert people.ids_by_given(["สุดา"], 9) == people.ids_by_joined_prefix("สุดาใจ", 9) == [SUDA.id]
        assert people.ids_by_alias("ดา", 9) == people.ids_by_key("p-1", 9) == [SUDA.id]
        assert people.ids_by_organisation(["พานิช"], 9) == [SUDA.id]
        assert people.distinct_names() == (["สุดา"], ["ใจดี"], [])
        assert people.versions(SUDA.id) == []
        assert people.revision() == revision
        assert repos.contacts.containing(["กลับ"], 9) == [contact]
    again.close()


def test_cards_are_searched_by_all_they_say_after_an_upgrade(database: Database) -> None:
    told = replace(SUDA, id=new_id(), code="P-2", birthday=PartialDate(1, 16), hours="จ-ศ 08:30-16:30")
    with database.write() as repos:
        repos.people.save_many([SUDA, told], "x")
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM person_words")
        connection.exec_driver_sql("DELETE FROM person_texts")
        connection.exec_driver_sql("DELETE FROM meta WHERE name = 'card words'")
    database.close()
    again = open_database(database.file)
    with again.read() as repos:
        assert repos.people.ids_by_card_words(["16", "ม.ค."], 9) == [told.id]
        assert repos.people.ids_by_card_words(["08:30"], 9) == [told.id]
    again.close()
