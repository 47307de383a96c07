"""The writing statements that follow from a contract: insert and merge by key.

They differ only in names that the contract gives; every other statement is a file under sql/.
"""

from transforms.contracts.tables import TableContract
from warehouse.tables import quoted

INCOMING = "incoming"
# When and in which run a row was written says nothing new about the world: alone it is no reason to write again.
BOOKKEEPING = frozenset({"run_id", "fetched_at", "rejected_at"})


def count_new(contract: TableContract) -> str:
    """Return the statement that counts incoming rows whose key is not in the table."""
    return f"select count(*) from {INCOMING} as new where not exists ({_same_key(contract)})"


def insert_all(contract: TableContract) -> str:
    """Return the statement that appends all incoming rows."""
    columns = _columns(contract)
    return f"insert into {quoted(contract.name)} ({columns}) select {columns} from {INCOMING}"


def insert_new(contract: TableContract) -> str:
    """Return the statement that appends incoming rows whose key is not in the table."""
    return f"{insert_all(contract)} as new where not exists ({_same_key(contract)})"


def merge(contract: TableContract) -> str:
    """Return the statement that appends new rows and replaces those that differ in more than bookkeeping."""
    names = [quoted(name) for name in contract.names]
    values = [quoted(name) for name in contract.names if name not in contract.key]
    compared = [quoted(name) for name in contract.names if name not in contract.key and name not in BOOKKEEPING]
    matched = " and ".join(f"old.{quoted(name)} = new.{quoted(name)}" for name in contract.key)
    differs = " or ".join(f"old.{name} is distinct from new.{name}" for name in compared)
    update = (
        f"when matched and ({differs}) then update set {', '.join(f'{name} = new.{name}' for name in values)} "
        if compared
        else ""
    )
    return (
        f"merge into {quoted(contract.name)} as old using {INCOMING} as new on {matched} {update}"
        f"when not matched then insert ({', '.join(names)}) values ({', '.join(f'new.{name}' for name in names)})"
    )


def _columns(contract: TableContract) -> str:
    return ", ".join(quoted(name) for name in contract.names)


def _same_key(contract: TableContract) -> str:
    matched = " and ".join(f"old.{quoted(name)} = new.{quoted(name)}" for name in contract.key)
    return f"select 1 from {quoted(contract.name)} as old where {matched}"
