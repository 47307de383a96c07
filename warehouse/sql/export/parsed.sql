-- One row: the statement $statement as a syntax tree in JSON, parsed and not run.
select json_serialize_sql($statement::varchar) as tree
