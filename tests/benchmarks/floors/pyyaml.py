#!/usr/bin/env python3
"""What a script would do to read a YAML log: PyYAML's fastest loader. It only loads.

    floors/pyyaml.py LOG.yaml
"""

import sys

import yaml

with open(sys.argv[1], "rb") as file:
    print(len(yaml.load(file, Loader=yaml.CSafeLoader)["records"]), "records")
