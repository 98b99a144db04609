"""Spellings in Latin letters find just the names that would be found if all were compared one by one."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from frontdesk.domain.name_sounds import romanised_key, rough_key
from frontdesk.domain.romanised_index import FAR_SHARE, LONG_ROUGH, RomanisedIndex

NAMES = st.lists(
    st.text(alphabet="กชมนรศาิุเ", min_size=1, max_size=9) | st.text(alphabet="kmnrsti", min_size=1), max_size=40
)
TYPED = st.text(alphabet="kmnrstiw", min_size=1, max_size=12)


def _far(name: str, key: str) -> float | None:
    """Return how far a name is, by the rule itself."""
    other, most = romanised_key(name), FAR_SHARE * len(key)
    slips, rough = OSA.distance(key, other), OSA.distance(rough_key(key), rough_key(other))
    alike = rough_key(other) and rough <= (1 if len(rough_key(key)) < LONG_ROUGH else 2)
    near = slips <= (2 if most >= 3 else 1)
    far = slips + rough / 2
    return far if other and (alike or near) and far <= most else None


@given(NAMES, TYPED)
def test_nobody_is_missed(names: list[str], typed: str) -> None:
    found = dict(RomanisedIndex(names).nearest(typed))
    assert found == {number: far for number, name in enumerate(names) if (far := _far(name, typed)) is not None}
    assert list(found.values()) == sorted(found.values())


def test_thai_and_latin_spellings_meet() -> None:
    index = RomanisedIndex(["ณัฐพงษ์", "แก้วมณี", "nattapong", "สุดา"])
    assert {number for number, _ in index.nearest(romanised_key("natthaphong"))} == {0, 2}
    assert {number for number, _ in index.nearest(romanised_key("kaewmanee"))} == {1}


def test_nothing_is_near_to_no_letters() -> None:
    assert list(RomanisedIndex(["สุดา", ""]).nearest("")) == []
    assert list(RomanisedIndex([]).nearest("st")) == []
