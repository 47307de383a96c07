"""Linking: which incidents, as told by articles, are one event in the world, and what the reports agree on.

Rows in, rows out; reading the lake's neighbourhood and writing changed events is the warehouse's.
"""
