"""The demo desk: a Thai provincial hospital that does not exist, with a believable past."""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, replace
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argon2 import PasswordHasher

from frontdesk.domain.articles import Article
from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id
from frontdesk.domain.imports import ImportKind, ImportReport
from frontdesk.domain.inner_number import LISTED
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Particle, PinRecord, Role, Staff
from frontdesk.services.demo_contacts import past_contacts, story_contacts, with_missed
from frontdesk.services.demo_people import INVENTED, invented_people
from frontdesk.services.demo_promises import past_promises, story_promises
from frontdesk.services.demo_shift import begun_contacts, story_notices
from frontdesk.services.demo_staff import on_duty
from frontdesk.services.demo_visits import DemoGate, GateDay, settle_gate
from frontdesk.services.demo_watch import watched_at_the_gate
from frontdesk.services.learning import learn_all

if TYPE_CHECKING:
    from frontdesk.services.desk import Services

SEED = 2569
ANSWER_FILES = ("answers_1.csv", "answers_2.csv")
PEOPLE_FILES = ("staff.csv", "people.csv")
RECEPTIONIST, GUARD = "onanong", "somporn"


@dataclass(frozen=True, slots=True)
class DemoSize:
    """How much to make; None means as much as a believable hospital has."""

    articles: int | None = None
    people: int = 2000
    contacts: int | None = None


@dataclass(frozen=True, slots=True)
class DemoMade:
    """What was made."""

    articles: int
    people: int
    contacts: int


def make(desk: Services, source: Path, size: DemoSize) -> DemoMade:
    """Fill an empty desk. Raise ``DeskError`` demo_needs_empty_desk where there is data already."""
    with desk.storage.read() as repos:
        if repos.articles.count() or repos.people.count() or repos.contacts.count():
            raise DeskError("demo_needs_empty_desk")
    plan = tomllib.loads((source / "desk.toml").read_text("utf-8"))
    names = tomllib.loads((source / "names.toml").read_text("utf-8"))
    staff = _settle(desk, plan)
    _bring_in(desk, source, ANSWER_FILES, ImportKind.ARTICLES, staff[RECEPTIONIST].id)
    _bring_in(desk, source, PEOPLE_FILES, ImportKind.PEOPLE, staff[RECEPTIONIST].id)
    _put_on_duty(desk, source, staff[RECEPTIONIST].id)
    dice = random.Random(SEED)
    _fit_articles(desk, size.articles, staff[RECEPTIONIST].id)
    _add_people(desk, size.people, names, dice, staff[RECEPTIONIST].id)
    gate = _gate_day(desk, source, names, staff) if size.contacts != 0 else None
    return _add_contacts(desk, size.contacts, plan, names, dice, staff, gate)


def public_pin(source: Path) -> str:
    """Return the PIN that everybody on the demo desk has, so that the screen can say it."""
    return str(tomllib.loads((source / "desk.toml").read_text("utf-8"))["pin"])


def _settle(desk: Services, plan: dict[str, Any]) -> dict[str, Staff]:
    """Store the site and the people who sign in. One hash serves them all: the PIN is public."""
    hashed = PasswordHasher().hash(plan["pin"])
    staff = {row["code"]: _staff(row) for row in plan["staff"]}
    with desk.storage.write() as repos:
        repos.site.save(Site(**plan["site"]))
        for one in staff.values():
            repos.staff.save(one)
            repos.staff.set_pin(one.id, PinRecord(hashed, digits=len(plan["pin"])))
    return staff


def _staff(row: dict[str, str]) -> Staff:
    kept = {key: value for key, value in row.items() if key not in ("role", "particle")}
    return Staff(new_id(), role=Role(row["role"]), particle=Particle(row["particle"]), **kept)  # type: ignore[arg-type]


def _bring_in(desk: Services, source: Path, files: tuple[str, ...], kind: ImportKind, by: str) -> None:
    """Take the shipped tables in by the same way as a site's own."""
    for name in files:
        report: ImportReport = desk.data_import.run(source / name, kind, by=by)
        if report.errors:
            first = report.errors[0]
            raise DeskError(first.code, **first.data)


