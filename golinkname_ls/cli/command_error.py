"""The error of a command that cannot do what it was asked for."""


class CommandError(Exception):
    """Failure of a command: the message is one line for stderr, the exit status is 2."""
