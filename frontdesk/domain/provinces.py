"""The provinces of Thailand as licence plates name them: in full, in short, in Latin letters, in speech."""

import re
from functools import cache, lru_cache

from rapidfuzz import fuzz, process

from .thai_text import normalise

BANGKOK = "กรุงเทพมหานคร"
_LIKE = 78
"""Out of 100: how like a province's name a word must be to be taken for it."""
_BEGUN = 4
"""Letters from which the beginning of one province's name alone is taken for it."""

REMEMBERED = 1_024

_PROVINCES = """
กรุงเทพมหานคร กท bangkok
กระบี่ กบ krabi
กาญจนบุรี กจ kanchanaburi
กาฬสินธุ์ กส kalasin
กำแพงเพชร กพ kamphaengphet
ขอนแก่น ขก khonkaen
จันทบุรี จบ chanthaburi
ฉะเชิงเทรา ฉช chachoengsao
ชลบุรี ชบ chonburi
ชัยนาท ชน chainat
ชัยภูมิ ชย chaiyaphum
ชุมพร ชพ chumphon
เชียงราย ชร chiangrai
เชียงใหม่ ชม chiangmai
ตรัง ตง trang
ตราด ตร trat
ตาก ตก tak
นครนายก นย nakhonnayok
นครปฐม นฐ nakhonpathom
นครพนม นพ nakhonphanom
นครราชสีมา นม nakhonratchasima
นครศรีธรรมราช นศ nakhonsithammarat
นครสวรรค์ นว nakhonsawan
นนทบุรี นบ nonthaburi
นราธิวาส นธ narathiwat
น่าน นน nan
บึงกาฬ บก buengkan
บุรีรัมย์ บร buriram
ปทุมธานี ปท pathumthani
ประจวบคีรีขันธ์ ปข prachuapkhirikhan
ปราจีนบุรี ปจ prachinburi
ปัตตานี ปน pattani
พระนครศรีอยุธยา อย ayutthaya
พะเยา พย phayao
พังงา พง phangnga
พัทลุง พท phatthalung
พิจิตร พจ phichit
พิษณุโลก พล phitsanulok
เพชรบุรี พบ phetchaburi
เพชรบูรณ์ พช phetchabun
แพร่ พร phrae
ภูเก็ต ภก phuket
มหาสารคาม มค mahasarakham
มุกดาหาร มห mukdahan
แม่ฮ่องสอน มส maehongson
ยโสธร ยส yasothon
ยะลา ยล yala
ร้อยเอ็ด รอ roiet
ระนอง รน ranong
ระยอง รย rayong
ราชบุรี รบ ratchaburi
ลพบุรี ลบ lopburi
ลำปาง ลป lampang
ลำพูน ลพ lamphun
เลย ลย loei
ศรีสะเกษ ศก sisaket
สกลนคร สน sakonnakhon
สงขลา สข songkhla
สตูล สต satun
สมุทรปราการ สป samutprakan
สมุทรสงคราม สส samutsongkhram
สมุทรสาคร สค samutsakhon
สระแก้ว สก sakaeo
สระบุรี สบ saraburi
สิงห์บุรี สห singburi
สุโขทัย สท sukhothai
สุพรรณบุรี สพ suphanburi
สุราษฎร์ธานี สฎ suratthani
สุรินทร์ สร surin
หนองคาย นค nongkhai
หนองบัวลำภู นภ nongbualamphu
อ่างทอง อท angthong
อำนาจเจริญ อจ amnatcharoen
อุดรธานี อด udonthani
อุตรดิตถ์ อต uttaradit
อุทัยธานี อน uthaithani
อุบลราชธานี อบ ubonratchathani
"""
_SPOKEN = {
    "กทม": BANGKOK, "กรุงเทพ": BANGKOK, "กรุงเทพฯ": BANGKOK, "กทมฯ": BANGKOK, "bkk": BANGKOK,
    "โคราช": "นครราชสีมา", "แปดริ้ว": "ฉะเชิงเทรา", "ปากน้ำ": "สมุทรปราการ", "แม่กลอง": "สมุทรสงคราม",
    "มหาชัย": "สมุทรสาคร", "อยุธยา": "พระนครศรีอยุธยา", "กาญจน์": "กาญจนบุรี", "เมืองกาญจน์": "กาญจนบุรี",
    "สุราษ": "สุราษฎร์ธานี", "สุราษฎร์": "สุราษฎร์ธานี", "ประจวบ": "ประจวบคีรีขันธ์", "เมืองคอน": "นครศรีธรรมราช",
    "พิดโลก": "พิษณุโลก", "ปราจีน": "ปราจีนบุรี", "korat": "นครราชสีมา", "hatyai": "สงขลา", "หาดใหญ่": "สงขลา",
    "พัทยา": "ชลบุรี", "pattaya": "ชลบุรี", "เบตง": "ยะลา", "betong": "ยะลา",
}  # fmt: skip
_BEFORE = re.compile(r"^(?:จังหวัด|จ\.?(?=[ก-ฮเ-ไ]{2}))")
_SIGNS = re.compile(r"[\s.ฯ-]+")


@lru_cache(REMEMBERED)
def province_of(text: str) -> str:
    """Return the full name of the province that a text means, be it misspelt lightly, or "" for none."""
    word = _SIGNS.sub("", _BEFORE.sub("", normalise(text).strip()))
    return _names().get(word) or (_begun(word) or _alike(word) if len(word) >= _BEGUN else "")


@cache
def _names() -> dict[str, str]:
    """Every name and short form, without blanks and dots, with the province that it is."""
    lines = [line.split() for line in _PROVINCES.split("\n") if line]
    names = {_SIGNS.sub("", normalise(name)): full for full, *others in lines for name in (full, *others)}
    return names | {_SIGNS.sub("", normalise(name)): full for name, full in _SPOKEN.items()}


def _begun(word: str) -> str:
    """Take the beginning of a name for the one province that begins so."""
    found = {full for name, full in _names().items() if name.startswith(word)}
    return found.pop() if len(found) == 1 else ""


def _alike(word: str) -> str:
    names = [name for name in _names() if len(name) >= _BEGUN]
    found = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=_LIKE)
    return _names()[found[0]] if found else ""
