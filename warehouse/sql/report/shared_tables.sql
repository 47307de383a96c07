-- Grain: one row where the database holds the tolls that two outlets reach, none where an older version published it.
select table_name
from duckdb_tables()
where schema_name = 'counted' and table_name = 'shared'
