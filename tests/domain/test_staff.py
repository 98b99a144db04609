"""PINs and polite particles."""

import pytest

from frontdesk.domain.politeness import spoken
from frontdesk.domain.staff import Particle, pin_is_acceptable


@pytest.mark.parametrize(
    ("pin", "good"),
    [
        ("258036", True),
        ("90210773", True),
        ("25803", False),
        ("111111", False),
        ("123456", False),
        ("987654", False),
        ("567890", False),
        ("๒๕๘๐๓๖", False),
        ("25803a", False),
        ("", False),
    ],
)
def test_a_pin_has_six_digits_that_are_not_a_run(pin: str, good: bool) -> None:
    assert pin_is_acceptable(pin) is good


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("แจ้งที่ช่อง 3 ได้เลยค่ะ", "แจ้งที่ช่อง 3 ได้เลยครับ"),
        ("รบกวนถือสายนะคะ", "รบกวนถือสายนะครับ"),
        ("ติดต่อเรื่องอะไรคะ", "ติดต่อเรื่องอะไรครับ"),
        ("คะแนนสอบอยู่ที่ตึก 2 ค่ะ", "คะแนนสอบอยู่ที่ตึก 2 ครับ"),
        ("ดิฉันจะโทรกลับค่ะ", "ผมจะโทรกลับครับ"),
        ("Please come to counter 3.", "Please come to counter 3."),
    ],
)
def test_a_line_is_said_with_the_speakers_particle(line: str, said: str) -> None:
    assert spoken(line, Particle.KHRAP) == said
    assert spoken(line, Particle.KHA) == line
