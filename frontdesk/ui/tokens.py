"""The design's numbers and colours, as written in resources/themes/tokens.toml."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from frontdesk.paths import resources

MEASURES = ("size", "space", "radius", "icon", "stroke")
STEPS = "steps"


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """A text size and the distance between baselines, both in pixels at 100 %."""

    size: float
    line: float
    weight: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens. A measure is named ``group.name``, or ``name`` where only one group has it."""

    colors: Mapping[str, Mapping[str, str]]
    styles: Mapping[str, TypeStyle]
    wide_styles: Mapping[str, TypeStyle]
    families: tuple[str, ...]
    measures: Mapping[str, float]
    motion: Mapping[str, int]
    rise: float
    drop: float
    themes: tuple[str, ...] = field(default=())


def load_tokens(file: Path | None = None) -> Tokens:
    """Read the tokens that ship with the program, or those of another file."""
    path = file or resources() / "themes" / "tokens.toml"
    raw = tomllib.loads(path.read_text("utf-8"))
    styles, wide = _styles(raw["type"]), _styles(raw["type_wide"])
    return Tokens(
        colors=raw["color"],
        styles={**styles, STEPS: styles["body"]},
        wide_styles={STEPS if name == "body" else name: style for name, style in wide.items()},
        families=(raw["type"]["family"], *raw["type"]["fallback"]),
        measures=_measures(raw),
        motion=raw["motion"],
        rise=raw["thai"]["rise"],
        drop=raw["thai"]["drop"],
        themes=tuple(raw["meta"]["themes"]),
    )


def _styles(table: Mapping[str, object]) -> dict[str, TypeStyle]:
    return {name: TypeStyle(**value) for name, value in table.items() if isinstance(value, dict)}


def _measures(raw: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    full = {f"{group}.{name}": value for group in MEASURES for name, value in raw[group].items()}
    names = Counter(name.split(".")[1] for name in full)
    short = {name.split(".")[1]: value for name, value in full.items() if names[name.split(".")[1]] == 1}
    return {**full, **short}
