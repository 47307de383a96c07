"""Places: administrative units and notable places, how names are looked up and how namesakes are told apart."""
