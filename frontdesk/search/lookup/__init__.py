"""What lies in the files of a build, and answers from it."""
