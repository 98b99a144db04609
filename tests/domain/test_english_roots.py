"""Inflected forms share a plain one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.english_roots import plain_forms


@pytest.mark.parametrize(
    ("plain", "forms"),
    [
        ("password", "passwords"),
        ("policy", "policies policy's"),
        ("box", "boxes"),
        ("boss", "boss's bosses"),
        ("tie", "ties"),
        ("park", "parks parked parking"),
        ("register", "registers registered registering"),
        ("visit", "visited visiting"),
        ("book", "booking booked"),
        ("change", "changed changing changes"),
        ("close", "closed closing"),
        ("move", "moved moving"),
        ("update", "updating updated"),
        ("cancel", "canceled canceling"),
        ("stop", "stopped stopping"),
        ("charge", "charged charging"),
        ("service", "services serviced"),
        ("schedule", "scheduled scheduling"),
        ("vaccinate", "vaccinated vaccinating"),
        ("apply", "applied applying applies"),
        ("pay", "pays paying paid"),
        ("need", "needed needs"),
        ("see", "seeing"),
        ("prepare", "prepared preparing"),
        ("appear", "appeared appearing"),
        ("lose", "lost losing"),
        ("child", "children children's"),
        ("purchase", "purchased purchases"),
        ("check", "checked checking"),
    ],
)
def test_forms_share_the_plain_one(plain: str, forms: str) -> None:
    assert {form: plain_forms(form)[-1:] for form in forms.split()} == dict.fromkeys(forms.split(), (plain,))
    assert plain_forms(plain) == ()


@pytest.mark.parametrize(
    "word", ["boss", "virus", "bus", "bed", "ring", "king", "need", "evening", "speed", "บัตร", "", "s", "'s", "2nd"]
)
def test_plain_words_stay(word: str) -> None:
    assert [form for form in plain_forms(word) if form] == []


@given(st.text("abcdeghinrsty'", max_size=12))
def test_no_form_is_the_word_itself(word: str) -> None:
    assert word not in plain_forms(word)
