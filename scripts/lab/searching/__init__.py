"""Score a file of questions on our search and on those of others, beside what each one costs."""
