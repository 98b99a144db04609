"""Which column holds what."""

import pytest

from frontdesk.domain.imports import ImportKind
from frontdesk.services.import_columns import fields_of, guess_mapping, missing_fields, unused

ARTICLES, PEOPLE = ImportKind.ARTICLES, ImportKind.PEOPLE


@pytest.mark.parametrize(
    ("kind", "columns", "mapping"),
    [
        (ARTICLES, ["code", "title", "body"], {"code": "code", "title": "title", "body": "body"}),
        (ARTICLES, ["รหัส", "คำถาม", "คำตอบ", "หมวดหมู่", "คำค้น", "หน่วยงาน"],
         {"code": "รหัส", "title": "คำถาม", "body": "คำตอบ", "category": "หมวดหมู่", "keywords": "คำค้น",
          "department": "หน่วยงาน"}),
        (ARTICLES, ["ID", "Question", "Answer", "Title_EN"],
         {"code": "ID", "title": "Question", "body": "Answer", "title_en": "Title_EN"}),
        (PEOPLE, ["รหัส", "คำนำหน้า", "ชื่อ", "นามสกุล", "ชื่อเล่น", "มือถือ", "โทร.บ้าน", "วันเกิด"],
         {"code": "รหัส", "title": "คำนำหน้า", "given_name": "ชื่อ", "family_name": "นามสกุล", "nickname": "ชื่อเล่น",
          "phone": "มือถือ", "birthday": "วันเกิด"}),
        (PEOPLE, ["Employee ID", "First Name", "Last-Name", "Mobile", "Tel", "Ext.", "E-mail"],
         {"code": "Employee ID", "given_name": "First Name", "family_name": "Last-Name", "phone": "Mobile",
          "phone2": "Tel", "phone3": "Ext.", "email": "E-mail"}),
        (PEOPLE, ["code", "ชื่อ-นามสกุล", "Tel2", "phone"],
         {"code": "code", "name": "ชื่อ-นามสกุล", "phone": "phone", "phone2": "Tel2"}),
        (PEOPLE, ["id", "code"], {"code": "code"}),
    ],
)  # fmt: skip
def test_columns_are_known_by_thai_and_english_names(
    kind: ImportKind, columns: list[str], mapping: dict[str, str]
) -> None:
    assert guess_mapping(columns, kind) == mapping


@pytest.mark.parametrize("kind", list(ImportKind))
def test_every_field_is_found_by_its_own_name(kind: ImportKind) -> None:
    names = [field.name for field in fields_of(kind)]
    assert guess_mapping(names, kind) == {name: name for name in names}


@pytest.mark.parametrize("kind", list(ImportKind))
def test_no_name_stands_for_two_fields(kind: ImportKind) -> None:
    names = [name for field in fields_of(kind) for name in {field.name.replace("_", ""), *field.also}]
    assert sorted(names) == sorted(set(names))


def test_columns_that_are_not_used_are_listed() -> None:
    columns = ["code", "title", "สี", "size"]
    assert unused(columns, guess_mapping(columns, ARTICLES)) == ("สี", "size")


@pytest.mark.parametrize(
    ("kind", "mapping", "missing"),
    [
        (ARTICLES, {"title": "t"}, ["code"]),
        (ARTICLES, {"code": "c", "title_en": "t"}, []),
        (ARTICLES, {}, ["code", "title"]),
        (PEOPLE, {"code": "c", "phone": "p"}, ["given_name"]),
        (PEOPLE, {"code": "c", "name": "n"}, []),
    ],
)
def test_what_nothing_can_be_read_without_is_named(
    kind: ImportKind, mapping: dict[str, str], missing: list[str]
) -> None:
    assert missing_fields(mapping, kind) == missing
