"""From one raw record to one row of `articles`: fields, addresses, dates, encodings, identity.

Reading files and pages is the flows' work; what an article says is the extractor's.
"""
