"""Pages of the documentation that follow from the content: articles, procedures, cases and lists, as Markdown."""
