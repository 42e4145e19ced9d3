# SPDX-License-Identifier: Apache-2.0
"""A second reader of Viche's logs and a second counter of its elections, in pure Python.

It shares no code with Viche: what is here was written from the pages that specify the log file,
the statements and the decisions.
"""
