"""What a word tells, on sites of different sizes."""

import pytest

from frontdesk.search.lookup.vocabulary import Vocabulary
from frontdesk.search.query.rarity import Rarity

SMALL = Rarity(Vocabulary({"ที่ไหน": 2, "เวชระเบียน": 2, "you": 2, "x-ray": 2, "บัตร": 40}), 48)
LARGE = Rarity(Vocabulary({"ที่ไหน": 2_000, "เวชระเบียน": 20, "บัตร": 400}), 20_000)


@pytest.mark.parametrize(("everyday", "telling"), [("ที่ไหน", "เวชระเบียน"), ("you", "x-ray")])
def test_a_small_site_knows_what_everybody_says(everyday: str, telling: str) -> None:
    assert SMALL.of(everyday) < SMALL.of(telling)
    assert SMALL.weight(everyday) < 0.9 * SMALL.weight(telling) <= 0.9


def test_on_a_large_site_its_own_texts_decide() -> None:
    assert LARGE.weight("เวชระเบียน") > 0.95
    assert LARGE.of("บัตร") < LARGE.of("เวชระเบียน")


@pytest.mark.parametrize(("size", "counts"), [(0, {}), (1, {}), (1, {"บัตร": 1}), (2, {"บัตร": 2})])
def test_the_smallest_sites_weigh_words(size: int, counts: dict[str, int]) -> None:
    rarity = Rarity(Vocabulary(counts), size)
    assert 0 < rarity.weight("บัตร") <= 1
    assert rarity.weight("ไม่มี") == 1
