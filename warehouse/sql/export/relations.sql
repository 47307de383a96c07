-- One row per table or view of the published database that is meant for its readers.
select name
from (
    select table_name as name
    from duckdb_tables()
    where schema_name = 'main'
    union all
    select view_name
    from duckdb_views()
    where schema_name = 'main' and not internal
)
order by name
