"""``verify``: whether the record is as it was written down, and to which entry a print-out fits."""

from __future__ import annotations

import json
import sys

import click

from frontdesk.cli.calls import Call
from frontdesk.cli.options import as_json, on_a_desk
from frontdesk.domain.chain import EntryKind
from frontdesk.domain.chain_report import ChainReport, Fault, FaultKind, Remark, RemarkKind
from frontdesk.services.ports import Progress
from frontdesk.texts import Texts


@click.command()
@click.option("--head", "printed", default="", help="The code at the foot of a print-out; its entry is named.")
@as_json
@on_a_desk
@click.pass_obj
def verify(call: Call, printed: str, as_json: bool) -> int:
    """Check that no contact was changed, removed or moved since it was written down."""
    report = call.desk.verification.verify(printed, _shown(call.texts))
    _finish_progress()
    click.echo(json.dumps(_row(report, call.texts), ensure_ascii=False)) if as_json else _tell(report, call.texts)
    if report.fault is not None:
        click.echo(fault_sentence(report.fault, call.texts), err=True)
    return 0 if report.sound else 1


def _shown(texts: Texts) -> Progress | None:
    """Return what shows progress to whoever watches; a script sees none."""
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    return lambda done, total: click.echo("\r" + texts("verify.progress", done=done, total=total), nl=False, err=True)


def _finish_progress() -> None:
    if sys.stderr is not None and sys.stderr.isatty():
        click.echo("\r" + " " * 60 + "\r", nl=False, err=True)


def _tell(report: ChainReport, texts: Texts) -> None:
    if report.printed:
        click.echo(texts("verify.fits", seq=report.printed, count=report.head.count))
    if report.sound:
        click.echo(texts("verify.sound", count=report.head.count, head=report.head.printed))
    for remark in report.remarks:
        click.echo(remark_sentence(remark, texts))


def fault_sentence(fault: Fault, texts: Texts) -> str:
    """Say what harm was found, and where."""
    unknown = fault.kind is FaultKind.GAP and fault.last < fault.seq
    entry = texts(f"verify.{fault.entry if fault.entry in set(EntryKind) else 'unknown'}")
    name = f"verify.fault_{fault.kind}{'_unknown' if unknown else ''}"
    return texts(name, seq=fault.seq, last=fault.last, entry=entry, place=fault.place)


def remark_sentence(remark: Remark, texts: Texts) -> str:
    """Say what is worth knowing about a sound record."""
    how = ""
    if remark.kind is RemarkKind.RESTORED and remark.count <= 0:
        how = "_unknown" if remark.count < 0 else "_whole"
    return texts(f"verify.remark_{remark.kind}{how}", seq=remark.seq, count=remark.count)


def _row(report: ChainReport, texts: Texts) -> dict[str, object]:
    fault = report.fault
    return {
        "sound": report.sound,
        "entries": report.head.count,
        "head": report.head.printed,
        "printed": report.printed or None,
        "fault": fault and {
            "kind": fault.kind, "entry": fault.seq, "last": fault.last, "sentence": fault_sentence(fault, texts),
        },
        "remarks": [
            {"kind": one.kind, "entry": one.seq, "count": one.count, "sentence": remark_sentence(one, texts)}
            for one in report.remarks
        ],
    }  # fmt: skip


COMMANDS = (verify,)
