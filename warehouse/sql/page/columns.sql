-- One row per column of the table or view $name, in order.
select
    column_name,
    data_type,
    comment
from duckdb_columns()
where schema_name = 'main' and table_name = $name
order by column_index
