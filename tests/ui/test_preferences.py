"""What somebody changes on the screen is there at the next start."""

import pytest

from frontdesk.domain.languages import Language
from frontdesk.settings import Settings, WindowSettings
from frontdesk.ui.kit import Kit
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for


def test_changes_are_saved_once_each(kit: Kit) -> None:
    saved: list[Settings] = []
    preferences = Preferences(kit, KeptSettings(Settings(theme="light"), saved.append))
    kit.words.switch()
    kit.theme.set_zoom(120)
    kit.theme.set_window_width(1920)
    kit.theme.set_theme("dark")
    preferences.set_desk_name(" โต๊ะ B ")
    assert [(one.language, one.theme, one.zoom, one.desk_name) for one in saved] == [
        (Language.EN, "light", 100, ""),
        (Language.EN, "light", 120, ""),
        (Language.EN, "dark", 120, ""),
        (Language.EN, "dark", 120, "โต๊ะ B"),
    ]


def test_a_full_disk_does_not_stop_the_desk(kit: Kit, caplog: pytest.LogCaptureFixture) -> None:
    def full(_: Settings) -> None:
        raise OSError(28, "No space left on device")

    preferences = Preferences(kit, KeptSettings(Settings(theme="light"), full))
    kit.theme.set_zoom(110)
    assert preferences.settings.zoom == 110
    assert "settings not saved" in caplog.text


def test_the_kit_starts_as_the_settings_say(kit: Kit) -> None:
    made = kit_for(Settings(language=Language.EN, theme="dark", zoom=150))
    assert (made.words.language, made.theme.name, made.theme.zoom) == (Language.EN, "dark", 150)


def test_each_window_keeps_its_own(kit: Kit) -> None:
    saved: list[Settings] = []
    first = Preferences(kit, KeptSettings(Settings(theme="light", desk_name="โต๊ะ A"), saved.append))
    gates, gate = first.for_window(2)
    gate.set_desk_name("ประตู 2")
    gate.set_start_page("visitors")
    gates.words.switch()
    gates.words.set_discreet(True)
    gates.theme.set_theme("dark")
    kit.theme.set_zoom(120)

    kept = saved[-1]
    assert kept.window(2) == WindowSettings(
        language=Language.EN, theme="dark", desk_name="ประตู 2", counter=True, start_page="visitors"
    )
    assert kept.window(1) == WindowSettings(language=Language.TH, theme="light", zoom=120, desk_name="โต๊ะ A")
    assert (kit.words.language, kit.words.discreet) == (Language.TH, False)
    assert (kit.theme.name, kit.theme.zoom, gates.theme.name, gates.theme.zoom) == ("light", 120, "dark", 100)
    again, found = first.for_window(2)
    assert (again.words.language, again.words.discreet, found.window.desk_name) == (Language.EN, True, "ประตู 2")


def test_a_window_that_is_gone_keeps_nothing(kit: Kit) -> None:
    saved: list[Settings] = []
    first = Preferences(kit, KeptSettings(Settings(theme="light"), saved.append))
    gates, gate = first.for_window(2)
    gate.rest()
    gates.words.switch()
    kit.theme.set_theme("dark")
    assert [(one.theme, one.windows) for one in saved] == [("dark", {})]
