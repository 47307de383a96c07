-- One row per quarter x country x governorate x event type, gap-free with zeros from the first to the last article read.
-- Quarters are calendar quarters; an event counts when its date is known that well (date_precision <= 4).
-- Beside the raw counts stand those on a fixed panel of outlets, since a new outlet must not look like a rise.
select *
from trends('quarter')
