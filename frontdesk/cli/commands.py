"""Where each command lives. Only the one that is called is imported: logging must not wait for the rest."""

from importlib import import_module

import click

HOMES = {
    **dict.fromkeys(("search", "lookup"), "find"),
    **dict.fromkeys(("log", "contacts", "drafts"), "record"),
    **dict.fromkeys(("import", "undo-import", "export", "make-demo"), "data"),
    **dict.fromkeys(("backup", "restore", "doctor", "reindex"), "care"),
    "promises": "promises",
    "visits": "visits",
    "report": "reports",
    "figures": "figures",
    "verify": "proof",
}


class Commands(click.Group):
    """A group whose commands are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in HOMES:
            return None
        home = import_module(f"frontdesk.cli.{HOMES[cmd_name]}")
        return next((command for command in home.COMMANDS if command.name == cmd_name), None)
