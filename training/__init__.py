"""Make the models of the package from marked sentences. Not imported by the package."""
