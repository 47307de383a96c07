-- Incidents with an empty text where unknown must be NULL.
select incident_id, article_id
from incidents
where
    '' in (
        country, admin1_name_ar, admin1_name_en, admin1_pcode, admin2_name_ar, admin2_name_en, admin2_pcode,
        place_text, place_id, place_name_ar, place_name_en, weapon, claimed_by, evidence_text, trigger_text
    )
