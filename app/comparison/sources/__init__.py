"""Where reports come from: copies, agencies' credits, versions of an article."""
