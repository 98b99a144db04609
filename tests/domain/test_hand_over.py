from dataclasses import replace
from datetime import UTC, datetime, timedelta

from frontdesk.domain.hand_over import AT_THE_GATE, HandItem, HandOver, ItemKind, Part, Plan, Signature, in_parts
from frontdesk.domain.languages import Language

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CALL = HandItem(ItemKind.CALL_BACK, "c", "ที่จอดรถ", due=NOW)
NOTICE = HandItem(ItemKind.NOTICE, "n", "ลิฟต์ 2 ปิดซ่อม")


def test_every_kind_has_its_part_and_no_part_is_left_out() -> None:
    parts = dict(in_parts([NOTICE, CALL, HandItem(ItemKind.DRAFT, "d"), HandItem(ItemKind.VISIT, "v")]))
    assert list(parts) == list(Part)
    assert [item.key for item in parts[Part.CONTACTS]] == ["c", "d"]
    assert (parts[Part.PROMISES], parts[Part.NOTICES]) == ([], [NOTICE])
    assert all(kind.part in Part for kind in ItemKind)


def test_the_gate_has_parts_where_it_hands_anything_over() -> None:
    assert [part for part, _ in in_parts([NOTICE])] == [part for part in Part if part not in AT_THE_GATE]
    card = HandItem(ItemKind.CARD, "c")
    assert dict(in_parts([card]))[Part.CARDS] == [card]
    assert dict(in_parts([card]))[Part.VISITS] == []


def test_what_names_nobody_belongs_to_whoever_takes_over() -> None:
    named = HandItem(ItemKind.PROMISE, "p", owner="ชาย")
    made = HandOver("h", Signature("อร", NOW), NOW, (CALL, named))
    assert [made.owner_of(item) for item in made.items] == ["", "ชาย"]
    taken = HandOver("h", Signature("อร", NOW), NOW, (CALL, named), Signature("วรรณ", NOW))
    assert [taken.owner_of(item) for item in taken.items] == ["วรรณ", "ชาย"]


def test_a_notice_is_for_everybody() -> None:
    assert (CALL.owned, NOTICE.owned, HandItem(ItemKind.INCIDENT, "i").owned) == (True, False, False)


def test_due_is_late_from_its_time_on() -> None:
    assert CALL.overdue(NOW)
    assert not CALL.overdue(NOW - timedelta(seconds=1))
    assert not NOTICE.overdue(NOW)


def test_a_notice_is_over_after_its_day_or_at_its_time_and_never_late() -> None:
    day, hour = replace(NOTICE, until=NOW.date()), replace(NOTICE, until=NOW.date(), due=NOW)
    assert not day.over(NOW)
    assert day.over(NOW + timedelta(days=1))
    assert (hour.over(NOW - timedelta(seconds=1)), hour.over(NOW), hour.overdue(NOW)) == (False, True, False)
    assert not NOTICE.over(NOW + timedelta(days=999))
    assert not CALL.over(NOW + timedelta(days=1))


def test_the_last_name_counts_and_nobody_is_whoever_comes() -> None:
    plan = Plan().naming("p", "ชาย").naming("q", "อร").naming("p", "วรรณ")
    assert (plan.owner_of("p"), plan.owner_of("q"), plan.owner_of("x")) == ("วรรณ", "อร", "")
    assert plan.naming("p", "").owner_of("p") == ""


def test_an_extension_is_told_in_the_language_of_whoever_reads() -> None:
    item = HandItem(ItemKind.PROMISE, "p", number="02-xxx-4401 ต่อ 12")
    assert item.number_in(Language.TH) == "02-xxx-4401 ต่อ 12"
    assert item.number_in(Language.EN) == "02-xxx-4401 ext. 12"
    assert HandItem(ItemKind.PROMISE, "p", number="081-xxx-5678").number_in(Language.EN) == "081-xxx-5678"
