"""The four forms of the brief. Each takes a laid-out sheet and prints it; none decides what is said."""
