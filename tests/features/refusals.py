"""Calls of the program that must end with one clear sentence in either language, and harm nothing."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from frontdesk.app import Desk
from frontdesk.program import main

THAI = re.compile("[ก-๛]")


@dataclass(frozen=True)
class Refusal:
    """The two sentences of one refused call."""

    thai: str
    english: str

    def about(self, thai: str, english: str) -> bool:
        """Tell whether each sentence speaks of what it should."""
        return thai in self.thai and english in self.english


Refused = Callable[..., Refusal]


def sentence_of(status: int, out: str, err: str) -> str:
    """Check that a call said one thing only, and return that."""
    lines = err.strip().splitlines()
    assert status == 1, (status, out, err)
    assert len(lines) == 1, err
    assert "Traceback" not in out + err
    assert not re.search(r"Error|Exception|errno|\{\w+\}|0x", lines[0]), lines[0]
    return lines[0]


def refusal(in_thai: tuple[int, str, str], in_english: tuple[int, str, str]) -> Refusal:
    """Check the ends of the same call in the two languages: status, output, errors."""
    thai, english = sentence_of(*in_thai), sentence_of(*in_english)
    assert THAI.search(thai), thai
    assert thai != english
    return Refusal(thai, english)


def caller(folder: Path, capsys: pytest.CaptureFixture[str]) -> Refused:
    """Return a function that calls the program in this process, once in Thai and once in English."""

    def call(*arguments: str, data: Path | None = None) -> Refusal:
        def end(language: str) -> tuple[int, str, str]:
            status = main([*arguments, "--data", str(data or folder), "--lang", language])
            said = capsys.readouterr()
            return status, said.out, said.err

        return refusal(end("th"), end("en"))

    return call


def holdings(folder: Path) -> tuple[list[str], list[str], list[str]]:
    """Return what a desk holds: its contacts, the codes of its answers, the codes of its people."""
    desk = Desk(folder)
    try:
        with desk.storage.read() as repos:
            contacts = [contact.note for contact in repos.contacts.between(None, None)]
            codes = sorted(article.code for article in repos.articles.all())
            people = sorted(person.code for person in repos.people.all())
    finally:
        desk.close()
    return contacts, codes, people
