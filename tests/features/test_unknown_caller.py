"""A number that nobody knows calls: the story ends with it on somebody's card, and the earlier calls with it."""

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.services.contact_log import Entry
from tests.features.driver import Driver
from tests.features.small_desk import NOBODYS_NUMBER, ORN, SUDA


def called_before(driver: Driver, times: int) -> None:
    """Put earlier contacts with the unknown number on the record."""
    for _ in range(times):
        driver.place.services.contact_log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, NOBODYS_NUMBER), ORN.id)


def numbers_of(driver: Driver, code: str) -> list[str]:
    person = driver.place.services.people_book.by_code(code)
    assert person is not None
    return [number.digits for number in person.numbers]


def test_the_number_and_what_it_called_about_is_hers_with_three_keys(at_desk: Driver) -> None:
    called_before(at_desk, 3)
    at_desk.desk.session.set_number(NOBODYS_NUMBER)
    at_desk.wait_for_data()
    at_desk.type("สุดา ใจดี")
    at_desk.wait_for(lambda: at_desk.desk.results.complete and at_desk.caller == "สุดา ใจดี")

    at_desk.press("Return")
    at_desk.wait_for(lambda: at_desk.draft.person_id == f"id-{SUDA}")
    at_desk.wait_for_data()
    at_desk.press("Ctrl+=")
    at_desk.wait_for(lambda: at_desk.desk.view.attach.hasFocus())
    assert "3 ครั้ง" in at_desk.desk.view.attach.detail.text()
    at_desk.press("Return")

    at_desk.wait_for(lambda: at_desk.desk.attach.can_undo)
    assert at_desk.keys == 3
    assert numbers_of(at_desk, SUDA) == ["0812345678", "0891112222"]
    assert [contact.person_code for contact in at_desk.record] == [SUDA] * 3
    card = at_desk.place.services.people_book.card(f"id-{SUDA}")
    assert card is not None
    assert card.figures.total == 3


def test_whoever_is_only_looked_at_takes_two_keys(at_desk: Driver) -> None:
    called_before(at_desk, 1)
    at_desk.desk.session.set_number(NOBODYS_NUMBER)
    at_desk.wait_for_data()
    at_desk.type("สุดา ใจดี")
    at_desk.wait_for(lambda: at_desk.desk.results.complete and at_desk.caller == "สุดา ใจดี")

    at_desk.press("Ctrl+=")
    at_desk.wait_for(lambda: at_desk.desk.view.attach.hasFocus())
    at_desk.press("Return")

    at_desk.wait_for(lambda: at_desk.draft.person_id == f"id-{SUDA}")
    assert at_desk.keys == 2
    assert at_desk.record[0].attributed


def test_one_key_takes_all_of_it_back(at_desk: Driver) -> None:
    called_before(at_desk, 2)
    at_desk.desk.session.set_number(NOBODYS_NUMBER)
    at_desk.desk.session.set_person(f"id-{SUDA}")
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    at_desk.press("Ctrl+=")
    at_desk.wait_for(lambda: at_desk.desk.view.attach.hasFocus())
    at_desk.press("Return")
    at_desk.wait_for(lambda: at_desk.desk.attach.can_undo)
    at_desk.keys = 0

    at_desk.press("Ctrl+Z")

    at_desk.wait_for(lambda: numbers_of(at_desk, SUDA) == ["0812345678"])
    at_desk.wait_for(lambda: [contact.person_id for contact in at_desk.record] == ["", ""])
    assert at_desk.keys == 1
    assert at_desk.draft.number == NOBODYS_NUMBER


def test_the_next_call_from_there_is_known_without_a_key(at_desk: Driver) -> None:
    at_desk.place.services.attaching.attach(NOBODYS_NUMBER, f"id-{SUDA}", ORN.id)

    at_desk.desk.session.set_number("+66 89 111 2222")

    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    assert at_desk.keys == 0


def test_the_log_says_that_it_was_found_out_later(at_desk: Driver) -> None:
    called_before(at_desk, 1)
    log = at_desk.place.pages.log
    at_desk.press("F7")
    at_desk.wait_for(lambda: log.model.contact(0) is not None)
    at_desk.press("Return")
    at_desk.wait_for(lambda: log.detail.who.text() == "089-xxx-2222")

    at_desk.place.services.attaching.attach(NOBODYS_NUMBER, f"id-{SUDA}", ORN.id)

    at_desk.wait_for(lambda: log.detail.who.text() == "สุดา ใจดี")
    assert log.model.data(log.model.index(0, 2)) == "สุดา ใจดี · ระบุภายหลัง"
    at_desk.press("Return")
    people = at_desk.place.pages.people
    at_desk.wait_for(lambda: people.card.person_id == f"id-{SUDA}")
