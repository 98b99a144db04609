"""What is wrong with a call, in the reader's language: click's own sentences are in English only."""

import click
from click.exceptions import NoSuchCommand

from frontdesk.texts import Texts


def misuse_sentence(error: click.ClickException, texts: Texts) -> str:
    """Return one sentence that names what to change and where help is."""
    said, names = _fault(error)
    return f"{texts(f'cli.{said}', **names)} {texts('cli.help_with', command=_command_of(error))}"


def _fault(error: click.ClickException) -> tuple[str, dict[str, str]]:
    """Return the key of the sentence and its gaps; kinds of faults before the kinds that they belong to."""
    match error:
        case click.NoSuchOption():
            return "no_such_option", {"name": error.option_name}
        case NoSuchCommand():
            return "no_such_command", {"name": error.command_name}
        case click.BadOptionUsage():
            return "value_missing", {"name": error.option_name}
        case click.MissingParameter():
            return "missing", {"name": _name_of(error)}
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return "not_a_choice", {"name": _name_of(error), "choices": ", ".join(map(str, choices))}
        case click.BadParameter():
            return "bad_value", {"name": _name_of(error)}
    return "bad_call", {}


def _name_of(error: click.BadParameter) -> str:
    """Return the name as it is typed: ``--channel``, or FILE for what has no name of its own."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.human_readable_name if error.param else ""


def _command_of(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return context.command_path if context else "frontdesk"
