"""The learned coder: labels, features, and the network that is run."""
