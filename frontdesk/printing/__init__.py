"""Papers: everything that becomes a PDF, and pictures of its pages. Only here are ReportLab and PDFium used."""
