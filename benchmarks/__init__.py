"""Speed and growth, as ratios against named peers in the same run."""
