"""The plain form of inflected English words, by rule: cards, parked, parking and children's.

Rules only, so that no list of words is needed; what they make of a rare word need not be one.
"""

import re

_SHORTEST = 4
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_DROPPED_E = re.compile(
    "(?:at|bl|[iy]z|v|[^k]c|[rd]g|[ae]ng|[^aeiou]s|[aeo]s|i[sr]|[^e]ar|ur|ul|ut|^[^aeiou]+[aeiouy][^aeiouwxy])$"
)
"""How a word ends that has lost its e before -ed and -ing: updat-ing, chang-ed, clos-ed, mov-ing."""
_STAYING = "during evening morning nothing something anything everything ceiling indeed hundred"
_KEPT = frozenset(_STAYING.split())
_FORMS_OF = (
    "children:child men:man women:woman people:person feet:foot teeth:tooth mice:mouse wives:wife knives:knife "
    "lives:life halves:half leaves:leave lost:lose paid:pay bought:buy brought:bring sent:send left:leave "
    "forgot:forget forgotten:forget broke:break broken:break stolen:steal stole:steal took:take taken:take "
    "given:give gave:give written:write wrote:write went:go gone:go came:come held:hold kept:keep met:meet "
    "made:make said:say told:tell spoke:speak spoken:speak drove:drive driven:drive ate:eat eaten:eat "
    "chosen:choose chose:choose fell:fall fallen:fall began:begin begun:begin got:get gotten:get dying:die"
)
_IRREGULAR = dict(pair.split(":") for pair in _FORMS_OF.split())


def plain_forms(word: str) -> tuple[str, ...]:
    """Return the other forms by which a lower-case English word is to be found: none if it is plain."""
    owner = word.removesuffix("'s")
    if not owner.isascii():
        return ()
    root = _IRREGULAR.get(owner) or _plain(owner)
    return tuple(form for form in dict.fromkeys((owner, root)) if form != word)


def _plain(word: str) -> str:
    if len(word) < _SHORTEST or word in _KEPT or not word.isalpha():
        return word
    if word.endswith("s"):
        return _singular(word)
    for ending in ("ed", "ing"):
        if word.endswith(ending) and _VOWEL.search(word[: -len(ending)]) and not word.endswith("eed"):
            return _without(word, ending)
    return word


def _singular(word: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zes")) else word[:-1]


def _without(word: str, ending: str) -> str:
    stem = word[: -len(ending)]
    if len(stem) < _SHORTEST - 2:
        return word
    if _DOUBLED.search(stem):
        return stem[:-1]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    return stem + "e" if _DROPPED_E.search(stem) else stem
