"""How words that name places are found, and which place they mean."""
