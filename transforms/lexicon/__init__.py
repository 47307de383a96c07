"""Words as data: the tables in `data/`, their loader, inflection and compilation. No grammar of sentences."""
