"""The errors of the warehouse, each with what to do next."""

from transforms.contracts.errors import MarsadError


class WarehouseError(MarsadError):
    """Storage cannot do what was asked."""


class ExtensionError(WarehouseError):
    """A DuckDB extension cannot be loaded."""


class WarehouseLockedError(WarehouseError):
    """Another run writes to the warehouse."""


class NotPublishedError(WarehouseError):
    """There is no published database yet."""


class QueryError(WarehouseError):
    """A query is wrong; the message is DuckDB's."""
