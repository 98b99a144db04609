import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.search.lookup.folder import About, IndexFolder, explained, is_sound, note, read_about

ABOUT = About("1.1.1", "desk", 7, 3, {})


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A build with one data file and its note."""
    made = IndexFolder(tmp_path).new_build()
    (made / "words.seg").write_bytes(b"x" * 100)
    (made / "_MAIN_1.toc").write_bytes(b"list")
    note(made, ABOUT)
    return made


def test_what_is_noted_is_read_again(build: Path) -> None:
    about = read_about(build)
    assert about is not None
    assert replace(about, files={}) == ABOUT
    assert set(about.files) == {"words.seg", "_MAIN_1.toc"}
    assert is_sound(build, about)


def test_other_bytes_of_the_same_size_are_noticed(build: Path) -> None:
    about = read_about(build)
    assert about
    (build / "words.seg").write_bytes(b"y" * 100)
    assert not is_sound(build, about)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "{}", '{"version": 1}', '{"files": 3}'])
def test_a_spoilt_note_is_no_note(build: Path, text: str) -> None:
    (build / "about.json").write_text(text, encoding="utf-8")
    assert read_about(build) is None


def test_a_note_about_files_of_no_list_is_no_note(build: Path) -> None:
    noted = json.loads((build / "about.json").read_text(encoding="utf-8"))
    (build / "about.json").write_text(json.dumps(noted | {"files": {"words.seg": 100}}), encoding="utf-8")
    assert read_about(build) is None


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with IndexFolder(tmp_path).writing() as first, IndexFolder(tmp_path).writing() as second:
        assert (first, second) == (True, False)
    with IndexFolder(tmp_path).writing() as again:
        assert again


def test_a_published_build_replaces_the_others(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path)
    assert folder.current() is None
    old, new = folder.new_build(), folder.new_build()
    folder.publish(old)
    new = folder.new_build()
    folder.publish(new)
    assert folder.current() == new
    assert list(tmp_path.glob("build-*")) == [new]


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "disk_full"), (errno.EACCES, "folder_read_only"), (errno.EROFS, "folder_read_only")],
)
def test_faults_that_a_person_can_act_on(tmp_path: Path, number: int, code: str) -> None:
    with pytest.raises(DeskError) as caught, explained(tmp_path):
        raise OSError(number, "fault")
    assert caught.value.code == code


def test_other_faults_pass_as_they_are(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="fault"), explained(tmp_path):
        raise OSError(errno.EIO, "fault")


def test_a_file_in_the_folders_place_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("ไม่ใช่ดัชนี", encoding="utf-8")
    with IndexFolder(tmp_path / "index").writing() as mine:
        assert mine
    assert (tmp_path / "index").is_dir()
    (aside,) = tmp_path.glob("index.before-*")
    assert aside.read_text(encoding="utf-8") == "ไม่ใช่ดัชนี"
