"""What the desk should see before it passes a caller on: the answer, who takes it over now, how often it happened."""

from dataclasses import dataclass

from frontdesk.domain.articles import Article, CallNow
from frontdesk.domain.contacts import Contact
from frontdesk.domain.drafts import Draft
from frontdesk.domain.inner_number import number_to_call
from frontdesk.domain.matters import Matter, matter_of
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.passing_on import HandOff, hand_offs
from frontdesk.domain.people import Person, PersonKind

from .directory import Directory, DirectoryEntry
from .ports import Clock
from .repositories import Repositories, Storage
from .survivors import survivor_of

LOOKED_THROUGH = 50
"""So many of a caller's last contacts are looked through."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who takes a matter over now; ``person`` where they are on file, ``place`` their department.

    ``department`` and ``owner`` (of the matter) are those of the directory, where they are on file.
    """

    call: CallNow
    person: Person | None = None
    place: str = ""
    department: Person | None = None
    owner: Person | None = None


@dataclass(frozen=True, slots=True)
class TransferPreview:
    """What there is to know before a caller is passed on.

    ``answer`` is the best one for the words, ``told`` are those that were used in this contact, ``passed`` is how
    often this caller was passed on in this matter, ``caller`` whoever is on the line.
    """

    answer: Article | None = None
    receiver: Receiver | None = None
    passed: tuple[HandOff, ...] = ()
    caller: Person | None = None
    told: tuple[Article, ...] = ()

    @property
    def place(self) -> str:
        """Where it goes: the receiver's department, else the one that the answer names."""
        return self.receiver.place if self.receiver else self.answer.department if self.answer else ""


class Transfers:
    """Looks before a caller is passed on."""

    def __init__(self, storage: Storage, directory: Directory, clock: Clock) -> None:
        self._storage, self._directory, self._clock = storage, directory, clock

    def preview(self, draft: Draft, answer: Article | None = None, person_id: str = "") -> TransferPreview:
        """Gather it all. ``answer`` is the best one in sight, else the last that was used counts; ``person_id`` is
        whom of the directory somebody chose to pass the caller on to, else whoever covers the answer."""
        with self._storage.read() as repos:
            known = repos.articles.by_codes(draft.articles)
            told = tuple(known[code] for code in draft.articles if code in known)
            best = answer or (told[-1] if told else None)
            caller = survivor_of(repos, repos.people.get(draft.person_id)) if draft.person_id else None
            passed = hand_offs(_contacts(repos, draft), _matter(draft, best), self._clock.now())
        return TransferPreview(best, self._receiver(best, person_id), passed, caller, told)

    def _receiver(self, answer: Article | None, person_id: str) -> Receiver | None:
        entry = self._directory.entry(person_id) if person_id else None
        if entry is not None:
            return self._placed(_called(entry), answer)
        call = self._directory.call_now(answer) if answer else None
        return self._placed(call, answer) if call else None

    def _placed(self, call: CallNow, answer: Article | None) -> Receiver:
        owner = self._directory.named(call.owner) if call.owner else None
        with self._storage.read() as repos:
            person = repos.people.get(call.person_id)
            if person is not None and person.kind is PersonKind.DEPARTMENT:
                return Receiver(call, person, person.name, person, owner)
            place = (person.department if person else "") or (answer.department if answer else "")
            department = repos.people.by_code(place) if place else None
        return Receiver(call, person, department.name if department else place, department, owner)


def _called(entry: DirectoryEntry) -> CallNow:
    """Name whoever was chosen, or their deputy where only that one can be reached now."""
    deputy, doing = entry.deputy, entry.deputy_coverage
    if not entry.coverage.available and deputy and doing and doing.available and number_to_call(deputy):
        return CallNow(
            deputy.id, deputy.name, number_to_call(deputy), "deputy", doing,
            owner=entry.person.name, owner_doing=entry.coverage, asked_at=entry.asked_at,
        )  # fmt: skip
    person = entry.person
    role = "department" if person.kind is PersonKind.DEPARTMENT else "owner"
    back_at = None if entry.coverage.available else entry.back_at
    number = number_to_call(person)
    return CallNow(person.id, person.name, number, role, entry.coverage, back_at, asked_at=entry.asked_at)


def _matter(draft: Draft, best: Article | None) -> Matter:
    """Return what a contact is about so far; the best answer stands for it while none was used."""
    codes = draft.articles or ((best.code,) if best else ())
    titles = (best.title, best.title_en) if best and not draft.articles else ()
    return matter_of(codes, (draft.topic, draft.query, *draft.queries, *titles))


def _contacts(repos: Repositories, draft: Draft) -> list[Contact]:
    number = parse_number(draft.number) if draft.number.strip() else None
    digits = (number.digits or number.extension) if number else ""
    found = repos.contacts.of_digits(digits, LOOKED_THROUGH) if digits else []
    return found + (repos.contacts.of_person(draft.person_id, LOOKED_THROUGH) if draft.person_id else [])
