"""Table files in and out: CSV and XLSX, read with limits and written so that they cannot run."""
