"""The ranked index of answers. The only place that knows Whoosh and numpy.

A text goes through ``planner`` (what was meant), ``snapshot`` (candidates) and ``ranking`` (order).
"""
