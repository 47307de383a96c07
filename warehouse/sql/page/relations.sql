-- One row per table or view of the published database, with its comment.
select
    table_name,
    comment,
    false as is_view
from duckdb_tables()
where schema_name = 'main'
union all
select
    view_name,
    comment,
    true
from duckdb_views()
where schema_name = 'main' and not internal
