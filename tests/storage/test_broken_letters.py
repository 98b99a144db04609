"""Halves of letters, as broken input and some clipboards hold them, never cost anybody what they wrote."""

from dataclasses import replace

import pytest

from frontdesk.domain.drafts import begin
from frontdesk.domain.names import name_key
from frontdesk.storage.database import Database

from .conftest import MORNING, MakeContact

BROKEN = "บัตร\ud800หาย\udfff"
KEPT = "บัตร?หาย?"


def test_a_draft_and_a_contact_keep_the_rest(database: Database, make_contact: MakeContact) -> None:
    draft = replace(begin("s1", MORNING), query=BROKEN, note=BROKEN)
    contact = make_contact(note=BROKEN, topic=BROKEN)
    with database.write() as repos:
        repos.drafts.save(draft)
        repos.contacts.add(contact)
    with database.read() as repos:
        assert repos.drafts.all() == [replace(draft, query=KEPT, note=KEPT)]
        (found,) = repos.contacts.latest(1)
    assert (found.note, found.topic) == (KEPT, KEPT)


@pytest.mark.parametrize("text", [BROKEN, "\ud800", "\0", "บัตร\0หาย", "%_\ud800"])
def test_looking_for_them_finds_nothing_and_harms_nothing(database: Database, text: str) -> None:
    with database.read() as repos:
        assert repos.people.by_code(text) is None
        assert repos.people.ids_by_organisation([text], 5) == []
        assert repos.people.ids_by_joined_prefix(name_key(text) or text, 5) == []
        assert repos.contacts.containing([text], 5) == []
