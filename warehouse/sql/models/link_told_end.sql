-- No rows: what linking compared is let go.
drop table if exists temp.link_told
