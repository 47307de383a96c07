-- Tolls of incidents with an outcome or a quantity outside the codebook, or out of order.
select incident_id, casualty
from (select incident_id, unnest(casualties) as casualty from incidents)
where
    coalesce(casualty.outcome, '') not in ('killed', 'injured', 'abducted', 'detained', 'missing', 'displaced')
    or casualty.quantity not in ('exact', 'at_least', 'at_most', 'about', 'tens', 'dozens', 'hundreds', 'plural')
    or casualty.low > casualty.high
