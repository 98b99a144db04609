"""Quick facts: what is good to know of somebody. Never health: a front desk need not know it to be kind."""

import re

from .people import QuickFact
from .thai_text import normalise

LONGEST = 200
"""Letters of a name or a value; longer texts belong into the note."""

_HEALTH = re.compile(
    r"สุขภาพ|โรค|อาการป่วย|เจ็บป่วย|แพ้ยา|แพ้อาหาร|ภูมิแพ้|วินิจฉัย|การรักษา|กรุ๊ปเลือด|หมู่เลือด|ตั้งครรภ์|ผลตรวจ|ผลเลือด|ผ่าตัด|พิการ"
    r"|health|allerg|diseas|diagnos|medicat|medicine|illness|symptom|pregnan|blood type|disab|surgery"
)


def tells_of_health(fact: QuickFact) -> bool:
    """Tell whether a fact speaks of somebody's health: the card of the desk, which others may see, leaves it out."""
    return _HEALTH.search(normalise(f"{fact.name} {fact.value}")) is not None
