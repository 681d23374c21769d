"""What is known of English: tables, and the loaders that read them."""
