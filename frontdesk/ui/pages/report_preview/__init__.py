"""Looking at a paper before it is saved or printed."""
