-- Actors of incidents with a role or a type outside the codebook.
select incident_id, actor
from (select incident_id, unnest(actors) as actor from incidents)
where
    coalesce(actor.role, '') not in ('initiator', 'target', 'support', 'claimant')
    or actor.type not between 1 and 8
