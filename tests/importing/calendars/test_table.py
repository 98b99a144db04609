"""Invitations as tables: times and zones, repeats, changes, and files that nobody should have sent."""

from datetime import date
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.calendars.table import read_calendar
from frontdesk.importing.sandbox import Letters, Rows
from frontdesk.importing.tables import FileTables

from .invites import calendar, event, meeting, written

TODAY = date(2026, 11, 20)
Cells = dict[str, str]


def rows(folder: Path, text: str | bytes, encoding: str = "") -> list[Cells]:
    packets = list(read_calendar(written(folder, text), TODAY, encoding))
    table = [row for packet in packets if isinstance(packet, Rows) for row in packet.rows]
    columns = table[0][1]
    return [dict(zip(columns, cells, strict=True)) for _, cells in table[1:]]


def faults(folder: Path, text: str) -> list[tuple[int, str]]:
    packets = list(read_calendar(written(folder, text), TODAY))
    return [(line, code) for one in packets if isinstance(one, Letters) for line, code, _ in one.faults]


def days(found: list[Cells]) -> list[str]:
    return [f"{one['date']} {one['time']}".strip() for one in found]


def test_an_invitation_says_who_comes_to_whom(tmp_path: Path) -> None:
    (one,) = rows(tmp_path, calendar(meeting()))
    series, revision, occasion, scope = one.pop("invitation").split()
    assert one == {
        "date": "2026-11-23", "time": "10:00", "until": "2026-11-23 11:00", "name": "", "place": "ห้องประชุม 2",
        "visitors": "สุดา ใจดี <suda@thaidee.example>\nJohn Smith <john@acme.example>",
        "host": "อรอนงค์ ศรีสุข <onanong@site.example>", "purpose": "ดูงานห้องยา",
    }  # fmt: skip
    assert (revision, occasion, scope) == ("0", "-", "whole")
    assert "meeting" not in series


def test_an_event_without_guests_is_a_visit_of_its_own_name(tmp_path: Path) -> None:
    (one,) = rows(tmp_path, calendar(event("SUMMARY:ช่างแอร์เข้าล้างเครื่อง")))
    assert (one["name"], one["visitors"], one["until"]) == ("ช่างแอร์เข้าล้างเครื่อง", "", "")


@pytest.mark.parametrize(
    ("start", "when"),
    [
        (";TZID=Asia/Bangkok:20261123T100000", "2026-11-23 10:00"),
        (":20261123T100000Z", "2026-11-23 17:00"),
        (":20261123T100000", "2026-11-23 10:00"),
        (";TZID=Europe/London:20261123T220000", "2026-11-24 05:00"),
        (";TZID=SE Asia Standard Time:20261123T100000", "2026-11-23 10:00"),
        (";TZID=Mars/Olympus:20261123T100000", "2026-11-23 10:00"),
        (";VALUE=DATE:20261123", "2026-11-23"),
    ],
)
def test_times_are_those_of_the_site(tmp_path: Path, start: str, when: str) -> None:
    assert days(rows(tmp_path, calendar(meeting(start=start)))) == [when]


def test_a_zone_may_come_with_the_file(tmp_path: Path) -> None:
    zone = "\r\n".join(
        ("BEGIN:VTIMEZONE", "TZID:Head office", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0900",
         "TZOFFSETTO:+0900", "END:STANDARD", "END:VTIMEZONE")
    )  # fmt: skip
    found = rows(tmp_path, calendar(zone, meeting(start=";TZID=Head office:20261123T100000")))
    assert days(found) == ["2026-11-23 08:00"]


