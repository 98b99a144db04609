"""Drawing that widgets and list delegates share."""
