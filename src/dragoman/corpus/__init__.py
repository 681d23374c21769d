"""The verbs on many reports."""
