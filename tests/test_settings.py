"""Settings survive a restart, and a damaged file costs nothing but the settings."""

from pathlib import Path

import pytest

from frontdesk.domain.languages import Language
from frontdesk.settings import Settings, WindowSettings, load_settings, save_settings


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "ตั้งค่า" / "settings.toml"
    mine = Settings(language=Language.EN, theme="dark", zoom=150, desk_name="โต๊ะ A")
    save_settings(mine, file)
    assert load_settings(file) == mine
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings(language=Language.TH, theme="system", zoom=100)


@pytest.mark.parametrize(
    "content",
    [b"zoom = [", b'zoom = "large"', b'language = "fr"', b'theme = "pink"', b"\xff\xfe\x00z", b"zoom = 1\nzoom = 2"],
)
def test_a_damaged_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert load_settings(file) == Settings()
    assert not file.exists()
    assert (tmp_path / "settings.toml.damaged").read_bytes() == content


def test_settings_of_a_later_version_are_not_lost(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('zoom = 125\nnew_thing = "x"\n', "utf-8")
    assert load_settings(file).zoom == 125
    assert file.exists()


def test_a_folder_in_place_of_the_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


def test_each_window_is_found_again_by_its_number(tmp_path: Path) -> None:
    file, gate = tmp_path / "settings.toml", WindowSettings(desk_name="ประตู 2", start_page="visitors", counter=True)
    mine = Settings(language=Language.EN, desk_name="Desk A").with_window(2, gate)
    save_settings(mine, file)
    again = load_settings(file)
    assert again == mine
    assert again.window(2) == gate
    assert (again.window(1).desk_name, again.window(1).language, again.window(1).start_page) == (
        "Desk A", Language.EN, "",
    )  # fmt: skip
    assert again.window(3) == WindowSettings(language=Language.EN)


def test_the_first_window_is_the_computer_itself() -> None:
    named = Settings(theme="dark").with_window(1, WindowSettings(theme="dark", desk_name="โต๊ะ A"))
    assert named == Settings(theme="dark", desk_name="โต๊ะ A")
