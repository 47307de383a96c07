-- One row per asked address of the source that an earlier run read.
select reading_marks.*
from reading_marks
inner join asked using (address)
where reading_marks.source_name = $source_name
