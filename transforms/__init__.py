"""Pure functions from Arabic text or Arrow tables to Arrow-ready rows.

No I/O beyond the package's own data files, no clock, no network, no Prefect, no DuckDB.
"""
