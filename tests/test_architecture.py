"""The layers: `flows -> warehouse -> transforms.contracts` and `flows -> transforms`, and no other arrow."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from transforms.contracts.tables import TABLES

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("flows", "transforms", "warehouse")
PURE_FORBIDDEN = {
    "duckdb", "prefect", "httpx", "requests", "socket", "urllib.request", "subprocess", "sqlite3", "time", "os", "pathlib", "shutil", "tempfile",
}  # fmt: skip


def modules(layer: str) -> list[Path]:
    return sorted((ROOT / layer).rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Return the absolute names that a module imports, `from a import b` as a.b."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def in_layer(name: str, layer: str) -> bool:
    return name == layer or name.startswith(f"{layer}.")


def code_strings(path: Path) -> list[ast.Constant]:
    """Return the string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    strings = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [node for node in strings if id(node) not in docstrings]


def offenders(layer: str, forbidden: set[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(layer)
        for name in sorted(imports(path))
        if any(in_layer(name, word) for word in forbidden)
    ]


def calls(path: Path, dotted: str) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.Call) and ast.unparse(node.func) == dotted for node in ast.walk(tree))


def test_transforms_import_no_other_layer():
    assert offenders("transforms", {"flows", "warehouse"}) == []


def test_transforms_are_pure():
    assert offenders("transforms", PURE_FORBIDDEN) == []


@pytest.mark.parametrize(
    "clock",
    [
        "dt.datetime.now",
        "datetime.now",
        "datetime.datetime.now",
        "dt.date.today",
        "date.today",
        "datetime.date.today",
        "open",
    ],
)
def test_transforms_have_no_clock_and_open_no_file(clock):
    assert [str(path.relative_to(ROOT)) for path in modules("transforms") if calls(path, clock)] == []


def test_warehouse_imports_no_flow():
    assert offenders("warehouse", {"flows", "prefect"}) == []


def test_warehouse_knows_only_the_contracts_of_transforms():
    outside = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules("warehouse")
        for name in imports(path)
        if in_layer(name, "transforms") and not in_layer(name, "transforms.contracts")
    ]
    assert outside == []


def test_only_the_warehouse_connects_to_duckdb():
    users = [path for layer in ("flows", "transforms") for path in modules(layer)]
    assert [
        str(path.relative_to(ROOT)) for path in users if any(in_layer(name, "duckdb") for name in imports(path))
    ] == []


def test_flows_hold_no_sql_over_the_tables():
    statement = re.compile(rf"\b(from|into|update|join)\s+({'|'.join(TABLES)})\b")
    found = [
        f"{path.relative_to(ROOT)}: {node.value[:60]}"
        for path in modules("flows")
        for node in code_strings(path)
        if statement.search(node.value.lower()) and "select" in node.value.lower()
    ]
    # An example of a query in a command's help is no query of the program's.
    assert [line for line in found if not line.startswith("flows/commands/")] == []


def test_no_module_is_longer_than_400_lines():
    counts = {path: len(path.read_text(encoding="utf-8").splitlines()) for layer in LAYERS for path in modules(layer)}
    assert {str(path.relative_to(ROOT)): n for path, n in counts.items() if n > 400} == {}


def test_no_module_is_called_utils():
    vague = {"utils", "helpers", "manager", "misc", "common", "process_data"}
    assert [str(path) for layer in LAYERS for path in modules(layer) if path.stem in vague] == []


def test_every_module_says_what_it_holds():
    silent = [
        path
        for layer in LAYERS
        for path in modules(layer)
        if path.read_text(encoding="utf-8").strip()
        and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


def test_the_lock_has_no_torch_and_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    names = {line.split("==")[0] for line in lock.splitlines()}
    assert not names & {"torch", "transformers", "camel-kenlm"}
    assert "://" not in lock
    assert all("==" in line for line in lock.splitlines() if line)


def test_duckdb_and_its_extension_have_one_version():
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    pins = {name: version for name, _, version in (line.partition("==") for line in dependencies) if version}
    assert pins["duckdb"] == pins["duckdb-extension-ducklake"]
