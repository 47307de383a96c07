"""Errors of the flows that a user can act on; those of a single module live in it."""

from transforms.contracts.errors import MarsadError


class ConfigError(MarsadError):
    """The configuration is wrong; nothing was started."""
