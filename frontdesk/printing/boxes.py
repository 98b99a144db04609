"""Rectangles that are divided into what is to be drawn in them; y grows upwards, in points."""

from typing import NamedTuple

MM = 72 / 25.4


class Box(NamedTuple):
    """A rectangle by its left upper corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top - self.height

    @property
    def right(self) -> float:
        return self.left + self.width

    def within(self, margin: float) -> "Box":
        """Return what a margin on all sides leaves."""
        return Box(self.left + margin, self.top - margin, self.width - 2 * margin, self.height - 2 * margin)

    def from_top(self, height: float, gap: float = 0) -> tuple["Box", "Box"]:
        """Return the upper part, so high, and what is below it."""
        rest = height + gap
        return self._replace(height=height), self._replace(top=self.top - rest, height=self.height - rest)

    def from_bottom(self, height: float, gap: float = 0) -> tuple["Box", "Box"]:
        """Return the lower part, so high, and what is above it."""
        return self._replace(top=self.bottom + height, height=height), self._replace(height=self.height - height - gap)

    def from_right(self, width: float, gap: float = 0) -> tuple["Box", "Box"]:
        """Return the part at the right, so wide, and what is left of it."""
        return self._replace(left=self.right - width, width=width), self._replace(width=self.width - width - gap)
