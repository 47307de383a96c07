"""What a table contract is made of: columns with a type, a meaning and whether they may be NULL.

The tables themselves are in the files named after them and collected in `tables`.
"""

import dataclasses
import functools

import pyarrow as pa

TEXT = pa.string()
DAY = pa.date32()
INSTANT = pa.timestamp("us", tz="UTC")
INTEGER = pa.int32()
REAL = pa.float64()
FLAG = pa.bool_()
TEXTS = pa.list_(pa.string())


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One column: `nullable` is True where unknown is a valid answer (NULL, never 0 and never '')."""

    name: str
    type: pa.DataType
    description: str
    nullable: bool = True

    @property
    def field(self) -> pa.Field:
        """The Arrow field, with the description in its metadata under b"description"."""
        metadata = {b"description": self.description.encode()}
        return pa.field(self.name, self.type, nullable=self.nullable, metadata=metadata)


# No slots: `cached_property` keeps its value in the instance's dict.
@dataclasses.dataclass(frozen=True)
class TableContract:
    """One table: its grain ("one row per ..."), the columns of its key, and all its columns in order."""

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @functools.cached_property
    def schema(self) -> pa.Schema:
        """The Arrow schema; the grain is in its metadata under b"description"."""
        return pa.schema([column.field for column in self.columns], metadata={b"description": self.grain.encode()})

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(column.name for column in self.columns)


def required(name: str, type_: pa.DataType, description: str) -> Column:
    """Return a column that every row must fill."""
    return Column(name, type_, description, nullable=False)
