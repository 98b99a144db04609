"""What is indexed, and how a build comes to be."""
