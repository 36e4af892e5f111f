"""The payment schedule of a topic: drawn, listed, moved by sliders, edited, and set against the topic's figures."""
