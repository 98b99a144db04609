"""The desk learns which words lead to which answer, and forgets when it is told to."""

from frontdesk.domain.heard_words import telling_words
from frontdesk.ui.pages.answers.page import AnswersPage
from frontdesk.ui.pages.desk.rows import AnswerRow
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, GOLD_CARD, LOST_CARD, PARKING, SUDAS_NUMBER, VISITING

WORD = "ใบยา"
"""A word of callers that stands in no answer."""


def answers_page(driver: Driver) -> AnswersPage:
    page = driver.place.pages.answers
    driver.press("F5")
    driver.wait_for(lambda: page.isVisible() and page.pane.box.hasFocus())
    driver.wait_for_data()
    return page


def show(driver: Driver, page: AnswersPage, article_id: str) -> None:
    assert page.pane.list.pick(article_id)
    driver.wait_for(lambda: page.card.file and page.card.file.article.id == article_id)


def call_about(driver: Driver, word: str, found_by: str, code: str) -> None:
    """Take a call: the caller's own word finds nothing useful, others do, and the answer is used."""
    count = len(driver.record)
    driver.type(word)
    driver.wait_for(lambda: driver.desk.results.complete)
    for _ in word:
        driver.press("Backspace")
    driver.find(found_by, code)
    driver.press("Return", "Ctrl+1")
    driver.wait_for_record(count + 1)
    driver.wait_for(lambda: driver.desk.session.draft is None)


def call_with(driver: Driver, words: str, code: str) -> None:
    """Take a call: words are typed, and an answer somewhere in the list is used."""
    count = len(driver.record)
    driver.type(words)
    driver.wait_for(lambda: driver.desk.results.complete)
    article = driver.place.services.knowledge.by_code(code)
    assert article is not None
    driver.desk.session.use(article.code, article.title)
    driver.press("Ctrl+1")
    driver.wait_for_record(count + 1)
    driver.wait_for(lambda: driver.desk.session.draft is None)


def first_code(driver: Driver, words: str) -> str:
    """Ask the search process and return the first answer that fits, as the list shows it."""
    driver.desk.box.set_text(words)
    driver.wait_for(lambda: driver.desk.results.complete)
    found, near = driver.desk.results.listing.answers, driver.desk.results.listing.near
    driver.desk.box.set_text("")
    return found[0].article.code if found and not near else ""


def asking(page: AnswersPage) -> bool:
    """Tell whether the page asks if learned words are to be forgotten."""
    return page.card.foot.asking


def boosts(driver: Driver, word: str) -> list[str]:
    services = driver.place.services
    return list(services.answer_use.boosts(telling_words(word), services.clock.today()))


def test_an_answer_rises_for_the_words_that_led_to_it_until_it_is_taken_back(at_desk: Driver) -> None:
    before = first_code(at_desk, "หาย")
    other = GOLD_CARD if before == LOST_CARD else LOST_CARD
    for _ in range(2):
        call_with(at_desk, "หาย", other)
    assert first_code(at_desk, "หาย") == other
    call_with(at_desk, "หาย", other)
    at_desk.wait_for(lambda: at_desk.desk.session.can_undo)

    at_desk.press("Ctrl+Z")
    at_desk.wait_for(lambda: at_desk.desk.session.draft is not None)
    at_desk.wait_for_record(2)

    page = answers_page(at_desk)
    article = at_desk.place.services.knowledge.by_code(other)
    assert article is not None
    show(at_desk, page, article.id)
    assert dict(page.card.learned.lines)["หาย"].startswith("2 ครั้ง")


def test_a_supervisor_makes_an_answer_forget_with_one_key_and_a_yes(at_desk: Driver) -> None:
    for _ in range(2):
        call_with(at_desk, WORD, VISITING)
    assert first_code(at_desk, WORD) == VISITING
    at_desk.find(WORD, VISITING)
    row = at_desk.desk.view.list.current_row()
    assert isinstance(row, AnswerRow)
    assert row.answer.taught == telling_words(WORD)
    at_desk.desk.box.set_text("")
    assert boosts(at_desk, WORD) == ["a-visit"]
    page = answers_page(at_desk)
    show(at_desk, page, "a-visit")
    at_desk.press("Ctrl+Shift+Del")
    assert "เฉพาะหัวหน้างาน" in page.card.foot.remark.text()
    assert not asking(page)

    at_desk.place.sign_in(CHAI)
    at_desk.wait_until_ready(CHAI)
    page = answers_page(at_desk)
    show(at_desk, page, "a-visit")
    at_desk.press("Ctrl+Shift+Del")
    assert asking(page)
    at_desk.press("Esc")
    assert not asking(page)
    assert page.pane.box.hasFocus()
    at_desk.press("Ctrl+Shift+Del", "Ctrl+Shift+Del")

    at_desk.wait_for(lambda: "ล้างคำเมื่อ" in dict(page.card.learned.lines))
    assert dict(page.card.learned.lines)["ล้างคำเมื่อ"].endswith("สมชาย")
    assert boosts(at_desk, WORD) == []
    at_desk.press("F2")
    assert first_code(at_desk, WORD) != VISITING


def test_words_of_callers_become_a_keyword_with_one_key(at_desk: Driver) -> None:
    for _ in range(2):
        call_about(at_desk, WORD, "ที่จอดรถ", PARKING)
    page = answers_page(at_desk)
    assert page.pane.list.items[0].spoken == "ผู้โทรใช้คำอื่น · 1"
    at_desk.wait_for(lambda: page.card.suggestions.words == WORD)
    assert f"“{WORD}” 2 ครั้ง" in page.card.suggestions.sentence.text()

    at_desk.press("Ctrl+=")

    at_desk.wait_for(lambda: page.card.file and WORD in page.card.file.article.keywords)
    assert not page.card.suggestions.isVisible()
    at_desk.wait_for(lambda: page.pane.list.items[0].spoken == "แก้ไขล่าสุด")
    assert at_desk.place.services.knowledge.versions("a-park")
    at_desk.press("F2")
    assert at_desk.find_before(PARKING, WORD, 10_000).code == PARKING


def test_words_that_are_refused_are_not_offered_again(at_desk: Driver) -> None:
    for _ in range(2):
        call_about(at_desk, WORD, "ที่จอดรถ", PARKING)
    page = answers_page(at_desk)
    at_desk.wait_for(lambda: page.card.suggestions.words == WORD)

    at_desk.press("F12")

    at_desk.wait_for(lambda: not page.pane.list.items[0].spoken.startswith("ผู้โทร"))
    assert not page.card.suggestions.isVisible()
    at_desk.press("F2")
    call_about(at_desk, WORD, "ที่จอดรถ", PARKING)
    assert at_desk.place.services.answer_use.suggested() == {}


def test_looking_somebody_up_offers_nothing(at_desk: Driver) -> None:
    for _ in range(2):
        at_desk.type("สุดา")
        at_desk.wait_for(lambda: at_desk.desk.results.complete)
        at_desk.desk.session.set_person("id-P-0001", SUDAS_NUMBER)
        at_desk.desk.box.set_text("")
        call_with(at_desk, "สุดา รถ", PARKING)
    services = at_desk.place.services
    assert services.answer_use.suggested() == {}
    article = services.knowledge.by_code(PARKING)
    assert article is not None
    assert [row.word for row in services.answer_use.lessons(article).words] == ["รถ"]
