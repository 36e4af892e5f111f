"""How everything looks: colours by role, type by step, fonts, icons, the one style sheet."""
