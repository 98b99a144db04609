"""The site's own groups: kept, changed, removed, refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.synonyms import MOST_GROUPS, SynonymGroup, read_shipped, read_words
from frontdesk.paths import resources
from frontdesk.services.synonyms import Synonyms
from frontdesk.storage.database import Database, open_database

SHIPPED = (("ไวไฟ", "wifi"), ("หมอ", "แพทย์", "doctor"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "desk.db")
    yield opened
    opened.close()


@pytest.fixture
def synonyms(database: Database) -> Synonyms:
    return Synonyms(database, lambda: SHIPPED)


def test_groups_are_the_shipped_and_the_own(synonyms: Synonyms) -> None:
    added = synonyms.add("ตึกแดง, อาคาร 7")
    assert added.words == ("ตึกแดง", "อาคาร 7")
    assert synonyms.own() == (added,)
    assert synonyms.groups() == (*SHIPPED, added.words)


def test_the_order_is_that_of_adding(synonyms: Synonyms) -> None:
    added = [synonyms.add(f"คำ{i}, word{i}") for i in range(3)]
    assert list(synonyms.own()) == added


def test_change_and_remove(synonyms: Synonyms) -> None:
    group = synonyms.add("ตึกแดง, อาคาร 7")
    changed = synonyms.change(group.id, "ตึกแดง; อาคาร 8")
    assert synonyms.own() == (SynonymGroup(group.id, ("ตึกแดง", "อาคาร 8")),) == (changed,)
    synonyms.remove(group.id)
    synonyms.remove(group.id)
    assert synonyms.own() == ()


def test_every_change_has_its_revision(synonyms: Synonyms) -> None:
    seen = [synonyms.revision()]
    group = synonyms.add("ตึกแดง, อาคาร 7")
    seen.append(synonyms.revision())
    synonyms.change(group.id, "ตึกแดง, อาคาร 8")
    seen.append(synonyms.revision())
    synonyms.remove(group.id)
    seen.append(synonyms.revision())
    assert len(set(seen)) == 4


@pytest.mark.parametrize("line", ["ไวไฟ, WiFi", "แพทย์, หมอ", "ตึกแดง, อาคาร 7"])
def test_a_known_group_is_refused(synonyms: Synonyms, line: str) -> None:
    synonyms.add("ตึกแดง, อาคาร 7, red building")
    with pytest.raises(DeskError) as refused:
        synonyms.add(line)
    assert refused.value.code == "synonyms_known"


def test_a_group_may_be_saved_as_it_is(synonyms: Synonyms) -> None:
    group = synonyms.add("ตึกแดง, อาคาร 7")
    assert synonyms.change(group.id, "ตึกแดง, อาคาร 7") == group


def test_there_is_an_end(synonyms: Synonyms, database: Database) -> None:
    with database.write() as repos:
        for number in range(MOST_GROUPS):
            repos.synonyms.save(SynonymGroup(f"{number:036}", (f"ก{number}", f"x{number}")))
    with pytest.raises(DeskError) as refused:
        synonyms.add("หนึ่ง, one")
    assert refused.value.code == "synonyms_full"


def test_what_is_shipped_can_be_read_and_no_group_is_in_it_twice() -> None:
    groups = read_shipped((resources() / "synonyms.toml").read_text(encoding="utf-8"))
    assert len(groups) >= 200
    assert len({frozenset(group) for group in groups}) == len(groups)
    assert [group for group in groups if read_words(", ".join(group)) != group] == []
