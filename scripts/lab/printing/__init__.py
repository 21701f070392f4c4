"""Print every sheet in two browsers and from the PDF of the site, and measure the result."""
