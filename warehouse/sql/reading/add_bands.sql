-- Inserts one row per article and band; the articles are new, so that none is there yet.
insert into article_bands (article_id, band)
select
    article_id,
    band
from new_bands
