"""Tests of whom an arrival is taken for: whole words, said alike, both scripts, and never a part of a word."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from frontdesk.domain.watch_list import Advice, How, Watched, WatchHit, WatchKind
from frontdesk.domain.watch_matching import WatchMatcher, about_visitor, matches
from frontdesk.paths import resources

ADDED = datetime(2026, 11, 1, tzinfo=UTC)


def person(*names: str, plate: str = "", key: str = "w-1") -> Watched:
    return Watched(key, WatchKind.PERSON, names, plate, "ขู่พนักงาน", Advice.CALL_SUPERVISOR, "s-1", ADDED)


def car(plate: str) -> Watched:
    return replace(person(), kind=WatchKind.PLATE, plate=plate)


def only(hits: tuple[WatchHit, ...]) -> WatchHit:
    (hit,) = hits
    return hit


SAME_PERSON = [
    ("สมชาย ใจดี", "สมชาย ใจดี", How.SAME_NAME, 100),
    ("สมชาย ใจดี", "นายสมชาย  ใจดี", How.SAME_NAME, 100),
    ("นายสมชาย ใจดี", "คุณ สมชาย ใจดี", How.SAME_NAME, 100),
    ("พ.ต.ท. สมชาย ใจดี", "สมชาย ใจดี (ชาย)", How.SAME_NAME, 100),
    ("สมชาย ใจดี", "สมชายใจดี", How.SAME_NAME, 100),
    ("สมชายใจดี", "สมชาย ใจดี", How.SAME_NAME, 100),
    ("สมศรี ณ อยุธยา", "สมศรี ณอยุธยา", How.SAME_NAME, 100),
    ("สมชาย ใจดี", "ใจดี สมชาย", How.OTHER_ORDER, 97),
    ("สมชาย ใจดี", "ใจดีสมชาย", How.OTHER_ORDER, 97),
    ("ณัฐพล จันทร์เพ็ง", "นัทพล จันเพ็ง", How.SOUND, 93),
    ("พรทิพย์ ศรีสุวรรณ", "พรทิพ สีสุวรรณ", How.SLIP, 86),
    ("ศิริพร วงศ์ทอง", "สิริพร วงษ์ทอง", How.SOUND, 93),
    ("ประยุทธ์ ใจดี", "ใจดี ประยุด", How.SOUND, 94),
    ("สมชาย ใจดี", "สมขาย ใจดี", How.SLIP, 90),
    ("สมชาย ใจดี", "สมชสย ใจดี", How.SLIP, 90),
    ("ทองดี มีทรัพย์เย็น", "ทองดี มีซับเย็น", How.SOUND, 97),
    ("ทองดี มีทรัพย์เย็น", "ทองดีย์ มีทรัพย์เย็น", How.SOUND, 97),
    ("สุรีย์ พรหมดี", "สุรี พรหมดี", How.SOUND, 97),
    ("ทรายแก้ว ใจดี", "ซายแก้ว ใจดี", How.SOUND, 97),
    ("วีระพงษ์ เจริญสุข", "วีระพง เจริญสุก", How.SOUND, 93),
    ("สมชาย ใจดี", "Somchai Jaidee", How.ROMANISED, 90),
    ("สมชาย ใจดี", "Mr. Jaidee, Somchai", How.ROMANISED, 87),
    ("Nattapon Srisuk", "ณัฐพล ศรีสุข", How.ROMANISED, 90),
    ("John Smith", "จอห์น สมิธ", How.ROMANISED, 84),
    ("สมชาย ใจดี", "l,=kp .0fu", How.LAYOUT, 90),
    ("Laura Reyes", "ฟสฟีพฟ พำัำห", None, 0),
    ("Laura Reyes", "Reyes, Laura", How.OTHER_ORDER, 97),
    ("Laura Reyes", "Ms Laura Reyes", How.SAME_NAME, 100),
    ("Anne-Marie O'Brien", "Anne Marie OBrien", How.SAME_NAME, 100),
    ("John Smith", "John Michael Smith", How.SAME_NAME, 92),
    ("Jon Smith", "John Smith", How.SLIP, 88),
    ("José Núñez", "Jose Nunez", How.SAME_NAME, 100),
    ("Somchai Jaidee", "Somchay Chaidee", How.SOUND, 93),
]

SOMEBODY_ELSE = [
    ("Yes", "Laura Reyes"),
    ("Reyes", "Laura Yes"),
    ("ชัย", "วิชัย ใจดี"),
    ("ชัย", "ชัยวัฒน์ ใจดี"),
    ("ชัย", "สมหมาย ศรีชัย"),
    ("สม", "สมชาย ใจดี"),
    ("สม", "สมชาย"),
    ("สมชาย", "สม ใจดี"),
    ("ดี", "สมชาย ใจดี"),
    ("ณัฐ", "ณัฐพล ใจดี"),
    ("พร", "ศิริพร พรประเสริฐ"),
    ("Ann", "Joanna Brown"),
    ("Lee", "Ashlee Leeds"),
    ("Chai", "Somchai Jaidee"),
    ("ชัย", "Somchai Jaidee"),
    ("สมชาย ใจดี", "สมชาย รักดี"),
    ("สมชาย ใจดี", "สมหญิง ใจดี"),
    ("สมชาย ใจดี", "สมชายใจดีเจริญ"),
    ("สมชาย ใจดี", "ชาย ดี"),
    ("John Lee", "John Ray"),
    ("John Lee", "John Leeson"),
    ("พร ดี", "พล ดู"),
    ("พัชรี ศรีสุข", "พัฒน์ ศรีสุข"),
    ("Somchai Jaidee", "สมหมาย ใจงาม"),
    ("สมชาย ใจดี", ""),
    ("สมชาย ใจดี", "คุณ"),
    ("สมชาย ใจดี", "12345"),
]

ONE_WORD = [
    ("ชัย", "ชัย ใจดี", How.ONE_WORD),
    ("ณัฐ", "คุณนัท ใจดี", How.ONE_WORD),
    ("Reyes", "Laura Reyes", How.ONE_WORD),
    ("สมชาย ใจดี", "นายสมชาย", How.ONE_WORD),
    ("สมชาย", "Somchai Jaidee", How.ONE_WORD),
    ("ณัฐ", "นัท", How.SOUND),
    ("สมชาย", "สมชาย", How.SAME_NAME),
]


@pytest.mark.parametrize(("listed", "arriving", "how", "percent"), SAME_PERSON)
def test_may_be_the_one_listed(listed: str, arriving: str, how: How | None, percent: int) -> None:
    if how is None:
        assert matches(arriving, "", [person(listed)]) == ()
        return
    hit = only(matches(arriving, "", [person(listed)]))
    assert (hit.how, hit.percent, hit.weak, hit.name) == (how, percent, False, listed)


@pytest.mark.parametrize(("listed", "arriving"), SOMEBODY_ELSE)
def test_is_somebody_else(listed: str, arriving: str) -> None:
    assert matches(arriving, "", [person(listed)]) == ()


@pytest.mark.parametrize(("listed", "arriving", "how"), ONE_WORD)
def test_one_word_is_weak(listed: str, arriving: str, how: How) -> None:
    hit = only(matches(arriving, "", [person(listed)]))
    assert (hit.how, hit.weak, hit.quiet) == (how, True, True)
    assert hit.percent <= 70


CARS = [
    ("1กก 1234 กทม", "1กก 1234 กรุงเทพมหานคร", How.SAME_PLATE, 100),
    ("1กก 1234 กทม", "กทม 1234 1กก", How.SAME_PLATE, 100),
    ("1กก 1234 กทม", "1กก1234", How.SAME_PLATE, 95),
    ("๑กก ๑๒๓๔", "1กก-1234", How.SAME_PLATE, 100),
    ("1กก 1234 กทม", "1กก 1234 เชียงใหม่", How.OTHER_PROVINCE, 70),
    ("1กก 1234 กทม", "1กถ 1234", How.SIMILAR_PLATE, 85),
    ("1กก 1234 กทม", "1กก 7234 กทม", How.SIMILAR_PLATE, 85),
    ("1กก 1234 กทม", "กก 1234", How.SIMILAR_PLATE, 75),
    ("1กก 1234 กทม", "1กก 1243", How.SIMILAR_PLATE, 75),
    ("70-1234 นครปฐม", "70-1234", How.SAME_PLATE, 95),
    ("ABC 1234", "abc-1234", How.SAME_PLATE, 100),
]

OTHER_CARS = [
    ("1กก 1234 กทม", "1กก 1"),
    ("1กก 1234 กทม", "2ขข 1234"),
    ("1กก 1234 กทม", "1กก 5678 กทม"),
    ("1กก 1234 กทม", "กทม"),
    ("1กก 1234 กทม", "234"),
    ("กก 1", "กข 1"),
    ("1กก 1234 กทม", ""),
]


@pytest.mark.parametrize(("listed", "arriving", "how", "percent"), CARS)
def test_may_be_the_car_listed(listed: str, arriving: str, how: How, percent: int) -> None:
    hit = only(matches("", arriving, [car(listed)]))
    assert (hit.how, hit.percent, hit.weak) == (how, percent, False)


@pytest.mark.parametrize(("listed", "arriving"), OTHER_CARS)
def test_is_another_car(listed: str, arriving: str) -> None:
    assert matches("", arriving, [car(listed)]) == ()


def test_last_figures_alone_are_weak() -> None:
    hit = only(matches("", "1234", [car("1กก 1234 กทม")]))
    assert (hit.how, hit.weak, hit.percent) == (How.PLATE_END, True, 40)


def test_slip_in_another_province_is_weak() -> None:
    hit = only(matches("", "1กถ 1234 เชียงใหม่", [car("1กก 1234 กทม")]))
    assert (hit.how, hit.weak) == (How.SIMILAR_PLATE, True)


def test_name_and_plate_together_are_stronger_than_either() -> None:
    entry = person("สมชาย ใจดี", plate="1กก 1234 กทม")
    weak = only(matches("สมชาย", "", [entry]))
    both = only(matches("สมชาย", "1กก 1234 เชียงใหม่", [entry]))
    assert weak.quiet
    assert (both.quiet, both.how, both.also, both.percent) == (False, How.ONE_WORD, How.OTHER_PROVINCE, 85)


def test_best_of_several_names_is_shown() -> None:
    hit = only(matches("ชัย มีสุข", "", [person("สมชาย ใจดี", "ชัย", "ชัย มีสุก")]))
    assert (hit.how, hit.name, hit.weak) == (How.SOUND, "ชัย มีสุก", False)


def test_those_to_decide_on_come_first_then_the_likest() -> None:
    entries = [person("สมชาย", key="w-1"), person("สมขาย ใจดี", key="w-2"), person("สมชาย ใจดี", key="w-3")]
    hits = WatchMatcher(entries).matches("สมชาย ใจดี")
    assert [(hit.watched.id, hit.weak) for hit in hits] == [("w-3", False), ("w-2", False), ("w-1", True)]


def test_nothing_listed_nothing_found() -> None:
    assert matches("สมชาย ใจดี", "1กก 1234", []) == ()


@pytest.mark.parametrize("noise", ["\x00", "ก" * 5_000, " ".join("กขคง" for _ in range(500)), "์ิุ่", "((((", "ʼn 🙂"])
def test_any_text_may_arrive(noise: str) -> None:
    assert matches(noise, noise, [person("สมชาย ใจดี", plate="1กก 1234")]) == ()


def test_same_visitor_is_known_again_but_not_by_name_alone() -> None:
    about = about_visitor("w-1", "นายสมชาย ใจดี", "", "0812345678")
    assert about == about_visitor("w-1", "ใจดี สมชาย", "", "0812345678")
    assert about_visitor("w-1", "สมชาย ใจดี", "1กก 1234", "") == about_visitor("w-1", "สมชาย ใจดี", "กก 1 1234", "") != ""
    assert about_visitor("w-1", "สมชาย ใจดี", "", "") == ""
    assert about_visitor("w-1", "", "1กก 1234", "0812345678") == ""


@pytest.mark.parametrize(
    "other", [("w-2", "สมชาย ใจดี", "0812345678"), ("w-1", "สมชาย", "0812345678"), ("w-1", "สมชาย ใจดี", "0899999999")]
)
def test_other_visitors_and_entries_are_told_apart(other: tuple[str, str, str]) -> None:
    watched, name, number = other
    assert about_visitor(watched, name, "", number) != about_visitor("w-1", "สมชาย ใจดี", "", "0812345678")


def test_digest_tells_no_name() -> None:
    about = about_visitor("w-1", "สมชาย ใจดี", "", "0812345678")
    assert len(about) == 32 and about.isascii() and "0812345678" not in about


NAMES = tomllib.loads((resources() / "demo" / "names.toml").read_text("utf-8"))
WORDS = sorted({*NAMES["women"], *NAMES["men"], *NAMES["nicknames"]})
FAMILIES = [
    (part, root + end) for root in NAMES["roots"] for end in filter(None, NAMES["endings"]) for part in (root, end)
]


def test_no_word_is_found_in_a_family_name_that_is_built_of_it() -> None:
    assert len(FAMILIES) > 500
    wrong = [(part, family) for part, family in FAMILIES if matches(f"มะลิ {family}", "", [person(part)])]
    assert wrong == []


def test_a_letter_more_at_either_end_is_another_single_word() -> None:
    added = ("วิ", "ศรี", "พร", "ชัย", "Re", "ton")
    longer = [(word, name) for word in WORDS for bit in added for name in (f"{bit}{word}", f"{word}{bit}")]
    wrong = [(word, name) for word, name in longer if matches(name, "", [person(word)])]
    assert wrong == []
