"""What can go wrong that is not a bug: a code and its data, never a sentence.

The sentence for a code, in Thai and in English, stands in resources/i18n/errors.toml under the
same name; the window and the command line both take it from there. Data must hold no personal data.
"""


class DeskError(Exception):
    """A fault of the surroundings or of the input that a person can act on.

    ``code`` names the sentence; ``data`` fills its gaps (file names, line numbers, limits, a value that cannot
    be read). As text it tells its code only, for what was typed must reach no log.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.code!r})"
