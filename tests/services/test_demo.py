"""The demo desk in sizes that its own files do not have."""

from pathlib import Path

from frontdesk.app import Desk
from frontdesk.paths import resources
from frontdesk.services.demo import DemoSize, make

MANY = 5_100
"""More people than the past is written for, so that those of the stories must be looked for."""


def test_a_desk_with_many_people_has_the_stories_of_its_callers(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    try:
        made = make(desk, resources() / "demo", DemoSize(articles=5, people=MANY, contacts=30))
        assert (made.articles, made.people) == (5, MANY)
        suda = desk.people_book.by_code("P-0001")
        assert suda is not None
        card = desk.people_book.card(suda.id)
        assert card is not None
        assert "เลื่อนนัดคลินิกตา" in [contact.topic for contact in card.last_contacts]
        assert [one.transfer.receiver for one in card.last_contacts if one.transfer] == ["คลินิกตา", "ศูนย์สิทธิ"]
    finally:
        desk.close()
