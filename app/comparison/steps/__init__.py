"""The steps of a verdict, each with its rule; `verdict` has their order."""
