"""The index as a cache: it follows the database and mends itself."""

import os
import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.building.analyzer import version
from frontdesk.search.building.build_process import fill
from frontdesk.search.lookup.folder import IndexFolder
from frontdesk.services.ports import Cancelled, Progress

from .feed import SITE, MemoryFeed, article

NEW = article("vaccine", "วัคซีนไข้หวัดใหญ่", "ฉีดฟรีทุกวันพุธ", "Flu vaccine")


def found(index: ArticleIndex, query: str) -> list[str]:
    return [hit.article_id for hit in index.search(query, 5).hits]


def files_of(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("build-*/*") if file.suffix in {".seg", ".arrays", ".toc", ".json"})


def test_a_new_index_is_not_ready_until_it_has_caught_up(tmp_path: Path, feed: MemoryFeed) -> None:
    index = ArticleIndex(tmp_path / "index", feed)
    assert not index.search("บัตร", 5).ready
    assert index.catch_up()
    assert index.search("บัตร", 5).ready
    assert not index.catch_up()
    index.close()


def test_an_empty_site_is_ready(tmp_path: Path) -> None:
    feed = MemoryFeed()
    index = ArticleIndex(tmp_path / "index", feed)
    index.catch_up()
    assert index.search("บัตร", 5).ready
    assert found(index, "บัตร") == []
    feed.put(NEW)
    assert index.catch_up()
    assert found(index, "วัคซีน") == ["vaccine"]
    index.close()


def test_a_new_answer_is_found_and_a_slip_in_it_too(index: ArticleIndex, feed: MemoryFeed) -> None:
    feed.put(NEW)
    assert index.catch_up()
    assert found(index, "วัคซีน")[0] == "vaccine"
    assert found(index, "วัคซน")[0] == "vaccine"
    assert index.state()["articles"] == len(SITE) + 1


def test_an_edited_answer_is_found_by_its_new_words_only(index: ArticleIndex, feed: MemoryFeed) -> None:
    feed.put(replace(SITE[0], title="ใบขับขี่หาย", title_en="", body=""))
    index.catch_up()
    assert found(index, "ใบขับขี่")[0] == "id-card"
    assert "id-card" not in found(index, "บัตรประชาชน")


@pytest.mark.parametrize("gone", ["drop", "archive"])
def test_an_answer_that_is_gone_is_not_found(index: ArticleIndex, feed: MemoryFeed, gone: str) -> None:
    if gone == "drop":
        feed.drop("wifi")
    else:
        feed.put(replace(SITE[2], archived=True))
    index.catch_up()
    assert "wifi" not in found(index, "wifi")
    assert index.state()["articles"] == len(SITE) - 1


def test_many_small_changes_are_all_kept(index: ArticleIndex, feed: MemoryFeed) -> None:
    for number in range(20):
        feed.put(article(f"form{number}", f"แบบฟอร์มหมายเลข {700 + number}"), replace(SITE[number % 5], say=str(number)))
        index.catch_up()
    assert [found(index, str(700 + number))[0] for number in range(20)] == [f"form{n}" for n in range(20)]
    assert found(index, "บัตรประชาชนหาย")[0] == "id-card"
    assert index.state()["articles"] == len(SITE) + 20


def test_many_changes_at_once_make_a_new_build(index: ArticleIndex, feed: MemoryFeed) -> None:
    feed.put(*(article(f"form{number}", f"แบบฟอร์มหมายเลข {7000 + number}") for number in range(300)))
    assert index.catch_up()
    assert found(index, "7123")[0] == "form123"
    assert index.state()["articles"] == len(SITE) + 300


def test_it_opens_again_without_building(tmp_path: Path, index: ArticleIndex, feed: MemoryFeed) -> None:
    feed.put(NEW)
    index.catch_up()
    again = ArticleIndex(tmp_path / "index", feed)
    assert found(again, "วัคซีน")[0] == "vaccine"
    assert not again.catch_up()
    assert again.state() == {"intact": True, "articles": 13, "version": version(), "last_change": 13, "behind": 0}
    again.close()


def test_another_process_on_the_folder_sees_the_change(tmp_path: Path, index: ArticleIndex, feed: MemoryFeed) -> None:
    other = ArticleIndex(tmp_path / "index", feed)
    feed.put(NEW)
    index.catch_up()
    assert other.catch_up()
    assert found(other, "วัคซีน")[0] == "vaccine"
    other.close()


def test_while_another_process_writes_the_old_rows_answer(
    tmp_path: Path, index: ArticleIndex, feed: MemoryFeed
) -> None:
    feed.put(NEW)
    with IndexFolder(tmp_path / "index").writing() as mine:
        assert mine
        assert not index.catch_up()
        index.rebuild()
        assert found(index, "wifi")[0] == "wifi"
    assert index.catch_up()
    assert found(index, "วัคซีน")[0] == "vaccine"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def spoil(file: Path) -> None:
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(content[: middle - 8] + bytes(16) + content[middle + 8 :])


@pytest.mark.parametrize("harm", [Path.unlink, cut, spoil], ids=["deleted", "cut", "spoilt"])
@pytest.mark.parametrize("which", range(7))
def test_a_damaged_file_is_mended(
    tmp_path: Path, index: ArticleIndex, feed: MemoryFeed, which: int, harm: Callable[[Path], None]
) -> None:
    index.close()
    files = files_of(tmp_path / "index")
    assert len(files) == 7
    harm(files[which])
    again = ArticleIndex(tmp_path / "index", feed)
    again.search("บัตรประชาชน wifi 305", 5)
    again.catch_up()
    assert found(again, "บัตรประชาชน")[0] == "id-card"
    assert again.state()["intact"]
    again.close()


