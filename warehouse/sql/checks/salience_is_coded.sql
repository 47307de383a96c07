-- Incidents whose salience is neither main nor background.
select incident_id, salience
from incidents
where salience not in ('main', 'background')
