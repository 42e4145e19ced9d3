# SPDX-License-Identifier: Apache-2.0
"""What the golden logs are made of; `make.py` beside this folder puts it together."""
