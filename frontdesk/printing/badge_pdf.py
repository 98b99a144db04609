"""Badges on single labels, or on sheets of labels of which some may be used up."""

from frontdesk.services.gate_reports import BadgeSheet

from .badge_face import Look, draw_badge
from .boxes import MM, Box
from .ink import Ink


def draw_badges(report: BadgeSheet, ink: Ink) -> int:
    """Draw every badge on a label of its own; return the number of pages."""
    size, pages = report.size, 1
    width, height = (side * MM for side in size.page)
    look = Look(report.paper.letterhead.organisation, report.paper.letterhead.logo, size.dots, height)
    ink.page(width, height)
    for place, badge in enumerate(report.badges, start=report.skip % size.places):
        if place and place % size.places == 0:
            ink.canvas.showPage()
            pages += 1
        left, top = size.corner(place)
        label = Box(left * MM, height - top * MM, size.width * MM, size.height * MM)
        if size.cut:
            ink.box(label.left, label.bottom, label.width, label.height)
        draw_badge(ink, badge, label.within(size.margin * MM), look)
    ink.canvas.save()
    return pages
