"""How words become times: tokens, patterns, readings, calendar values."""
