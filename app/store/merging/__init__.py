"""Another project merged into this one."""
