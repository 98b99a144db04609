"""Anything can be typed or pasted into the box."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.search.article_index import ArticleIndex

PASTES = [
    "*",
    "w* OR *:*",
    "id:5 AND words:[a TO z]",
    "((((((((((",
    '"บัตร',
    "บัตร~2^4",
    "\x00\x01\x7f",
    "\ud800 lone surrogate \udfff",
    "'; DROP TABLE articles; --",
    "ก" * 200,
    "่" * 200,
    "ำ้" * 100,
    "e\u0301\u0301" * 70,
    "\u200b" * 200,
    "นานา" * 50,
    "[y9i" * 50,
    "1" * 200,
    "a " * 100,
    "🙂" * 100,
    "ความ " * 20000,
    "x" * 100_000,
    "1/1/1/1/1/1/" * 16,
    "ก.ก.ก.ก.ก." * 20,
]


@pytest.mark.parametrize("text", PASTES, ids=range(len(PASTES)))
def test_a_hostile_text_is_answered_soon(site: ArticleIndex, text: str) -> None:
    site.search(text, 10)
    began = time.process_time()
    ranking = site.search(text, 10)
    assert time.process_time() - began < 0.1
    assert ranking.ready


@given(st.text(max_size=200) | st.text(st.sampled_from("กขคาเแโ่้ัิุ์ำํๆฯ๑.*:()[]\"'~^ abAB01-/"), max_size=200))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_answered(site: ArticleIndex, text: str) -> None:
    ranking = site.search(text, 10)
    assert ranking.ready
    assert len(ranking.hits) <= 10


def test_what_follows_the_first_200_letters_is_not_looked_up(site: ArticleIndex) -> None:
    assert site.search(" " * 200 + "บัตรประชาชน", 5).hits == ()
