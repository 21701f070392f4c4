"""How a command speaks: arguments, error messages, exit status, where it may write."""
