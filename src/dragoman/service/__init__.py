"""Where the program meets people: open, call one function, render."""
