"""Who somebody is on paper, in runs of text: each with the key of the value it shows, or none."""

from collections.abc import Iterator

from frontdesk.domain.languages import Language
from frontdesk.domain.people import PersonKind
from frontdesk.services.people_book import PersonCard
from frontdesk.ui.pages.people.person_words import PUBLIC, called
from frontdesk.ui.pages.people.spots import GHOST, label_of
from frontdesk.ui.words import Words

Run = tuple[str, str]
"""A key, or nothing where the text cannot be changed here, and the text."""


def name_runs(card: PersonCard, language: Language) -> list[Run]:
    """Return what somebody is called, in the letters of the screen's language where it is on file in them."""
    person = card.person
    if language is Language.EN and person.romanised:
        return [("romanised", person.romanised)]
    if person.name:
        return [run for run in (("given_name", person.given_name), ("family_name", person.family_name)) if run[1]]
    return [("organisation", person.organisation) if person.organisation else ("code", person.code)]


def identity_runs(card: PersonCard, words: Words, editing: bool = False) -> list[Run]:
    """Return the line under the name; while ``editing`` also what is not there yet, by its name."""
    named = {key for key, _ in name_runs(card, words.language)}
    runs = [(key, text) for key, text in _identity(card, words) if key not in named]
    if editing:
        return [(key, text or GHOST + words(label_of(key))) for key, text in runs if text or key]
    return _without_doubles([run for run in runs if run[1]], card.person.name)


def missing_names(card: PersonCard, words: Words) -> list[Run]:
    """Return the names that are not there yet: those that stand beside the name once they are."""
    person = card.person
    keys = ["given_name"] if not person.given_name else []
    if person.kind is not PersonKind.DEPARTMENT and person.name and not person.family_name:
        keys.append("family_name")
    keys += [] if person.nickname else ["nickname"]
    return [(key, GHOST + words(label_of(key))) for key in keys]


def _identity(card: PersonCard, words: Words) -> Iterator[Run]:
    person, language = card.person, words.language
    yield "title", person.title
    if name_runs(card, language)[0][0] == "romanised":
        yield from [run for run in (("given_name", person.given_name), ("family_name", person.family_name)) if run[1]]
    else:
        yield "romanised", person.romanised
    yield "department", person.department
    yield "organisation", person.organisation
    by = card.referred_by
    yield "referred_by", words("people.referred_by", name=called(by, language)) if by else ""
    yield "", words("people.referred", count=len(card.referred)) if card.referred else ""
    yield "code", person.code


def _without_doubles(runs: list[Run], name: str) -> list[Run]:
    """Leave out a department that is called as its organisation, or as the name itself."""
    seen = {name}
    kept = []
    for key, text in runs:
        if text not in seen:
            kept.append((key, text))
        seen.add(text)
    return kept


def shows_segment(card: PersonCard) -> bool:
    """Tell whether it says anything how often somebody comes; of the site's own people it does not."""
    return card.person.kind not in PUBLIC
