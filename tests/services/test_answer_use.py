"""Learning from contacts on the real database."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from sqlalchemy import text

from frontdesk.domain.answer_use import LearnedWord
from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.contacts import Channel, Contact, Outcome, Use
from frontdesk.domain.drafts import begin, typed, used
from frontdesk.domain.errors import DeskError
from frontdesk.domain.heard_words import telling_words
from frontdesk.domain.ids import new_id
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Role, Staff
from frontdesk.services import learning
from frontdesk.services.answer_use import AnswerUse
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.people_book import PeopleBook
from frontdesk.storage.database import Database

from .conftest import StillClock

CARD = Article("a-card", "MRD-01", "บัตรประจำตัวผู้ป่วยหาย", "Lost patient card", owner="wanna")
GOLD = Article("a-gold", "UC-02", "สิทธิบัตรทอง", "Gold card")
SUDA = Person("p-suda", "P-0001", "สุดา", "ใจดี", nickname="ดา")
MALI = Person("p-mali", "P-0002", "มะลิวัลย์", "แสนสุข")
WANNA = Staff("s-wanna", "wanna", "วรรณา สุขเกษม")
CHIEF = Staff("s-chief", "chief", "หัวหน้า", role=Role.SUPERVISOR)
ORN = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี")

Call = Callable[..., Contact]


@pytest.fixture
def knowledge(storage: Database, clock: StillClock) -> Knowledge:
    made = Knowledge(storage, clock)
    for article in (CARD, GOLD):
        made.save(article, "test")
    for person in (SUDA, MALI):
        PeopleBook(storage, clock).save(person, "test")
    return made


@pytest.fixture
def use(storage: Database, knowledge: Knowledge, clock: StillClock) -> AnswerUse:
    return AnswerUse(storage, knowledge, clock)


@pytest.fixture
def log(storage: Database, clock: StillClock) -> ContactLog:
    return ContactLog(storage, clock)


@pytest.fixture
def call(log: ContactLog, clock: StillClock) -> Call:
    """Log a call in which texts were typed one after the other, and the last led to an answer."""

    def made(*texts: str, code: str = CARD.code, person: str = "") -> Contact:
        clock.move(minutes=5)
        draft = replace(begin("s-orn", clock.now()), person_id=person)
        for one in texts:
            draft = typed(typed(draft, ""), one)
        return log.log(used(draft, code, "เรื่อง", clock.now()), Outcome.ANSWERED)

    return made


def words(use: AnswerUse, article: Article = CARD) -> dict[str, int]:
    return {row.word: row.uses for row in use.lessons(article).words}


def suggested(use: AnswerUse, article: Article = CARD) -> dict[str, int]:
    return {row.words: row.times for row in use.lessons(article).suggestions}


def boosted(use: AnswerUse, clock: StillClock, *asked: str) -> Mapping[str, float]:
    return use.boosts(asked, clock.today())


def everything(storage: Database) -> list[list[tuple[object, ...]]]:
    """Return all that was learned, weights to 12 digits."""
    with storage.engine.connect() as connection:
        facts = connection.execute(text("SELECT * FROM answer_facts ORDER BY contact_id, code, missed, words"))
        sums = connection.execute(
            text("SELECT word, code, uses, printf('%.12g', weight), last_at FROM answer_words ORDER BY 1, 2")
        )
        return [[tuple(row) for row in rows] for rows in (facts, sums)]


def test_a_word_counts_from_its_second_contact_on(use: AnswerUse, call: Call, clock: StillClock) -> None:
    call("บัตรหาย")
    assert words(use) == {}
    assert boosted(use, clock, "บัตร", "หาย") == {}
    call("ทำบัตรหายค่ะ")
    assert words(use) == {"บัตร": 2, "หาย": 2}
    assert boosted(use, clock, "บัตร", "หาย") == {CARD.id: 0.5}


def test_the_card_says_when_a_word_was_used_last_and_how_much_it_counts(use: AnswerUse, call: Call) -> None:
    call("บัตร")
    last = call("บัตร")
    assert use.lessons(CARD).words == (LearnedWord("บัตร", 2, last.at, 0.5),)


def test_what_was_used_long_ago_counts_less(use: AnswerUse, call: Call, clock: StillClock) -> None:
    call("บัตร")
    call("บัตร")
    fresh = boosted(use, clock, "บัตร")[CARD.id]
    clock.move(days=90)
    assert boosted(use, clock, "บัตร")[CARD.id] == pytest.approx(1 / 3, abs=1e-3)
    assert fresh == 0.5


def test_a_contact_counts_once_however_often_an_answer_is_used(
    use: AnswerUse, log: ContactLog, clock: StillClock
) -> None:
    draft = typed(begin("s-orn", clock.now()), "บัตร บัตร")
    for _ in range(3):
        draft = used(draft, CARD.code, "บัตร", clock.now())
    for _ in range(2):
        log.log(draft, Outcome.ANSWERED)
    assert words(use) == {}
    assert use.boosts(("บัตร",), clock.today()) == {}


def test_only_the_words_that_led_to_an_answer_count_for_it(use: AnswerUse, log: ContactLog, clock: StillClock) -> None:
    for _ in range(2):
        clock.move(minutes=1)
        draft = used(typed(begin("s-orn", clock.now()), "บัตรหาย"), CARD.code, "บัตร", clock.now())
        draft = used(typed(typed(draft, ""), "เบิกค่ายา"), GOLD.code, "สิทธิ", clock.now())
        log.log(typed(draft, "ที่จอดรถ"), Outcome.ANSWERED)
    assert words(use) == {"บัตร": 2, "หาย": 2}
    assert "บัตร" not in words(use, GOLD)
    assert "เบิก" in words(use, GOLD) or "เบิกค่ายา" in words(use, GOLD)


def test_a_wrong_keyboard_is_learned_as_it_was_understood(use: AnswerUse, log: ContactLog, clock: StillClock) -> None:
    for _ in range(2):
        draft = typed(begin("s-orn", clock.now()), "[y9iskp")
        log.log(used(draft, CARD.code, "บัตร", clock.now(), "บัตรหาย"), Outcome.ANSWERED)
    assert words(use) == {"บัตร": 2, "หาย": 2}


def test_names_numbers_and_codes_are_never_learned(use: AnswerUse, call: Call) -> None:
    for _ in range(2):
        call("ดา สุดา ใจดี 0812345678 บัตร", person=SUDA.id)
        call("มะลิวัลย์ บัตร")
        call("mrd-01")
    assert words(use) == {"บัตร": 4}


def test_a_contact_that_is_taken_back_no_longer_counts(
    use: AnswerUse, call: Call, log: ContactLog, storage: Database
) -> None:
    call("บัตรหาย")
    before = everything(storage)
    wrong = call("ใบยา", "บัตรหาย")
    log.withdraw(wrong.id, "s-orn")
    assert everything(storage) == before
    call("บัตรหาย")
    assert words(use) == {"บัตร": 2, "หาย": 2}


@pytest.mark.parametrize("by", [WANNA, CHIEF])
def test_its_owner_or_a_supervisor_makes_an_answer_forget(
    use: AnswerUse, call: Call, clock: StillClock, storage: Database, by: Staff
) -> None:
    for _ in range(3):
        call("ใบยา", "บัตร")
        call("บัตร", code=GOLD.code)
    use.reset(CARD, by)
    lessons = use.lessons(CARD)
    assert lessons.words == ()
    assert lessons.reset is not None
    assert (lessons.reset.by, lessons.reset.at) == (by.id, clock.now())
    assert suggested(use) == {"ใบยา": 3}
    assert words(use, GOLD) == {"บัตร": 3}
    assert list(boosted(use, clock, "บัตร")) == [GOLD.id]
    call("บัตร")
    call("บัตร")
    assert words(use) == {"บัตร": 2}
    kept = everything(storage)
    learning.rebuild(storage)
    assert everything(storage) == kept


def test_others_may_not_make_it_forget(use: AnswerUse, call: Call) -> None:
    call("บัตร")
    call("บัตร")
    with pytest.raises(DeskError) as refused:
        use.reset(CARD, ORN)
    assert refused.value.code == "reset_not_allowed"
    assert words(use) == {"บัตร": 2}


def test_words_tried_in_vain_are_offered_as_keywords(use: AnswerUse, call: Call) -> None:
    call("ใบยา", "บัตรหาย")
    assert use.suggested() == {}
    call("ใบยา", "บัตรทองหมดอายุ", "บัตรหาย")
    assert suggested(use) == {"ใบยา": 2}
    assert use.suggested() == {CARD.id: 1}


def test_what_the_answer_says_already_is_not_offered(use: AnswerUse, call: Call) -> None:
    for _ in range(2):
        call("ผู้ป่วย หาย", "lost patient", "บัตรผู้ป่วย", "บัตรหาย")
    assert suggested(use) == {}


def test_words_that_tell_who_called_are_not_offered(use: AnswerUse, call: Call) -> None:
    for _ in range(2):
        call("สุดา", "0812345678", "คุณสมชาย ใบยา", "บัตรหาย", person=SUDA.id)
    assert suggested(use) == {}


def test_one_key_makes_a_keyword_of_them(use: AnswerUse, call: Call, knowledge: Knowledge) -> None:
    call("ใบยา", "บัตร")
    call("ใบยา", "บัตร")
    saved = use.accept(CARD, "ใบยา", WANNA)
    assert saved is not None
    assert saved.keywords == ("ใบยา",)
    assert [by for _, by, _ in knowledge.versions(CARD.id)] == [WANNA.id]
    assert use.lessons(saved).suggestions == ()
    assert use.suggested() == {}


def test_what_is_refused_never_comes_back(use: AnswerUse, call: Call, storage: Database) -> None:
    call("ใบยา", "บัตร")
    call("ใบยา", "บัตร")
    use.refuse(CARD, "ใบยา", WANNA)
    call("ใบยา", "บัตร")
    learning.rebuild(storage)
    assert use.suggested() == {}
    assert suggested(use) == {}


def test_learning_anew_gives_the_same(
    use: AnswerUse, call: Call, log: ContactLog, storage: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ("บัตรหาย", "ใบแทนบัตร", "lost card", "ค่าทำบัตรใหม่", "สุดา บัตร", "บัตรทองย้ายจังหวัด", "ใบยา")
    made = [
        call(texts[n % 5], texts[n % 7], code=(CARD if n % 3 else GOLD).code, person=SUDA.id if n % 2 else "")
        for n in range(40)
    ]
    for contact in made[::9]:
        log.withdraw(contact.id, "s-orn")
    use.reset(GOLD, CHIEF)
    call("สิทธิบัตรทอง", code=GOLD.code)
    learned = everything(storage)
    monkeypatch.setattr(learning, "BATCH", 7)
    assert use.renew()
    assert everything(storage) == learned
    assert not use.renew()


def test_contacts_of_earlier_versions_teach_where_they_can_be_told_apart(storage: Database, use: AnswerUse) -> None:
    def old(articles: tuple[str, ...], *queries: str) -> Contact:
        at = StillClock().now()
        return Contact(new_id(), at, at, Channel.PHONE, Outcome.ANSWERED, "s", articles=articles, queries=queries)

    clear = [old((CARD.code,), "บัตร") for _ in range(2)]
    unclear = [
        one
        for _ in range(2)
        for one in (old((CARD.code, GOLD.code), "บัตร"), old((CARD.code,), "หาย", "บัตร"), old((CARD.code,)))
    ]
    with storage.write() as repos:
        repos.contacts.add_many([*clear, *unclear])
    use.renew()
    assert words(use) == {"บัตร": 2}


def test_how_an_answer_was_come_by_stays_with_the_contact(log: ContactLog, call: Call) -> None:
    contact = call("ใบยา", "บัตรหาย")
    assert contact.uses == (Use(CARD.code, "บัตรหาย", ("ใบยา",)),)
    assert log.latest() == [contact]


def test_taught_answers_rise_and_unknown_ones_are_brought_in(use: AnswerUse, call: Call) -> None:
    for _ in range(6):
        call("ใบยา")
    found = (Answer(GOLD, 10.0),)
    assert [(one.article.id, one.score) for one in use.taught("ใบยาค่ะ", found, False)] == [
        ("a-gold", 10.0),
        ("a-card", pytest.approx(8.75)),
    ]
    near = use.taught("ใบยา", found, True)
    assert max(near, key=lambda one: one.score).article.id == CARD.id
    assert use.taught("ใบยา", (*found, Answer(CARD, 9.0)), False)[1].score == pytest.approx(10.875)
    assert use.taught("อื่น", found, False) == found
    (alone,) = use.taught("ใบยา", (), True)
    assert (alone.article.id, alone.taught) == (CARD.id, telling_words("ใบยา"))


def test_an_archived_answer_is_not_brought_in(use: AnswerUse, call: Call, knowledge: Knowledge) -> None:
    for _ in range(6):
        call("ใบยา")
    knowledge.save(replace(CARD, archived=True), "test")
    assert use.taught("ใบยา", (), True) == ()
    assert use.suggested() == {}


@pytest.mark.parametrize(
    "hostile",
    [
        "",
        "\x00",
        "\ud800 \udfff",
        "การ" * 40_000,
        "ก" + "\u0e48" * 50_000,
        "\u200b" * 99,
        "* [ ( ' \" ; --",
        "1/" * 900,
        "# @ #@",
    ],
)
def test_any_text_can_be_asked_and_learned_from(use: AnswerUse, call: Call, storage: Database, hostile: str) -> None:
    found = (Answer(GOLD, 10.0),)
    for _ in range(2):
        call(hostile, f"{hostile} บัตร")
    assert use.taught(hostile, found, False)
    assert [suggestion for suggestion in suggested(use) if len(suggestion) > 200] == []
    learned = everything(storage)
    learning.rebuild(storage)
    assert everything(storage) == learned
