"""The real command line on a real folder, in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from frontdesk.program import main


@dataclass(frozen=True)
class Ran:
    """What a call left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Call the program on a desk of its own: ``run("search", "รถ", "--json")``."""

    def call(*arguments: str, data: Path | None = None) -> Ran:
        status = main([*arguments, "--data", str(data or tmp_path / "desk")])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return call


ARTICLES = """code,title,body,category,keywords,department,say
MRD-01,บัตรประจำตัวผู้ป่วยหาย,แจ้งชื่อและวันเกิดที่ช่อง 3,บัตร,ทำบัตรหาย;บัตรใหม่,เวชระเบียน,แจ้งที่ช่อง 3 ได้เลยค่ะ
SEC-01,ที่จอดรถ,อาคาร 4 จอดฟรี 3 ชั่วโมง,อาคาร,จอดรถ;parking,รักษาความปลอดภัย,จอดที่อาคาร 4 ฟรี 3 ชั่วโมงค่ะ
IPD-01,เวลาเยี่ยมผู้ป่วย,11:00-20:00 ทุกวัน,เยี่ยม,เยี่ยมไข้;visiting hours,ผู้ป่วยใน,เยี่ยมได้ 11 โมงถึง 2 ทุ่มค่ะ
"""

PEOPLE = """\
code,title,given_name,family_name,nickname,romanised,kind,organisation,phone,phone2,email,line,birthday,note,plate
P-1,นางสาว,สุดา,ใจดี,ดา,Suda Jaidee,customer,,081-234-5678,02-123-4567 ต่อ 25,,suda.j,,พูดช้า ๆ,1กก 1234 กทม
P-2,นาย,มานพ,ศรีสว่าง,นพ,,customer,ร้านศรีสว่าง,+66 89 765 4471,,,,,,
D-1,,เวชระเบียน,,,Medical Records,department,,1120,,,,,,
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a site's own answers and people."""
    (tmp_path / "answers.csv").write_text(ARTICLES, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk(run: Run, files: Path) -> Run:
    """The command line on a desk that has imported both files."""
    assert run("import", "articles", str(files / "answers.csv")).status == 0
    assert run("import", "people", str(files / "people.csv")).status == 0
    return run
