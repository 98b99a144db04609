"""Invitations for the tests, as calendar programs write them."""

from pathlib import Path

ONANONG = "ORGANIZER;CN=อรอนงค์ ศรีสุข:mailto:onanong@site.example"
SUDA = 'ATTENDEE;CN="สุดา ใจดี";PARTSTAT=NEEDS-ACTION:mailto:suda@thaidee.example'
JOHN = "ATTENDEE;CN=John Smith;ROLE=OPT-PARTICIPANT:MAILTO:john@acme.example"


def event(*lines: str, uid: str = "meeting-1@site.example", start: str = ";TZID=Asia/Bangkok:20261123T100000") -> str:
    """Write an event; lines given last are added."""
    head = ("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20261101T000000Z", *([f"DTSTART{start}"] if start else []))
    return "\r\n".join((*head, *lines, "END:VEVENT"))


def calendar(*events: str, method: str = "REQUEST") -> str:
    """Write a whole file."""
    return "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//", f"METHOD:{method}", *events, "END:VCALENDAR", "")
    )


def meeting(*lines: str, uid: str = "meeting-1@site.example", start: str = ";TZID=Asia/Bangkok:20261123T100000") -> str:
    """Write an event of an hour with a host and two guests."""
    usual = ("SUMMARY:ดูงานห้องยา", "LOCATION:ห้องประชุม 2", "DURATION:PT1H", ONANONG, SUDA, JOHN)
    return event(*usual, *lines, uid=uid, start=start)


def written(folder: Path, text: str | bytes, name: str = "invite.ics") -> Path:
    """Write a file of a calendar program."""
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file
