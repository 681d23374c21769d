"""The stages: each takes a report with its parse and returns it with its own fields filled."""
