-- One row per column of the table or view $name, in order, with its comment.
select
    column_name,
    comment
from duckdb_columns()
where schema_name = 'main' and table_name = $name
order by column_index
