-- Grain: one row: what the lake holds in all, and the events near the period that are dated too vaguely to count in it.
select
    (
        select count(*)
        from events
        where
            merged_into is null
            and date_start between $period_start::date and $period_end::date
            and coalesce(date_precision, 5) > $max_precision
            and ($country is null or country = $country)
    ) as n_vague_events,
    (select count(*) from articles) as n_articles_total,
    (select count(*) from events where merged_into is null) as n_events_total,
    (select list(distinct extractor_version order by extractor_version) from incidents) as extractor_versions
