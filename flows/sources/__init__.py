"""Where articles come from: one adapter a kind, all with the same small interface, found by name.

An adapter hands out payloads in their order; what a payload says is read by `transforms.articles`.
"""
