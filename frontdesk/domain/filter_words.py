"""The words that a filter of contacts is written in, Thai and English; the first of each is how it is written."""

from .contacts import Channel, Feedback, Outcome
from .languages import Language

TH, EN = Language.TH, Language.EN

CHANNELS: dict[Language, dict[Channel, tuple[str, ...]]] = {
    TH: {
        Channel.PHONE: ("โทรศัพท์", "โทร"),
        Channel.WALK_IN: ("มาเอง", "มาด้วยตนเอง"),
        Channel.EMAIL: ("อีเมล", "อีเมล์"),
        Channel.FAX: ("แฟกซ์", "โทรสาร"),
        Channel.LINE: ("LINE", "ไลน์"),
        Channel.OTHER: ("ช่องทางอื่น",),
    },
    EN: {
        Channel.PHONE: ("phone",),
        Channel.WALK_IN: ("walk-in", "walk in"),
        Channel.EMAIL: ("email", "e-mail"),
        Channel.FAX: ("fax",),
        Channel.LINE: ("LINE",),
        Channel.OTHER: ("other-channel", "other channel"),
    },
}
OUTCOMES: dict[Language, dict[Outcome, tuple[str, ...]]] = {
    TH: {
        Outcome.ANSWERED: ("ตอบแล้ว",),
        Outcome.TRANSFERRED: ("โอนสาย", "โอน"),
        Outcome.PROMISED: ("รับปากไว้", "รับปาก"),
        Outcome.MESSAGE: ("ฝากข้อความ",),
        Outcome.WRONG_PLACE: ("ผิดที่",),
        Outcome.DROPPED: ("สายหลุด",),
        Outcome.OTHER: ("ผลอื่น",),
    },
    EN: {
        Outcome.ANSWERED: ("answered",),
        Outcome.TRANSFERRED: ("transferred",),
        Outcome.PROMISED: ("promised",),
        Outcome.MESSAGE: ("message",),
        Outcome.WRONG_PLACE: ("wrong-place", "wrong place"),
        Outcome.DROPPED: ("dropped",),
        Outcome.OTHER: ("other-outcome", "other outcome"),
    },
}
FEEDBACK: dict[Language, dict[Feedback, tuple[str, ...]]] = {
    TH: {Feedback.COMPLIMENT: ("คำชม",), Feedback.COMPLAINT: ("ร้องเรียน",)},
    EN: {Feedback.COMPLIMENT: ("compliment",), Feedback.COMPLAINT: ("complaint",)},
}
UNANSWERED = {TH: ("ตอบไม่ได้",), EN: ("unanswered",)}
CORRECTED = {TH: ("แก้ไขแล้ว",), EN: ("corrected",)}
KEYS: dict[str, dict[Language, tuple[str, ...]]] = {
    "topic": {TH: ("หัวข้อ",), EN: ("topic",)},
    "staff": {TH: ("โดย",), EN: ("by", "staff")},
    "person": {TH: ("คน", "ผู้ติดต่อ"), EN: ("person", "who")},
    "channel": {TH: ("ช่องทาง",), EN: ("channel",)},
    "outcome": {TH: ("ผล",), EN: ("outcome",)},
    "since": {TH: ("ตั้งแต่", "จาก"), EN: ("from", "since")},
    "until": {TH: ("ถึง", "จนถึง"), EN: ("to", "until")},
}
"""What stands before a colon."""

LABELS = {
    TH: {"topic": "หัวข้อ", "staff": "โดย", "person": "ผู้ติดต่อ", "channel": "ช่องทาง", "outcome": "ผล", "words": "มีคำว่า"},
    EN: {"topic": "topic", "staff": "by", "person": "caller", "channel": "channel", "outcome": "outcome",
         "words": "with the words"},
}  # fmt: skip
"""What stands before the values where a filter is said in words."""
