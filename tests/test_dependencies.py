"""What the project declares, what it imports, and what must not be installed beside it."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CHECK = ROOT / ".ci" / "check.py"

USED_BY_OTHERS = {"defusedxml"}
"""openpyxl guards itself with it when it is there, and reading a workbook is refused when it is not."""


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {plain(re.match(r"[\w.-]+", line).group()) for line in project["dependencies"]}  # type: ignore[union-attr]


def imported() -> Iterator[str]:
    """Yield the first name of every import in the package."""
    for file in (ROOT / "frontdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield str(node.module).split(".")[0]


def distributions_imported() -> set[str]:
    """Return what the imports that are neither our own nor Python's come from."""
    known = packages_distributions()
    outside = set(imported()) - set(sys.stdlib_module_names) - {"frontdesk"}
    ours = declared()
    return {plain(next((one for one in known[name] if plain(one) in ours), known[name][0])) for name in outside}


def test_what_is_declared_is_imported() -> None:
    assert declared() - distributions_imported() == USED_BY_OTHERS


def test_what_is_imported_is_declared() -> None:
    assert distributions_imported() - declared() == set()


def test_the_readme_says_why_each_is_there() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = {plain(name) for row in re.findall(r"^\| ([\w, 0-9-]+) \|", readme, re.M) for name in row.split(", ")}
    assert declared() <= rows


@pytest.mark.skipif(not CHECK.exists(), reason="no check command in this copy of the project")
@pytest.mark.parametrize("name", ["PySide6", "PySide6_Addons", "pyside6-addons"])
def test_the_check_finds_what_must_never_come_along(tmp_path: Path, name: str) -> None:
    folder = tmp_path / f"{name}-6.11.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 6.11.0\n", encoding="utf-8")
    script = (
        f"import runpy, sys; sys.path.append({str(tmp_path)!r});"
        f"print(runpy.run_path({str(CHECK)!r})['forbidden_packages']())"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert plain(name) in ran.stdout


@pytest.mark.skipif(not CHECK.exists(), reason="no check command in this copy of the project")
def test_the_check_is_content_with_what_is_installed() -> None:
    script = f"import runpy; print(runpy.run_path({str(CHECK)!r})['forbidden_packages']())"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
