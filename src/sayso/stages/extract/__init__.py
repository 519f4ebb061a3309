"""Claims: what is said in the reports, by whom, about which event."""
