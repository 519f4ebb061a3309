"""Small pictures: steps of a moving figure and the descent of texts, as numbers for SVG and as lines of text."""
