from datetime import UTC, datetime

import pytest

from frontdesk.domain.contacts import Change, Channel, Contact, Correction, Feedback, Outcome, Use
from frontdesk.domain.corrections import changed, corrected, field_value

AT = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
CALL = Contact(
    "c",
    AT,
    AT,
    Channel.PHONE,
    Outcome.ANSWERED,
    "s",
    note="บ่าย",
    articles=("A", "B"),
    uses=(Use("A", "x"), Use("B", "y")),
)


def test_only_what_is_new_is_a_change() -> None:
    assert changed(CALL, {"note": "บ่าย", "outcome": Outcome.OTHER}) == {"outcome": Outcome.OTHER}
    with pytest.raises(ValueError, match="staff"):
        changed(CALL, {"staff": "x"})


def test_each_step_tells_old_and_new() -> None:
    found = corrected(CALL, [(AT, "a", {"note": "เช้า"}), (AT, "b", {"note": "", "articles": ("B",)})])
    assert (found.note, found.articles, found.uses) == ("", ("B",), (Use("B", "y"),))
    assert found.corrections == (
        Correction(AT, "a", (Change("note", "บ่าย", "เช้า"),)),
        Correction(AT, "b", (Change("note", "เช้า", ""), Change("articles", ("A", "B"), ("B",)))),
    )


@pytest.mark.parametrize(
    ("name", "stored", "value"),
    [
        ("channel", "walk-in", Channel.WALK_IN),
        ("outcome", "wrong-place", Outcome.WRONG_PLACE),
        ("feedback", None, None),
        ("feedback", "complaint", Feedback.COMPLAINT),
        ("articles", ["A"], ("A",)),
        ("note", "น้ำ", "น้ำ"),
        ("unanswered", True, True),
    ],
)
def test_values_come_back_from_json(name: str, stored: object, value: object) -> None:
    assert field_value(name, stored) == value
