"""Found against marked: scores that add, and the floors they must keep."""
