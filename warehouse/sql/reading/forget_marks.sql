-- Deletes the marks of a source.
delete from reading_marks where source_name = $source_name
