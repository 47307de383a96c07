"""The strict gate before storage: rows either are exactly what their contract says, or an error names what is wrong.

Nothing is repaired here; a stage that wants to drop bad rows writes them to `rejects` before.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import pyarrow as pa
import pyarrow.compute as pc

from transforms.contracts.errors import ContractError
from transforms.contracts.schema import TableContract

Rows = Sequence[Mapping[str, Any]]


def conform(table: pa.Table | Rows, contract: TableContract) -> pa.Table:
    """Return `table` in the contract's column order with its schema; raises ContractError on any deviation.

    Columns must be exactly those of the contract, in any order; types equal (names inside lists aside); no NULL
    where the contract forbids it; keys unique.
    """
    arrow = table if isinstance(table, pa.Table) else _arrow_of_rows(table, contract)
    _check_names(arrow.column_names, contract)
    arrow = arrow.select(contract.names)
    arrow = pa.Table.from_arrays([_typed(arrow, name, contract) for name in contract.names], schema=contract.schema)
    _check_nulls(arrow, contract)
    _check_key(arrow, contract)
    return arrow


def _arrow_of_rows(rows: Rows, contract: TableContract) -> pa.Table:
    expected = set(contract.names)
    for row in rows:
        if row.keys() != expected:
            _check_names(list(row), contract, sample=row)
    columns = [_column_of_rows(rows, name, contract) for name in contract.names]
    return pa.Table.from_arrays(columns, names=list(contract.names))


def _column_of_rows(rows: Rows, name: str, contract: TableContract) -> pa.Array:
    type_ = contract.schema.field(name).type
    values = [row[name] for row in rows]
    try:
        return pa.array(values, type_)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        bad = [value for value in values if not _fits(value, type_)]
        _refuse(contract, f"column {name} wants {type_}", count=len(bad), sample=bad[0] if bad else values[0])


def _fits(value: object, type_: pa.DataType) -> bool:
    try:
        pa.array([value], type_)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        return False
    return True


def _check_names(names: Sequence[str], contract: TableContract, *, sample: object = None) -> None:
    missing = [name for name in contract.names if name not in names]
    unknown = [name for name in names if name not in contract.names]
    doubled = sorted({name for name in names if list(names).count(name) > 1})
    found = (("missing", missing), ("unknown", unknown), ("doubled", doubled))
    faults = [f"{what} columns {', '.join(cols)}" for what, cols in found if cols]
    if faults:
        _refuse(contract, "; ".join(faults), count=len(missing) + len(unknown) + len(doubled), sample=sample)


def _typed(arrow: pa.Table, name: str, contract: TableContract) -> pa.ChunkedArray:
    column, wanted = arrow.column(name), contract.schema.field(name).type
    if column.type.equals(wanted):
        return column
    if not _same_type(column.type, wanted):
        sample = column[0].as_py() if len(column) else None
        _refuse(contract, f"column {name} is {column.type}, wants {wanted}", count=len(column), sample=sample)
    return column.cast(wanted)


def _same_type(found: pa.DataType, wanted: pa.DataType) -> bool:
    """Tell whether two types differ only in the names and nullability that engines give to nested fields."""
    if pa.types.is_list(found) and pa.types.is_list(wanted):
        return _same_type(found.value_type, wanted.value_type)
    if pa.types.is_struct(found) and pa.types.is_struct(wanted):
        return [f.name for f in found] == [w.name for w in wanted] and all(
            _same_type(f.type, w.type) for f, w in zip(found, wanted, strict=True)
        )
    if pa.types.is_timestamp(found) and pa.types.is_timestamp(wanted):
        return bool(found.unit == wanted.unit and found.tz in {"UTC", "Etc/UTC"})
    return bool(found.equals(wanted))


def _check_nulls(arrow: pa.Table, contract: TableContract) -> None:
    for column in contract.columns:
        values = arrow.column(column.name)
        if column.nullable or not values.null_count:
            continue
        first = arrow.filter(pc.is_null(values)).slice(0, 1).select(contract.key).to_pylist()[0]
        _refuse(contract, f"column {column.name} is NULL", count=values.null_count, sample=first)


def _check_key(arrow: pa.Table, contract: TableContract) -> None:
    counts = arrow.select(contract.key).group_by(list(contract.key)).aggregate([([], "count_all")])
    doubled = counts.filter(pc.greater(counts.column("count_all"), 1))
    if doubled.num_rows:
        sample = doubled.slice(0, 1).to_pylist()[0]
        _refuse(contract, f"key {', '.join(contract.key)} is not unique", count=doubled.num_rows, sample=sample)


def _refuse(contract: TableContract, fault: str, *, count: int, sample: object) -> NoReturn:
    message = (
        f"table {contract.name}: {fault} ({count} found; sample: {str(sample)[:200]!r}). "
        "Nothing was written; correct the stage that made these rows."
    )
    raise ContractError(message)
