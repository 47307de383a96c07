-- One row: the comment of the table or view $name, which states what its rows are.
select comment
from duckdb_tables()
where schema_name = 'main' and table_name = $name
union all
select comment
from duckdb_views()
where schema_name = 'main' and view_name = $name
