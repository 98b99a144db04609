"""Filters under a name: one's own and the site's."""

from frontdesk.services.saved_filters import MOST, SavedFilter, SavedFilters
from frontdesk.storage.database import Database

TODAY, WEEK = SavedFilter("สายวันนี้", "วันนี้ โทรศัพท์"), SavedFilter("week", "last week", site=True)


def test_ones_own_come_before_the_sites_and_are_nobody_elses(storage: Database) -> None:
    filters = SavedFilters(storage)
    assert filters.of("s1") == []
    filters.save("s1", WEEK)
    filters.save("s1", TODAY)
    assert filters.of("s1") == [TODAY, WEEK]
    assert filters.of("s2") == [WEEK]


def test_the_same_name_replaces_and_can_be_removed(storage: Database) -> None:
    filters = SavedFilters(storage)
    filters.save("s1", TODAY)
    again = SavedFilter(TODAY.name, "เมื่อวาน")
    filters.save("s1", again)
    assert filters.of("s1") == [again]
    filters.remove("s1", again)
    filters.remove("s1", WEEK)
    assert filters.of("s1") == []


def test_of_too_many_the_first_goes(storage: Database) -> None:
    filters = SavedFilters(storage)
    for number in range(MOST + 1):
        filters.save("s1", SavedFilter(f"f{number}", "today"))
    assert [one.name for one in filters.of("s1")] == [f"f{number}" for number in range(1, MOST + 1)]