@pytest.mark.parametrize("which", range(7))
def test_a_file_damaged_under_an_open_index_is_mended(
    tmp_path: Path, index: ArticleIndex, feed: MemoryFeed, which: int
) -> None:
    files_of(tmp_path / "index")[which].unlink()
    feed.put(NEW)
    assert index.catch_up()
    assert found(index, "วัคซีน")[0] == "vaccine"
    assert found(index, "wifi")[0] == "wifi"
    assert index.state()["intact"]


@pytest.mark.skipif(os.name == "nt", reason="open files cannot be removed there")
@pytest.mark.parametrize("what", ["the folder", "the build", "the name of it", "its note"])
def test_what_is_open_answers_until_what_was_removed_is_built_again(
    tmp_path: Path, feed: MemoryFeed, what: str
) -> None:
    root, seen = tmp_path / "index", list[list[str]]()

    def watched(build: Path, progress: Progress | None) -> None:
        seen.append(found(index, "wifi"))
        fill(feed, build, progress)

    index = ArticleIndex(root, feed, builder=watched)
    index.catch_up()
    build = next(root.glob("build-*"))
    remove: dict[str, Callable[[], None]] = {
        "the folder": lambda: shutil.rmtree(root),
        "the build": lambda: shutil.rmtree(build),
        "the name of it": (root / "current").unlink,
        "its note": (build / "about.json").unlink,
    }
    remove[what]()
    assert found(index, "wifi")[0] == "wifi"
    assert index.catch_up()
    assert [codes[:1] for codes in seen] == [[], ["wifi"]]
    assert found(index, "wifi")[0] == "wifi"
    assert index.state()["intact"]
    index.close()


def test_nothing_is_answered_from_files_of_other_content(tmp_path: Path, feed: MemoryFeed) -> None:
    ready: list[bool] = []

    def watched(build: Path, progress: Progress | None) -> None:
        ready.append(index.search("wifi", 5).ready)
        fill(feed, build, progress)

    index = ArticleIndex(tmp_path / "index", feed, builder=watched)
    index.catch_up()
    spoil(next((tmp_path / "index").glob("build-*/*.seg")))
    assert index.catch_up()
    assert ready == [False, False]
    assert found(index, "wifi")[0] == "wifi"
    index.close()


@pytest.mark.parametrize("text", ["", "build-gone", "../elsewhere", "\x00"])
def test_a_wrong_pointer_is_mended(tmp_path: Path, index: ArticleIndex, feed: MemoryFeed, text: str) -> None:
    index.close()
    (tmp_path / "index" / "current").write_text(text, encoding="utf-8")
    again = ArticleIndex(tmp_path / "index", feed)
    assert again.catch_up()
    assert found(again, "wifi")[0] == "wifi"
    again.close()


def test_an_index_of_another_database_is_not_trusted(tmp_path: Path, index: ArticleIndex) -> None:
    other = ArticleIndex(tmp_path / "index", MemoryFeed([NEW], stamp="other desk"))
    assert other.catch_up()
    assert found(other, "wifi") == []
    assert found(other, "วัคซีน") == ["vaccine"]
    other.close()


def test_an_index_ahead_of_its_database_is_not_trusted(tmp_path: Path, index: ArticleIndex) -> None:
    restored = ArticleIndex(tmp_path / "index", MemoryFeed(SITE[:3]))
    assert restored.catch_up()
    assert restored.state()["articles"] == 3
    restored.close()


def test_an_index_made_by_other_rules_is_built_anew(
    tmp_path: Path, index: ArticleIndex, feed: MemoryFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("frontdesk.search.building.analyzer.SCHEMA_VERSION", 99)
    assert version().startswith("99.")
    assert index.catch_up()
    assert index.state()["version"] == version()


def test_a_cancelled_rebuild_leaves_the_old_index(tmp_path: Path, index: ArticleIndex) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        index.rebuild(stop)
    assert found(index, "wifi")[0] == "wifi"
    assert len(list((tmp_path / "index").glob("build-*"))) == 1


def test_answers_go_on_while_it_is_rebuilt(tmp_path: Path, index: ArticleIndex) -> None:
    seen: list[list[str]] = []
    steps: list[int] = []

    def look(done: int, _total: int) -> None:
        steps.append(done)
        seen.append(found(index, "wifi"))

    writer = threading.Thread(target=index.rebuild, args=(look,))
    writer.start()
    writer.join()
    assert steps == list(range(1, len(SITE) + 1))
    assert all(codes[0] == "wifi" for codes in seen)
    assert found(index, "wifi")[0] == "wifi"
    assert len(list((tmp_path / "index").glob("build-*"))) == 1


def test_single_edits_leave_what_was_imported_before_as_it_lies(
    tmp_path: Path, index: ArticleIndex, feed: MemoryFeed
) -> None:
    feed.put(*(article(f"form{number}", f"แบบฟอร์มหมายเลข {7000 + number}") for number in range(100)))
    index.catch_up()
    imported = {file.name for file in tmp_path.glob("index/build-*/*.seg")}
    for number in range(12):
        feed.put(article("now", f"ประกาศฉบับที่ {8000 + number}"))
        index.catch_up()
    segments = {file.name for file in tmp_path.glob("index/build-*/*.seg")}
    assert imported < segments
    assert len(segments) < 10
    assert found(index, "8011")[0] == "now"
    assert index.state()["articles"] == len(SITE) + 101
    assert found(index, "7042")[0] == "form42"