def test_whole_days_are_a_visit_each(tmp_path: Path) -> None:
    long = event("DTEND;VALUE=DATE:20261126", "SUMMARY:อบรม", start=";VALUE=DATE:20261123")
    found = rows(tmp_path, calendar(long))
    assert days(found) == ["2026-11-23", "2026-11-24", "2026-11-25"]
    assert len({one["invitation"] for one in found}) == 3


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("RRULE:FREQ=WEEKLY;COUNT=3", ["23 10:00", "30 10:00", "07 10:00"]),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261130T030000Z", ["23 10:00", "25 10:00", "30 10:00"]),
        ("RRULE:FREQ=DAILY;UNTIL=20261124", ["23 10:00", "24 10:00"]),
        ("RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;TZID=Asia/Bangkok:20261124T100000", ["23 10:00", "25 10:00"]),
        ("RRULE:FREQ=DAILY;COUNT=3\r\nEXDATE;VALUE=DATE:20261123", ["24 10:00", "25 10:00"]),
        ("RDATE;TZID=Asia/Bangkok:20261201T150000", ["23 10:00", "01 15:00"]),
    ],
)
def test_repeats_are_days(tmp_path: Path, rule: str, expected: list[str]) -> None:
    assert [when[8:] for when in days(rows(tmp_path, calendar(meeting(rule))))] == expected


def test_what_repeats_for_ever_is_a_year_at_most(tmp_path: Path) -> None:
    daily = rows(tmp_path, calendar(meeting("RRULE:FREQ=DAILY", start=";TZID=Asia/Bangkok:20200101T100000")))
    assert (len(daily), daily[0]["date"]) == (260, "2026-11-20")
    weekly = rows(tmp_path, calendar(meeting("RRULE:FREQ=WEEKLY")))
    assert (len(weekly), weekly[-1]["date"]) == (52, "2027-11-15")


def test_ten_in_london_stays_ten_in_london(tmp_path: Path) -> None:
    found = rows(tmp_path, calendar(meeting("RRULE:FREQ=MONTHLY;COUNT=6", start=";TZID=Europe/London:20261123T100000")))
    assert {one["time"] for one in found} == {"17:00", "16:00"}


def test_an_occasion_may_be_moved_or_off(tmp_path: Path) -> None:
    series = meeting("RRULE:FREQ=WEEKLY;COUNT=3")
    moved = meeting("RECURRENCE-ID;TZID=Asia/Bangkok:20261130T100000", start=";TZID=Asia/Bangkok:20261201T140000")
    off = meeting("RECURRENCE-ID:20261207T030000Z", "STATUS:CANCELLED", start=";TZID=Asia/Bangkok:20261207T100000")
    found = rows(tmp_path, calendar(series, moved, off))
    kinds = {one["invitation"].split(maxsplit=2)[2]: f"{one['date'][8:]} {one['time']}".strip() for one in found}
    assert kinds == {"2026-11-23 whole": "23 10:00", "2026-11-30 whole": "01 14:00", "2026-12-07 off": "20"}


def test_one_occasion_alone_says_nothing_of_the_others(tmp_path: Path) -> None:
    (one,) = rows(tmp_path, calendar(meeting("RECURRENCE-ID:20261123T030000Z", "SEQUENCE:2")))
    assert one["invitation"].split()[1:] == ["2", "2026-11-23", "one"]


def test_a_file_may_call_all_off(tmp_path: Path) -> None:
    for text in (calendar(meeting(), method="CANCEL"), calendar(meeting("STATUS:CANCELLED"))):
        (one,) = rows(tmp_path, text)
        assert one["invitation"].split()[2:] == ["-", "off"]


def test_of_two_the_newest_counts(tmp_path: Path) -> None:
    new, old = meeting("SEQUENCE:2", start=":20261124T100000"), meeting("SEQUENCE:1", start=":20261125T100000")
    assert days(rows(tmp_path, calendar(new, old))) == ["2026-11-24 10:00"]


def test_rooms_are_places_and_who_declined_does_not_come(tmp_path: Path) -> None:
    (one,) = rows(
        tmp_path,
        calendar(
            event(
                "SUMMARY:x", "ATTENDEE;CUTYPE=ROOM;CN=ห้อง 5:mailto:room5@site.example",
                "ATTENDEE;PARTSTAT=DECLINED;CN=มานะ:mailto:mana@x.example", "ATTENDEE:mailto:lek@x.example",
            )
        ),
    )  # fmt: skip
    assert (one["place"], one["visitors"]) == ("ห้อง 5", "lek <lek@x.example>")


