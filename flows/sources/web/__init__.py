"""Reading from the web politely and without being led astray: addresses, rates, robots.txt, retries, limits.

What the pages and feeds say is read by the adapters and `transforms.articles`.
"""
