"""The strip before a caller is passed on: answer, cover and slip, side by side."""
