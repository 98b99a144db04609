from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.chain import (
    BEGINNING,
    ChainEntry,
    ChainHead,
    canonical,
    commitment_to,
    fingerprint,
    link_after,
    link_on_paper,
    printed_link,
    seal_of,
)
from frontdesk.domain.errors import DeskError

KEY = bytes(range(32))
ENTRY = ChainEntry(7, "contact", "c01", "2026-11-20T03:00:00.000000+00:00", b"s" * 16, b"c" * 32, b"")


def test_the_bytes_committed_to_never_change() -> None:
    content = {"queries": [], "contact": {"note": "ขอโทรกลับ “บ่าย”\n🙏", "id": "c01", "unanswered": 1, "at": None}}
    text = '{"contact":{"at":null,"id":"c01","note":"ขอโทรกลับ “บ่าย”\\n🙏","unanswered":1},"form":1,"queries":[]}'
    assert canonical(content) == text.encode()


def test_links_and_commitments_never_change() -> None:
    """Print-outs and chains of years ago are proved by these very values."""
    commitment = commitment_to(b"s" * 16, b"{}")
    assert commitment.hex()[:16] == "7525933f0e78f8a1"
    assert link_after(KEY, BEGINNING, ENTRY).hex()[:16] == "37b6c05e2d02a370"
    assert fingerprint(KEY) == "8bb91b86985c5ddf"
    assert seal_of(KEY, ChainHead(7, b"l" * 32)).hex()[:16] == "b55375d953846e1b"


@pytest.mark.parametrize("field", ["seq", "kind", "subject", "at", "commitment"])
def test_a_link_takes_in_every_part(field: str) -> None:
    value = getattr(ENTRY, field)
    changes: dict[str, Any] = {field: value + 1 if isinstance(value, int) else value[:-1]}
    changed = replace(ENTRY, **changes)
    assert link_after(KEY, BEGINNING, changed) != link_after(KEY, BEGINNING, ENTRY)


def test_a_link_takes_in_key_and_the_link_before() -> None:
    links = {link_after(key, before, ENTRY) for key in (KEY, b"x" * 32) for before in (BEGINNING, b"y" * 32)}
    assert len(links) == 4


def test_parts_cannot_be_moved_into_one_another() -> None:
    one = ChainEntry(1, "con", "tact", "2026", b"", b"", b"")
    other = ChainEntry(1, "cont", "act", "2026", b"", b"", b"")
    assert link_after(KEY, BEGINNING, one) != link_after(KEY, BEGINNING, other)


@pytest.mark.parametrize("seq", [-(2**63), -1, 0, 2**63 - 1])
@pytest.mark.parametrize("text", ["", "\ud800", "\0", "ก" * 999])
def test_whatever_stands_in_the_file_gets_a_link(seq: int, text: str) -> None:
    assert len(link_after(KEY, BEGINNING, ChainEntry(seq, text, text, text, b"", b"", b""))) == 32
    assert canonical({"contact": {"note": text, "at": b"\xff", "unanswered": 1.5}})


@given(st.binary(min_size=32, max_size=32))
def test_what_is_printed_is_read_back(link: bytes) -> None:
    printed = printed_link(link)
    assert len(printed) == 24
    for form in (printed, printed.lower(), printed.replace(" ", ""), printed.replace(" ", "-"), f"\t{printed} "):
        assert link_on_paper(form) == link[:10]
    assert link_on_paper(link.hex()) == link


@pytest.mark.parametrize("text", ["", "3F2A", "G" * 20, "0" * 21, "๐" * 20, "0" * 65])
def test_what_was_never_printed_is_refused(text: str) -> None:
    with pytest.raises(DeskError, match="head_unreadable"):
        link_on_paper(text)
