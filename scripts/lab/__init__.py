"""Measuring with browsers and benchmarks; needs the development packages."""
