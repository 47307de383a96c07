-- One row per day x country x governorate x event type, gap-free with zeros from the first to the last article read.
-- Days are calendar days as the texts date them; an event counts when its date is known that well (date_precision <= 2).
-- Beside the raw counts stand those on a fixed panel of outlets, since a new outlet must not look like a rise.
select *
from trends('day')
