"""From Shift+F12 to the roll on the screen, its PDF and the printer.

    python -m tests.benchmarks.evacuation_chord [PEOPLE] [ROUNDS]

Nothing is imported here: the process that makes a paper begins with importing this very module, and in the program
that one is light too.
"""

if __name__ == "__main__":
    from tests.benchmarks.evacuation_rounds import main

    main()