def _put_on_duty(desk: Services, source: Path, by: str) -> None:
    """Say where the staff are now. The desk is new: its people are those of the tables."""
    plan = tomllib.loads((source / "directory.toml").read_text("utf-8"))
    with desk.storage.write() as repos:
        listed = [one for one in repos.people.all() if one.kind in LISTED]
        repos.people.save_many(on_duty(listed, plan, desk.clock.now()), by)


def _fit_articles(desk: Services, wanted: int | None, by: str) -> None:
    """Have exactly as many answers as were asked for: more by branches, fewer by filing away."""
    if wanted is None:
        return
    own = desk.knowledge.everything()
    with desk.storage.write() as repos:
        for extra in islice(_branches(own), max(0, wanted - len(own))):
            repos.articles.save(extra, by)
        for surplus in own[wanted:]:
            repos.articles.save(replace(surplus, archived=True), by)


def _branches(own: tuple[Article, ...]) -> chain[Article]:
    """Repeat the answers for numbered branches, without end."""
    return chain.from_iterable((_branch(article, number) for article in own) for number in count(2))


def _branch(article: Article, number: int) -> Article:
    title_en = f"{article.title_en} (branch {number})" if article.title_en else ""
    return replace(
        article, id=new_id(), code=f"{article.code}-{number}", title=f"{article.title} สาขา {number}",
        title_en=title_en, pinned=False,
    )  # fmt: skip


def _add_people(desk: Services, wanted: int, names: dict[str, Any], dice: random.Random, by: str) -> None:
    with desk.storage.write() as repos:
        missing = max(0, wanted - repos.people.count())
        repos.people.save_many(invented_people(missing, names, dice), by)


def _gate_day(desk: Services, source: Path, names: dict[str, Any], staff: dict[str, Staff]) -> GateDay:
    plan = tomllib.loads((source / "gate.toml").read_text("utf-8"))
    with desk.storage.read() as repos:
        people = repos.people.by_codes({row[key] for row in plan["visit"] for key in ("person", "host") if key in row})
    return DemoGate(plan, names, people, staff[GUARD].id, desk.clock.now(), random.Random(SEED)).day()


def _add_contacts(
    desk: Services, wanted: int | None, plan: dict[str, Any], names: dict[str, Any], dice: random.Random,
    staff: dict[str, Staff], gate: GateDay | None,
) -> DemoMade:  # fmt: skip
    """Write the past: the stories first, then as many days of ordinary contacts as were asked for."""
    articles = desk.knowledge.everything()
    with desk.storage.read() as repos:
        rows = (*plan["contact"], *plan["promise"], *plan["draft"])
        by_code = repos.people.by_codes({row[key] for row in rows for key in ("person", "for") if key in row})
        callers = list(islice((one for one in repos.people.all() if one.code.startswith(INVENTED)), 5000))
    desks = [one.id for one in staff.values() if one.role is not Role.GUARD]
    now = desk.clock.now()
    stories = story_contacts(plan["contact"], by_code, articles, desks[0], now) if wanted != 0 else []
    called = gate.calls if gate else ()
    most = None if wanted is None else max(0, wanted - len(stories) - len(called))
    ordinary = past_contacts(most, articles, callers, names, desks, now, dice)
    contacts = with_missed(sorted([*stories, *ordinary, *called], key=lambda contact: contact.at), plan["missed"])
    with desk.storage.write() as repos:
        repos.contacts.add_many(contacts)
        learn_all(repos, contacts)
        if contacts:
            owed = list(story_promises(plan["promise"], by_code, stories, staff, now))
            repos.promises.add_many([*owed, *past_promises(contacts, {one.id for one, _ in owed}, now, dice)])
            for draft in begun_contacts(plan["draft"], by_code, staff, now):
                repos.drafts.save(draft)
            for notice in story_notices(plan["notice"], staff, now):
                repos.notices.add(notice)
                repos.notices.mark_read([notice.id], notice.made_by, notice.made_at)
            for entry in watched_at_the_gate(plan["watched"], staff, now):
                repos.watch.save(entry, entry.added_by, entry.added_at)
        if gate is not None:
            settle_gate(repos, gate)
        return DemoMade(repos.articles.count(), repos.people.count(), repos.contacts.count())
