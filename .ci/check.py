"""The one command that checks everything but the tests' results: ``python .ci/check.py [--tests]``.

Format, lint, strict types, direction of imports, sentences in both languages, what is installed.
With ``--tests`` the test suite runs too.
"""

import importlib.metadata
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = (
    ("format", [sys.executable, "-m", "ruff", "format", "--check", "."]),
    ("lint", [sys.executable, "-m", "ruff", "check", "."]),
    ("types", [sys.executable, "-m", "mypy"]),
    ("imports", [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]),
)
TESTS = ("tests", [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "loadfile"])


def untranslated() -> list[str]:
    """List sentences that lack one of the two languages or whose gaps differ."""
    faults = []
    for file in sorted((ROOT / "resources" / "i18n").glob("*.toml")):
        for key, entry in tomllib.loads(file.read_text("utf-8")).items():
            if set(entry) != {"th", "en"} or not all(entry.values()):
                faults.append(f"{file.name}: {key} needs th and en")
            elif gaps(entry["th"]) != gaps(entry["en"]):
                faults.append(f"{file.name}: {key} has other gaps in th than in en")
    return faults


def gaps(sentence: str) -> set[str]:
    """Return the names in braces."""
    return {part.split("}")[0] for part in sentence.split("{")[1:]}


def forbidden_packages() -> list[str]:
    """List installed distributions that must never come along."""
    names = {dist.metadata["Name"].lower().replace("_", "-") for dist in importlib.metadata.distributions()}
    return sorted(f"{name} is installed" for name in names & {"pyside6", "pyside6-addons"})


def report(name: str, faults: list[str]) -> bool:
    """Print the result of one check; tell whether it failed."""
    print(f"{name}: {'ok' if not faults else 'FAILED'}", *faults, sep="\n  ", flush=True)
    return bool(faults)


def main() -> int:
    """Run every check even if an earlier one fails; return 1 if any did."""
    failed = [report("sentences", untranslated()), report("packages", forbidden_packages())]
    for name, command in (*COMMANDS, *([TESTS] if "--tests" in sys.argv else [])):
        done = subprocess.run(command, cwd=ROOT, check=False)
        failed.append(report(name, [] if done.returncode == 0 else [f"exit status {done.returncode}"]))
    return 1 if any(failed) else 0


if __name__ == "__main__":
    sys.exit(main())
