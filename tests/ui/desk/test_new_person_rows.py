"""When somebody new is offered under the box, and where that row stands."""

from dataclasses import replace

import pytest

from frontdesk.domain.duplicates import Duplicate, Sign
from frontdesk.domain.people import MatchReason, PersonMatch
from frontdesk.ui.pages.desk.row_builder import Listing, build, chosen_by_itself, nothing_known, offered, settled
from frontdesk.ui.pages.desk.rows import CaptionRow, NewPersonRow, PersonRow
from tests.ui.desk.conftest import NOBODYS, SUDA, person
from tests.ui.desk.test_desk_rows import ANSWERS, CONTACT, GUESS, NAMED, OTHER_GUESS, SURE

LINE = f"มานี มีสุข {NOBODYS}"
ON_CARD = PersonMatch(SUDA, MatchReason.ON_CARD, 1.0)
ALIKE = Duplicate(SUDA, (Sign.NAME,), 0.5)


def found(query: str, **more: object) -> Listing:
    return replace(Listing(query, found_for=query), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("listing", "name"),
    [
        (found(LINE), "มานี มีสุข"),
        (found(LINE, people=(GUESS,)), "มานี มีสุข"),
        (found(LINE, people=(ON_CARD,)), "มานี มีสุข"),
        (found(LINE, answers=ANSWERS, near=True), "มานี มีสุข"),
        (found(LINE, answers=ANSWERS), "มานี มีสุข"),
        (found(LINE, people=(SURE,)), None),
        (found(LINE, people=(NAMED,)), None),
        (found(LINE, people=(NAMED,), add_asked=True), "มานี มีสุข"),
        (replace(found(LINE), found_for="มานี"), None),
        (found("มานี มีสุข"), "มานี มีสุข"),
        (found("มานี มีสุข", answers=ANSWERS), None),
        (found("มานี มีสุข", answers=ANSWERS, near=True), "มานี มีสุข"),
        (found("มานี", people=(GUESS,)), "มานี"),
        (found("มานี"), None),
        (found("บัตรหาย", answers=ANSWERS), None),
        (found("มีที่ชาร์จไหม"), None),
        (found("มีที่ชาร์จไหม", add_asked=True), "มีที่ชาร์จไหม"),
        (found("suda@example.org มานี มีสุข"), "มานี มีสุข"),
        (found("มานี มีสุข ไลน์ manee.m", answers=ANSWERS), "มานี มีสุข"),
        (found("มานี มีสุข 1กก 1234 กรุงเทพ", people=(GUESS,)), "มานี มีสุข"),
        (found("suda@example.org"), None),
        (found("suda@example.org ส่งเอกสารได้ไหม", answers=ANSWERS), None),
        (found("l6fk .0fu", people=(GUESS,)), "สุดา ใจดี"),
        (found("l6fk .0fu"), "สุดา ใจดี"),
        (found("l6fk .0fu", answers=ANSWERS), None),
        (found("", beside=NOBODYS), ""),
        (found("", add_asked=True), None),
        (found(""), None),
    ],
)
def test_somebody_is_offered_only_where_nobody_certain_was_found(listing: Listing, name: str | None) -> None:
    new = offered(listing)

    assert (new.name if new else None) == name


def test_the_row_is_the_last_and_never_chosen_by_itself() -> None:
    rows = build(found(LINE, people=(GUESS, OTHER_GUESS), contacts=(CONTACT,)))
    assert isinstance(rows[-1], NewPersonRow)

    alone = build(found(LINE))
    assert len(alone) == 1
    assert not chosen_by_itself(found(LINE), alone)


def test_a_row_that_was_chosen_stays_where_it_is() -> None:
    listing = found(LINE, people=(GUESS, OTHER_GUESS))
    before = build(replace(listing, found_for=""))
    place = next(n for n, row in enumerate(before) if isinstance(row, PersonRow))

    after = settled(before, build(listing), place)

    assert after[: place + 1] == before[: place + 1]
    assert [row.key[0] for row in after].count("new-person") == 1
    assert isinstance(after[-1], NewPersonRow)


def test_who_stands_in_the_list_is_not_named_again_below() -> None:
    match = PersonMatch(SUDA, MatchReason.SOUND, 0.5, guess=True)
    listing = found(LINE, people=(match,), alike=(ALIKE, Duplicate(person("P-7", "มานี"), (Sign.GIVEN,), 0.4)))
    row, refused = build(listing)[-1], build(replace(listing, refused=frozenset({"P-1"})))[-1]

    assert isinstance(row, NewPersonRow)
    assert [one.person.id for one in row.alike] == ["P-7"]
    assert isinstance(refused, NewPersonRow)
    assert [one.person.id for one in refused.alike] == ["P-1", "P-7"]


def test_a_line_with_a_number_is_no_question_without_an_answer() -> None:
    listing = found(LINE, answers=ANSWERS, near=True, tries=(("มานี", 1),))

    assert not nothing_known(listing)
    assert not any(isinstance(row, CaptionRow) for row in build(listing))


def test_a_name_with_an_address_is_no_question() -> None:
    listing = found("มานี มีสุข ไลน์ manee.m", answers=ANSWERS, near=True)
    assert not nothing_known(listing)
    assert [row.key[0] for row in build(listing)] == ["new-person"]
