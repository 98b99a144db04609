"""Texts in one string are found by parts, each once."""

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.line_table import LineTable, NotedLines, SortedLines

LINES = st.lists(st.text(alphabet="กขค1", max_size=6), max_size=90)


@given(LINES, st.lists(st.text(alphabet="กขค1", min_size=1, max_size=5), min_size=1, max_size=3))
def test_finds_what_looking_at_each_finds(lines: list[str], parts: list[str]) -> None:
    wanted = [number for number, line in enumerate(lines) if all(part in line for part in parts)]
    assert list(LineTable(lines).holding(parts)) == wanted
    assert list(NotedLines(lines).holding(parts)) == wanted


@given(LINES)
def test_gives_back_its_texts(lines: list[str]) -> None:
    table = LineTable(lines)
    assert [table[number] for number in range(len(table))] == lines


def test_no_parts_find_nothing() -> None:
    assert list(LineTable(["ก", ""]).holding(())) == []
    assert list(LineTable([]).holding(("ก",))) == []


@given(LINES, st.text(alphabet="กขค1", max_size=3))
def test_finds_by_the_beginning(lines: list[str], start: str) -> None:
    table = SortedLines(sorted(lines))
    wanted = sorted(line for line in lines if line.startswith(start))
    assert [table[place] for place in table.beginning(start)] == wanted
    assert table.texts(table.beginning(start)) == wanted
    assert table.begins(start) == bool(wanted)
