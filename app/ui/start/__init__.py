"""The first screen: the sample, a new project, one that was open before."""
