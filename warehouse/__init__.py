"""The only code that touches storage: the lake, the SQL, publishing, checks and upkeep.

No text rules and no Prefect; of `transforms` it knows the contracts only.
"""
