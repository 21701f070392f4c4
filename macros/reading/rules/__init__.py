"""What `check` asks of records beyond their fields: some rules refuse, most are tips."""
