"""Say-aloud lines as the one at the desk would say them."""

import re

from .staff import Particle

_FEMALE = re.compile("นะคะ|ค่ะ|คะ(?![\u0e00-\u0e7f])|ดิฉัน")
_MALE = {"นะคะ": "นะครับ", "ค่ะ": "ครับ", "คะ": "ครับ", "ดิฉัน": "ผม"}


def spoken(line: str, particle: Particle) -> str:
    """Return a line, stored with the feminine particle, for a speaker who uses ``particle``."""
    if particle is Particle.KHA:
        return line
    return _FEMALE.sub(lambda found: _MALE[found.group()], line)
