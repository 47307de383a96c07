"""Charts as inline SVG, made from numbers alone: no script, no font, no request.

Their words come in as arguments; the table that belongs beside each chart is the template's.
"""
