// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Memory {
  /// What `verify --remember` says, in English.
  static let english: [String: String] = [
    "memory.continued": """
    the first {size|entry was|entries were} verified on {time} and not read again; {new|entry|entries} \
    since, verified now
    """,
    "memory.damaged": "{path} is damaged and was not believed: everything was verified anew",
    "memory.forked": """
    FORK: what you verified on {time} ({kept|entry|entries}) and this log ({found|entry|entries}) are two \
    histories: they differ within the first {kept}
    """,
    "memory.found": "signed head of this log:",
    "memory.hint.forked": """
    keep {head} and this log, and tell members and witnesses; for a proof that anybody can check: \
    viche log fork-evidence {head} LOG
    """,
    "memory.hint.other_format": "use the version that wrote it, or another file",
    "memory.hint.other_log": "name another file: each log has its own",
    "memory.hint.shorter": """
    ask for the newest copy; if it stays so, show {head} and this log to members and witnesses
    """,
    "memory.kept": "signed head that you verified:",
    "memory.nothing_new": """
    the first {size|entry was|entries were} verified on {time} and not read again; nothing is new since
    """,
    "memory.other_file": "{path} is not what verify remembers; nothing is written over it",
    "memory.other_format": "{path}: format {found}, which this version does not read",
    "memory.other_log": """
    another log: {path} remembers {expected}, and this log is {found}; nothing is written over it
    """,
    "memory.other_program": "{path} was written by {program}: its state is not used",
    "memory.shorter": """
    CUT: you verified {kept|entry|entries} on {time}, and this log has only {found}: the end was cut off, or \
    this is an old copy or another history
    """,
    "memory.whole": """
    everything was verified anew, and the first {size|entry is what was|entries are what was} verified on \
    {time}
    """,
    "memory.written": "remembered: {size|entry|entries} ({path})",
    "unchecked.remembered_entries": """
    the bytes of the first {size|entry|entries}, verified on {time} (without --remember they are read)
    """,
  ]
}
