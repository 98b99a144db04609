"""The program's call: global options, the commands, and what happens when one fails."""

import errno
import os
import re
import sys
from itertools import pairwise
from pathlib import Path

import click

from frontdesk import __version__
from frontdesk.cli.calls import Call, OpenDesk, OpenWindow, WindowOptions
from frontdesk.cli.commands import Commands
from frontdesk.cli.misuse import misuse_sentence
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.paths import DeskFolder
from frontdesk.texts import Texts

PAGES = (
    "desk", "people", "visitors", "answers", "promises", "hand-over", "log", "supervise", "settings", "sign-in",
    "watch-list", "evacuation",
)  # fmt: skip
NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
STATES = (
    "empty", "ringing", "answer", "corrected", "literal", "narrowed", "nothing", "noted", "guess", "finish", "transfer",
    "gap", "report", "match", "found", "arrived", "column",
)  # fmt: skip


def _size(_: click.Context, __: click.Parameter, value: str) -> tuple[int, int] | None:
    if not value:
        return None
    found = re.fullmatch(r"(\d{3,5})x(\d{3,5})", value)
    if not found:
        raise click.BadParameter("1366x768")
    return int(found[1]), int(found[2])


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="frontdesk")
@click.option("--data", type=click.Path(path_type=Path), help="The desk's folder.")
@click.option("--demo", is_flag=True, help="Open a demo desk, signed in.")
@click.option("--screenshot", type=click.Path(path_type=Path), help="Save a picture of the window and exit.")
@click.option("--page", type=click.Choice(PAGES), help="The page to begin with.")
@click.option("--state", type=click.Choice(STATES), default="empty")
@click.option("--lang", type=click.Choice([language.value for language in Language]))
@click.option("--theme", type=click.Choice(["light", "dark", "high_contrast", "system"]))
@click.option("--size", callback=_size, default="", metavar="WxH")
@click.option("--scale", type=click.FloatRange(0.5, 4), default=1.0)
@click.pass_context
def program(context: click.Context, /, **options: object) -> None:
    """Answers, people and contacts for the people whom a customer meets first."""
    call: Call = context.obj
    folder, language = options["data"], options["lang"]
    if isinstance(folder, Path):
        call.named = folder
    if isinstance(language, str) and language:
        call.texts = Texts(Language(language))
    if context.invoked_subcommand is None:
        context.exit(call.open_window(_window_options(options)))


def _window_options(options: dict[str, object]) -> WindowOptions:
    said = {name: value for name, value in options.items() if value is not None}
    fields = {("language" if name == "lang" else name): value for name, value in said.items()}
    return WindowOptions(**fields)  # type: ignore[arg-type] # click has checked the types


def run(arguments: list[str], open_desk: OpenDesk, open_window: OpenWindow) -> int:
    """Carry out one call; return the exit status: 0, or 1 with one sentence on standard error."""
    call = Call(open_desk, open_window, texts=Texts(_language(arguments)))
    try:
        status = program.main(arguments, prog_name="frontdesk", standalone_mode=False, obj=call)
        _finish_output()
    except DeskError as error:
        return _failed(call.texts(f"errors.{error.code}", **error.data))
    except click.ClickException as error:
        return _failed(misuse_sentence(error, call.texts))
    except (click.Abort, KeyboardInterrupt):
        return _failed(call.texts("cli.stopped"))
    except BrokenPipeError:
        return _unheard()
    except OSError as error:
        return _failed(_disk_sentence(error, call))
    except Exception as error:  # noqa: BLE001 a bug is logged; no traceback reaches a user
        return _failed(call.texts("cli.unexpected", folder=_note(error, call.data)))
    finally:
        call.close()
    return status if isinstance(status, int) else 0


def _disk_sentence(error: OSError, call: Call) -> str:
    """Explain what a file or the disk refused; anything but room and rights is a bug and is noted."""
    if error.errno in NO_ROOM:
        return call.texts("errors.disk_full")
    if error.errno in NO_RIGHT:
        return call.texts("errors.folder_read_only", folder=call.data)
    return call.texts("cli.unexpected", folder=_note(error, call.data))


def _note(error: Exception, data: Path) -> Path:
    """Write a bug to the desk's log; return the log's folder."""
    from frontdesk import logs

    folder = DeskFolder(data).logs
    handler = logs.start(folder)
    logs.note_bug(error)
    logs.stop(handler)
    return folder


def _finish_output() -> None:
    """Write out what is still held back, while a full disk or a closed pipe can be answered for."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _unheard() -> int:
    """End calmly when whoever read the output has seen enough (``frontdesk contacts | head``)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _language(arguments: list[str]) -> Language:
    """Take the language that the call names, else the terminal's: Thai where it says so, else English."""
    named = [value for name, value in pairwise(arguments) if name == "--lang"]
    said = [*named, *(os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))]
    return Language.TH if next(filter(None, said), "").lower().startswith("th") else Language.EN


def _failed(sentence: str) -> int:
    click.echo(sentence, file=sys.stderr)
    return 1
