"""Trained models, and the classes that run them."""
