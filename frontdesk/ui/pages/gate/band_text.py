"""What the band under the box says: who is meant and what Enter does, what was just done, or what can be done."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from frontdesk.domain.articles import Answer
from frontdesk.domain.coverage import coverage_of
from frontdesk.domain.errors import DeskError
from frontdesk.domain.inner_number import inner_number
from frontdesk.domain.people import Person
from frontdesk.domain.thai_dates import THAI_TIME, format_time
from frontdesk.domain.visits import HeldCard, MatchedBy, Visit, VisitState
from frontdesk.ui.directory_words import presence_word
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice, shown, shown_title
from frontdesk.ui.pages.desk.rows_paint.person_row import reach, shown_name
from frontdesk.ui.pages.gate.control import Deed, DeedKind
from frontdesk.ui.pages.gate.found_rows import Act, AnswerFound, FoundRow, PersonFound, VisitFound
from frontdesk.ui.pages.gate.visit_words import (
    due_word,
    joined,
    local_day,
    name_word,
    party_word,
    plate_word,
    slots_word,
    state_word,
    when_word,
)
from frontdesk.ui.words import Words


class Tone(Enum):
    """What sort of thing the band says: its ground, its sign's colour."""

    MATCH = ("accent_soft", "accent")
    GUESS = ("guess_soft", "guess")
    DONE = ("verified_soft", "verified")
    WRONG = ("danger_soft", "danger")
    QUIET = ("surface", "text_3")


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of a line, with a sign before them where there is one."""

    text: str
    role: str = "text"
    bold: bool = False
    icon: str = ""


@dataclass(frozen=True, slots=True)
class KeyWord:
    """A key and what it does."""

    keys: str
    word: str


@dataclass(frozen=True, slots=True)
class BandText:
    """``title`` stands large, ``beside`` it and ``under`` it the rest; ``say`` is a line to be read out instead.
    ``hints`` are keys of the second line, ``primary`` the one key of the band."""

    tone: Tone = Tone.QUIET
    icon: str = "search"
    title: str = ""
    beside: tuple[Span, ...] = ()
    under: tuple[Span, ...] = ()
    say: str = ""
    hints: tuple[KeyWord, ...] = ()
    primary: KeyWord | None = None

    @property
    def spoken(self) -> str:
        """All of it, as it is read out."""
        spans = (span.text for span in (*self.beside, *self.under))
        keys = (f"{one.keys} {one.word}" for one in (*self.hints, *([self.primary] if self.primary else [])))
        return " · ".join(filter(None, (self.title, self.say, *spans, *keys)))


DONE_ICONS = {
    DeedKind.ARRIVED: "log-in", DeedKind.LEFT: "log-out", DeedKind.CARD_BACK: "id-card", DeedKind.HOST_TOLD: "phone",
    DeedKind.AT_RECEPTION: "circle-check", DeedKind.ANSWERED: "check", DeedKind.TAKEN_BACK: "undo-2",
    DeedKind.CANCELLED: "x", DeedKind.OTHER: "check",
}  # fmt: skip
HOUR = 60


class BandWords:
    """Finds the words for the band, in the language of the moment."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def nothing(self) -> BandText:
        """Say what can be done where nothing is typed."""
        words = self._words
        keys = (("Ins", "new"), ("Alt+Ins", "expect"), ("Ctrl+G", "card_back"), ("Ctrl+D", "night"))
        hints = tuple(KeyWord(key, words(f"gate.key_{name}")) for key, name in keys)
        return BandText(beside=(Span(words("gate.begin"), "text_2"),), hints=hints)

    def not_found(self, query: str) -> BandText:
        words = self._words
        hint = (KeyWord("Esc", words("gate.key_clear")),)
        primary = KeyWord("Ins", words("gate.key_new"))
        return BandText(Tone.QUIET, "search", words("gate.not_found", text=query), hints=hint, primary=primary)

    def wrong(self, error: DeskError) -> BandText:
        """Say what could not be done, and what to do instead."""
        sentence = self._words(f"errors.{error.code}", **error.data)
        return BandText(Tone.WRONG, "triangle-alert", beside=(Span(sentence, bold=True),))

    def kept_out(self, name: str, said: str) -> BandText:
        """Say that somebody was not let in, and why; where strangers read along, only that they are to wait."""
        if self._words.discreet:
            return BandText(Tone.QUIET, "user", name, (Span(self._words("gate.please_wait"), "text_2"),))
        return BandText(Tone.WRONG, "shield", name, (Span(self._words(said), "danger", bold=True),))

    def row(self, row: FoundRow, now: datetime, voice: Voice) -> BandText:
        """Say who or what a row is."""
        match row:
            case VisitFound():
                return self._visit(row, now)
            case PersonFound():
                return self._person(row, now)
            case AnswerFound():
                return self._nearest(row.answer, voice) if row.near else self._answer(row.answer, voice)

    def deed(self, deed: Deed) -> BandText:
        """Say what was done, how to take it back, and what comes next."""
        words, visit = self._words, deed.visit
        slot = deed.card.slot if deed.card else ""
        said = "" if deed.sentence else words(f"gate.done_{deed.kind}", time=format_time(deed.at), slot=slot)
        taken_back = deed.kind is DeedKind.TAKEN_BACK
        primary = None if taken_back else self._after(deed)
        undo = (KeyWord("Ctrl+Z", words("gate.key_undo")),) if deed.can_undo else ()
        hints = () if taken_back else (*undo, *self._next(deed))
        title = words(deed.sentence, **deed.gaps) if deed.sentence else name_word(words, visit) if visit else deed.title
        tone = Tone.QUIET if taken_back else Tone.DONE
        beside = (Span(said, "text_2" if taken_back else "verified", bold=True),) if said else ()
        return BandText(tone, DONE_ICONS[deed.kind], title, beside, hints=hints, primary=primary)

    def _after(self, deed: Deed) -> KeyWord | None:
        """Return what Enter does after a deed: a card to give back, or to let go who has got it back."""
        if deed.visit is None or deed.kind not in (DeedKind.LEFT, DeedKind.CARD_BACK):
            return None
        if deed.cards:
            return KeyWord("Return", self._act(Act.GIVE_BACK, deed.cards))
        return KeyWord("Return", self._act(Act.LEAVE, party=deed.visit.party)) if deed.visit.inside else None

    def _next(self, deed: Deed) -> tuple[KeyWord, ...]:
        """Return the keys for what mostly follows an arrival."""
        words, visit = self._words, deed.visit
        if visit is None or not visit.inside or deed.kind is DeedKind.CARD_BACK:
            return ()
        tell = KeyWord("Ctrl+T", joined(words("gate.key_tell"), self._telephone(deed.host)))
        steps = () if visit.host_told_at or not visit.host else (tell,)
        seen = () if visit.reception_at else (KeyWord("Ctrl+B", words("gate.key_reception")),)
        card = () if deed.cards else (KeyWord("Ctrl+G", words("gate.key_card")),)
        return (*steps, *seen, *card)

    def _telephone(self, host: Person | None) -> str:
        number = inner_number(host) if host else ""
        return self._words("gate.telephone", number=number) if number else ""

    def _visit(self, row: VisitFound, now: datetime) -> BandText:
        visit = row.match.visit
        icon = "car" if visit.plate else "users" if visit.party > 1 else "user"
        tone = Tone.GUESS if row.guess else Tone.MATCH
        called = name_word(self._words, visit)
        name = f"~ {called}" if row.guess else called
        return BandText(
            tone, icon, name, self._whom(row), (*self._reason(row), *self._facts(row, now), *self._called(row, now)),
            hints=(*self._decide(row.guess), *self._some(row)),
            primary=KeyWord("Return", self._act(row.act, row.cards, visit.party)),
        )  # fmt: skip

    def _some(self, row: VisitFound) -> tuple[KeyWord, ...]:
        """Say how a part of a group is let out, where Enter lets all of it out."""
        several = row.act is Act.LEAVE and row.match.visit.party > 1
        return (KeyWord("Ctrl+E", self._words("gate.key_count")),) if several else ()

    def _whom(self, row: VisitFound) -> tuple[Span, ...]:
        """Say whom they see, and where that is."""
        visit, host, words = row.match.visit, row.host, self._words
        known = any(sign.isdigit() for sign in visit.place)
        where = joined(visit.place, room_word(words, host.room) if host and not known else "")
        if not visit.host:
            return (Span(joined(visit.organisation, where)),)
        lead, _, rest = words("gate.sees", host="\0").partition("\0")
        return (Span(lead.strip()), Span(visit.host, bold=True), Span(f"{rest.strip()} {where}".strip()))

    def _facts(self, row: VisitFound, now: datetime) -> tuple[Span, ...]:
        visit, words = row.match.visit, self._words
        other_day = row.act is Act.ARRIVE and visit.day != local_day(now)
        facts = tuple(Span(text, "text_2") for text in filter(None, (
            plate_word(words, visit.plate, in_full=True),
            party_word(words, visit),
            slots_word(words, row.cards),
            "" if row.caller or other_day else self._times(visit, now, row.match.earlier),
            state_word(words, visit) if visit.inside else "",
        )))  # fmt: skip
        return (Span(self._times(visit, now, earlier=False), "accent", bold=True), *facts) if other_day else facts

    def _times(self, visit: Visit, now: datetime, earlier: bool) -> str:
        words = self._words
        if visit.inside and visit.arrived_at:
            return words("gate.came", time=when_word(words, visit.arrived_at, now))
        if not visit.arrived_at and (visit.state is VisitState.CANCELLED or visit.never_came(local_day(now))):
            off = "gate.called_off" if visit.state is VisitState.CANCELLED else "gate.never_came"
            return words(off, time=due_word(words, visit, now))
        if earlier or visit.state.ended:
            seen = visit.left_at or visit.arrived_at
            return words("gate.was_here", time=when_word(words, seen, now)) if seen else ""
        due = due_word(words, visit, now)
        return words("gate.due", time=due) if due else ""

    def _called(self, row: VisitFound, now: datetime) -> tuple[Span, ...]:
        if row.called is None:
            return ()
        return (Span(called_word(self._words, now - row.called), "accent", bold=True, icon="phone"),)

    def _reason(self, row: VisitFound) -> tuple[Span, ...]:
        """Say why a guess is one, or by what an uncommon match was found."""
        reason = row.match.reason
        if row.guess:
            name = MatchedBy.SOUND if reason is MatchedBy.NAME else reason
            return (Span(self._words(f"gate.by_{name.value}"), "guess", bold=True),)
        return ()

    def _decide(self, guess: bool) -> tuple[KeyWord, ...]:
        words = self._words
        return (KeyWord("F11", words("gate.key_yes")), KeyWord("F12", words("gate.key_no"))) if guess else ()

    def _act(self, act: Act, cards: tuple[HeldCard, ...] = (), party: int = 1) -> str:
        if act is Act.LEAVE and party > 1:
            return self._words("gate.act_leave_all", count=party)
        return self._words(f"gate.act_{act.value}", slot=cards[0].slot if cards else "")

    def _person(self, row: PersonFound, now: datetime) -> BandText:
        match, words = row.match, self._words
        person = match.person
        name = shown_name(person, words.language)
        tone = Tone.GUESS if row.guess else Tone.MATCH
        reason = (Span(words(f"desk.reason_{match.reason.value}"), "guess", bold=True),) if row.guess else ()
        known = filter(None, (reach(person, words), plate_word(words, person.plate)))
        standing = presence(words, person, now) if row.works_here else words("gate.on_file")
        return BandText(
            tone, "user", f"~ {name}" if row.guess else name, (Span(standing, "text_2"),),
            (*reason, *(Span(part, "text_2") for part in known)),
            hints=self._decide(row.guess), primary=KeyWord("Return", self._act(row.act)),
        )  # fmt: skip

    def _nearest(self, answer: Answer, voice: Voice) -> BandText:
        """Say that an answer does not hold all that was asked; it is not to be read out before it was looked at."""
        title, words = shown_title(answer.article, voice.language), self._words
        under = (Span(words("gate.nearest_only"), "guess", bold=True),)
        primary = KeyWord("Return", words("gate.act_look"))
        return BandText(
            Tone.GUESS, "message-circle", f"~ {title}", under=under, hints=self._decide(True), primary=primary
        )

    def _answer(self, answer: Answer, voice: Voice) -> BandText:
        said = shown(answer.article, voice)
        return BandText(
            Tone.MATCH,
            "message-circle",
            say=said.say,
            primary=KeyWord("Return", self._words("gate.act_answer", slot="")),
        )


def presence(words: Words, person: Person, now: datetime) -> str:
    """Say whether somebody who works here is there, and where."""
    local = now.astimezone(THAI_TIME)
    state = presence_word(words, person, coverage_of(person, local), local)
    return joined(person.department, room_word(words, person.room), state)


def room_word(words: Words, room: str) -> str:
    """Say what a room is called: a bare number has its word before it."""
    return words("gate.room", room=room) if room and len(room.split()) == 1 else room


def called_word(words: Words, ago: timedelta) -> str:
    """Say how long ago somebody telephoned."""
    minutes = max(0, int(ago.total_seconds()) // 60)
    if minutes < 1:
        return words("gate.called_now")
    if minutes < HOUR:
        return words("gate.called_minutes", count=minutes)
    return words("gate.called_hours", count=minutes // HOUR)
