"""How DuckDB gets its extensions: from their wheels, without a download; installing is the fallback.

Which extensions are needed is decided where the lake is opened.
"""

import importlib.resources
import importlib.util
from pathlib import Path

import duckdb

from warehouse.errors import ExtensionError


def extension_file(name: str) -> Path | None:
    """Return the signed binary in the wheel `duckdb-extension-<name>` for this DuckDB; None where there is none."""
    module = f"duckdb_extension_{name}"
    if importlib.util.find_spec(module) is None:
        return None
    file = Path(
        str(
            importlib.resources.files(module).joinpath(
                "extensions", f"v{duckdb.__version__}", f"{name}.duckdb_extension"
            )
        )
    )
    return file if file.is_file() else None


def load_extension(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    """Load the extension `name` into `connection`; raises ExtensionError when neither wheel nor download gives it."""
    file = extension_file(name)
    try:
        if file is None:
            connection.install_extension(name)
            connection.load_extension(name)
        else:
            connection.load_extension(str(file))
    except duckdb.Error as error:
        raise ExtensionError(
            f"DuckDB {duckdb.__version__} cannot load its extension {name} ({str(error).splitlines()[0]}). "
            f"Install its wheel: pip install duckdb-extension-{name.replace('_', '-')}=={duckdb.__version__}; "
            f"where no wheel exists for your platform, run `INSTALL {name}` once in DuckDB with a network."
        ) from error
