"""Finding answers beside other engines: the parts of ``tests.benchmarks.search_peers``.

An engine is a function from a text to the ids of at most ten articles. Each runs in a process of its own, so
that no cache of one serves another.
"""
