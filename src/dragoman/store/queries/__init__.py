"""The statements of the store, one a file."""
