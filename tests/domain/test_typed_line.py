import pytest

from frontdesk.domain.typed_line import read_line
from frontdesk.domain.typed_visits import TypedVisit


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("สมชาย ใจดี", TypedVisit("สมชาย ใจดี")),
        ("Peter Brown", TypedVisit("Peter Brown")),
        ("กก1234", TypedVisit(plate="กก 1234")),
        ("1กก 1234 กทม", TypedVisit(plate="1กก 1234 กรุงเทพมหานคร")),
        ("081-234-5678", TypedVisit(number="081-234-5678")),
        ("๐๘๑๒๓๔๕๖๗๘", TypedVisit(number="๐๘๑๒๓๔๕๖๗๘")),
        ("กก1234 สมชาย ใจดี", TypedVisit("สมชาย ใจดี", plate="กก 1234")),
        ("สมชาย ใจดี 0812345678", TypedVisit("สมชาย ใจดี", number="0812345678")),
        ("ช่างลิฟต์ 2 คน", TypedVisit("ช่างลิฟต์", party="2")),
        ("Otis lift service, 3 people", TypedVisit("Otis lift service", party="3")),
        ("5", TypedVisit("5")),
        ("  ", TypedVisit()),
        (
            "1กก 1234 สมชาย ใจดี 3 คน 089 111 2222",
            TypedVisit("สมชาย ใจดี", number="089 111 2222", plate="1กก 1234", party="3"),
        ),
    ],
)
def test_each_part_of_a_line_goes_where_it_belongs(line: str, read: TypedVisit) -> None:
    assert read_line(line) == read
