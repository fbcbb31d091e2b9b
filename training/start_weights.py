"""Unpacks the start weights, all-MiniLM-L6-v2 (Apache License 2.0), into a folder.

python training/start_weights.py FOLDER
"""

from __future__ import annotations

import sys

from all_minilm_l6_v2 import extract_model

if __name__ == "__main__":
    print(extract_model(sys.argv[1], keep_zip=False))