def test_lines_are_folded_anywhere_also_inside_a_letter(tmp_path: Path) -> None:
    data = calendar(event(f"SUMMARY:{'นัดหมาย' * 12}")).encode()
    folded = b"\r\n".join(
        b"\r\n ".join(line[at : at + 40] for at in range(0, max(len(line), 1), 40)) for line in data.split(b"\r\n")
    )
    assert rows(tmp_path, folded)[0]["name"] == "นัดหมาย" * 12


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_letters_are_those_that_were_written(tmp_path: Path, encoding: str) -> None:
    assert rows(tmp_path, calendar(meeting()).encode(encoding))[0]["purpose"] == "ดูงานห้องยา"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "calendar_empty"),
        ("ไม่ใช่ปฏิทิน", "calendar_empty"),
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR", "calendar_empty"),
        (calendar(meeting(start=":20261119T100000")), "calendar_over"),
        (calendar(meeting(), method="REPLY"), "calendar_answer"),
        (calendar(meeting('ATTENDEE;CN="open:mailto:x')).replace("VEVENT", "VEVENT", 1), ""),
        (calendar(*[event("SUMMARY:x")] * 5_001), "calendar_too_large"),
        (calendar(*[meeting("RRULE:FREQ=DAILY", uid=f"{n}") for n in range(50)]), "calendar_too_large"),
    ],
    ids=["empty", "text", "no event", "over", "answer", "bad line", "events", "rows"],
)
def test_a_file_that_is_of_no_use_says_so(tmp_path: Path, text: str, code: str) -> None:
    if not code:
        assert len(rows(tmp_path, text)) == 1
        return
    with pytest.raises(DeskError, match=code):
        rows(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (event("SUMMARY:ไม่มีวัน", start=""), "calendar_no_start"),
        (event("SUMMARY:x", start=":พรุ่งนี้"), "calendar_no_start"),
        (meeting("RRULE:FREQ=SECONDLY"), "calendar_repeats"),
        (meeting("RRULE:FREQ=DAILY;INTERVAL=0"), "calendar_repeats"),
        (meeting("RRULE:FREQ=DAILY;COUNT=900000;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=0,10,20,30,40,50;BYSECOND=0,10,20,30,40,50",
                 start=":20200101T000000"), "calendar_repeats"),
        (meeting("RRULE:FREQ=DAILY", start=":19000101T000000"), ""),
    ],
)  # fmt: skip
def test_an_event_that_cannot_be_followed_is_named(tmp_path: Path, text: str, code: str) -> None:
    assert faults(tmp_path, calendar(text)) == ([(5, code)] if code else [])


def test_ends_that_are_missing_are_put_in(tmp_path: Path) -> None:
    text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261123T100000\nSUMMARY:ก\nBEGIN:VALARM\nTRIGGER:-PT5M\n"
    text += "BEGIN:VEVENT\nUID:2\nDTSTART:20261124T100000\nSUMMARY:ข\nไม่มีชื่อบรรทัด\n"
    assert [one["name"] for one in rows(tmp_path, text)] == ["ก", "ขไม่มีชื่อบรรทัด"]


@pytest.mark.parametrize("name", ["invite.ics", "invite.ICS", "no-ending"])
def test_a_child_reads_the_file(tmp_path: Path, name: str) -> None:
    with FileTables(lambda: TODAY).open(written(tmp_path, calendar(meeting()), name)) as table:
        assert (len(list(table.rows())), table.format.encoding, table.replaced) == (1, "utf-8", 0)


def test_an_ics_file_that_holds_none_says_so(tmp_path: Path) -> None:
    with (
        pytest.raises(DeskError, match="calendar_empty"),
        FileTables(lambda: TODAY).open(written(tmp_path, "date,name\n20/11/2569,สมชาย\n")),
    ):
        pass


def test_ten_megabytes_are_read_or_refused_in_time(tmp_path: Path) -> None:
    big = event("SUMMARY:x", *[f"X-NOTHING-{n}:{'y' * 1000}" for n in range(10_000)])
    assert len(rows(tmp_path, calendar(big))) == 1
