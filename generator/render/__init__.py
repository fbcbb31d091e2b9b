"""From briefs to what readers hold: pages, PDFs, data files and a search index. Nothing here reads an article again."""
