"""String in, string with an offset map out: cleaning, normalization, tokens and sentences."""
