"""The contracts of Marsad's tables: schemas, conformance, ids, the codebook's crosswalk and the base error.

Everything here is a fact about the data; nothing reads, writes or decides.
"""
