"""From a tokenized article to incident rows: numbers, dates, places, actors, triggers, realis, assembly."""
