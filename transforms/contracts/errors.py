"""The base of every error that Marsad raises on purpose, and the error of the contracts.

Errors of a layer live in that layer; a message says what, where, how many, one sample, and what to do next.
"""


class MarsadError(Exception):
    """Something a user can act on; the message is shown as it is, without a traceback."""


class ContractError(MarsadError):
    """Rows do not conform to the contract of their table."""
