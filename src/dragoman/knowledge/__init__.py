"""Who and where: countries, organizations, groups, people and offices, as tables and look-ups."""
