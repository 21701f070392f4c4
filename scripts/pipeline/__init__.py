"""What MkDocs made -> a site fit to publish."""
