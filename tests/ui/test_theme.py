"""Colours can be read in every theme; sizes and fonts follow zoom and width."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.ui.kit import Kit
from frontdesk.ui.tokens import load_tokens

STATES = ("verified", "guess", "overdue", "danger")
GROUNDS = ("canvas", "surface", "sunken", "hover", "accent_soft")
THEMES = ("light", "dark", "high_contrast")
PAIRS = (
    [(text, ground, 4.5) for text in ("text", "text_2", "text_3", "accent") for ground in GROUNDS]
    + [(s, ground, 4.5) for s in STATES for ground in ("canvas", "surface", "accent_soft", f"{s}_soft")]
    + [("on_accent", "accent", 4.5), ("note", "note_soft", 4.5), ("text", "note_soft", 4.5)]
    + [("surface", "overdue", 4.5)]
    + [(line, ground, 3.0) for line in ("control", "focus") for ground in ("canvas", "surface")]
)


def _luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#777777", "#FFFFFF") < 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_can_be_read(theme: str, ink: str, ground: str, least: float) -> None:
    colors = load_tokens().colors[theme]
    assert _contrast(colors[ink], colors[ground]) >= least


def test_all_themes_have_the_same_roles() -> None:
    colors = load_tokens().colors
    assert {frozenset(colors[theme]) for theme in THEMES} == {frozenset(colors["light"])}


@pytest.mark.parametrize("style", load_tokens().styles.values())
def test_lines_leave_room_for_thai_marks(style: object) -> None:
    assert style.line >= 1.5 * style.size  # type: ignore[attr-defined]


def test_sarabun_is_loaded(kit: Kit) -> None:
    assert QFontInfo(kit.theme.font("body")).family() == "Sarabun"
    assert QFontInfo(kit.theme.font("name")).bold()


def test_a_measure_has_one_name_or_a_full_one(kit: Kit) -> None:
    assert kit.theme.px("field") == kit.theme.px("size.field") == 36
    assert kit.theme.px("radius.small") == 4
    with pytest.raises(KeyError):
        kit.theme.px("small")


def test_zoom_scales_every_measure_and_stays_in_bounds(kit: Kit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kit.theme.changed):
        kit.theme.set_zoom(150)
    assert kit.theme.px("field") == 54
    assert kit.theme.px(10) == 15
    assert kit.theme.font("body").pixelSize() == 24
    assert kit.theme.line("body") == 39
    kit.theme.set_zoom(900)
    assert kit.theme.zoom == 200
    kit.theme.set_zoom(10)
    assert kit.theme.zoom == 100


def test_a_theme_changes_colours_and_palette(kit: Kit, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(kit.theme.changed):
        kit.theme.set_theme("dark")
    assert kit.theme.color("surface").name() == "#191e1d"
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == "#191e1d"
    kit.theme.set_theme("system")
    assert kit.theme.name in THEMES
    assert kit.theme.wish == "system"


@pytest.mark.parametrize(
    ("width", "zoom", "wide", "narrow"),
    [(1366, 100, False, False), (1600, 100, True, False), (1920, 100, True, False), (1920, 200, False, True),
     (1099, 100, False, True), (1920, 150, False, False)],
)  # fmt: skip
def test_width_counts_at_the_zoom_in_force(kit: Kit, width: int, zoom: int, wide: bool, narrow: bool) -> None:
    kit.theme.set_zoom(zoom)
    kit.theme.set_window_width(width)
    assert (kit.theme.wide, kit.theme.narrow) == (wide, narrow)


def test_wide_windows_use_larger_type_for_what_is_spoken_and_the_steps(kit: Kit) -> None:
    kit.theme.set_window_width(1920)
    sizes = {style: kit.theme.font(style).pixelSize() for style in ("say", "row_say", "steps", "body")}
    assert sizes == {"say": 28, "row_say": 19, "steps": 18, "body": 16}


@pytest.mark.parametrize(
    ("hour", "minute", "name"), [(5, 59, "dark"), (6, 0, "light"), (12, 0, "light"), (17, 59, "light"), (18, 0, "dark")]
)
def test_by_the_clock_it_is_dark_at_night(kit: Kit, hour: int, minute: int, name: str) -> None:
    kit.theme.set_theme("clock")
    kit.theme.look_at_clock(datetime(2026, 11, 20, hour, minute, tzinfo=THAI_TIME))
    assert (kit.theme.wish, kit.theme.name) == ("clock", name)


def test_one_key_turns_dark_and_light_until_the_clock_turns_next(kit: Kit) -> None:
    kit.theme.set_theme("clock")
    kit.theme.look_at_clock(datetime(2026, 11, 20, 12, tzinfo=THAI_TIME))
    kit.theme.switch_dark()
    assert (kit.theme.wish, kit.theme.name) == ("clock", "dark")
    kit.theme.look_at_clock(datetime(2026, 11, 20, 17, tzinfo=THAI_TIME))
    assert kit.theme.name == "dark"
    for hour, name in ((18, "dark"), (30, "light")):
        kit.theme.look_at_clock(datetime(2026, 11, 20, tzinfo=THAI_TIME) + timedelta(hours=hour))
        assert kit.theme.name == name


@pytest.mark.parametrize(
    ("before", "after"), [("light", "dark"), ("dark", "light"), ("high_contrast", "high_contrast")]
)
def test_one_key_turns_dark_and_light(kit: Kit, before: str, after: str) -> None:
    kit.theme.set_theme(before)
    kit.theme.switch_dark()
    assert kit.theme.wish == after
