"""Every sentence that the code asks for exists in both languages, with the gaps that the code fills."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.domain.languages import Language
from frontdesk.paths import resources
from frontdesk.texts import Texts

ROOT = Path(__file__).parents[1]
AREAS = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in (resources() / "i18n").glob("*.toml")}
GAP = re.compile(r"(?<!\{)\{(\w+)")


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted((ROOT / "frontdesk").rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"))


def names_used() -> Iterator[tuple[str, str, bool]]:
    """Yield where and what: every literal that looks like the name of a sentence, or like its beginning
    where the rest is filled in."""
    shape = re.compile(rf"({'|'.join(AREAS)})\.(?!toml$|qss$|png$|db$|csv$|id$)[a-z0-9_]+")
    for file, tree in trees():
        begun = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and shape.fullmatch(node.value):
                yield f"{file.name}:{node.lineno}", node.value, id(node) in begun


def known(name: str, begun: bool) -> bool:
    area, key = name.split(".")
    return any(one.startswith(key) for one in AREAS[area]) if begun else key in AREAS[area]


def errors_raised() -> Iterator[tuple[str, str, set[str]]]:
    """Yield where, the code, and the data of every ``DeskError`` with a literal code."""
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "DeskError":
                code = node.args[0] if node.args else None
                if isinstance(code, ast.Constant):
                    yield f"{file.name}:{node.lineno}", str(code.value), {str(k.arg) for k in node.keywords}


def test_every_name_in_the_code_has_a_sentence() -> None:
    used = list(names_used())
    missing = [(where, name) for where, name, begun in used if not known(name, begun)]
    assert used
    assert missing == []


def test_every_error_has_a_sentence_whose_gaps_it_fills() -> None:
    raised = list(errors_raised())
    assert raised
    for where, code, data in raised:
        assert code in AREAS["errors"], (where, code)
        wanted = set(GAP.findall(AREAS["errors"][code]["th"].replace("{{", "")))
        added = {"value"} if where.startswith("import_") else set()  # the row adds the cell that it could not read
        assert wanted <= data | added, (where, code, wanted, data)


@pytest.mark.parametrize("area", sorted(AREAS))
def test_both_languages_stand_side_by_side(area: str) -> None:
    for key, entry in AREAS[area].items():
        assert set(entry) == {"th", "en"}, key
        assert entry["th"].strip(), key
        assert entry["en"].strip(), key
        assert set(GAP.findall(entry["th"])) == set(GAP.findall(entry["en"])), key


def test_a_thai_sentence_is_in_thai() -> None:
    thai = re.compile("[\u0e00-\u0e7f]")
    unexpected = [
        f"{area}.{key}"
        for area, entries in AREAS.items()
        for key, entry in entries.items()
        if not thai.search(entry["th"]) and entry["th"] != entry["en"]
    ]
    assert unexpected == []


def test_gaps_are_filled_and_a_wrong_name_is_a_bug() -> None:
    assert "3" in Texts(Language.TH)("errors.batch_line", line=3)
    with pytest.raises(KeyError):
        Texts(Language.EN)("errors.no_such_sentence")
