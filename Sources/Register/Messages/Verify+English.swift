// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Verify {
  /// What `verify` is asked beside that a log holds, in English.
  static let english: [String: String] = [
    // A witness policy's file.
    "policy.bad_key": "the key cannot be used: {why}",
    "policy.bad_threshold":
      "“{found}” is no threshold: any, all or a number from 1 to {members}",
    "policy.forbidden_byte": "the byte {byte} must not stand there",
    "policy.hint.carriage_return": "save the file with line ends of Unix (LF)",
    "policy.malformed": "{path}: line {line}: {fault}",
    "policy.no_quorum": "there is no quorum line",
    "policy.not_a_witness": "{key} is not a witness's key (type 0x04)",
    "policy.other_log":
      "foreign: the policy is not of this log; expected {expected}, found {found}",
    "policy.other_log.hint": "check which log and which policy you mean",
    "policy.repeated_key": "the same key stands on line {before}",
    "policy.repeated_member": "{name} is a member already, on line {before}",
    "policy.repeated_name": "{name} is defined already, on line {before}",
    "policy.repeated_quorum": "there is a quorum already, on line {before}",
    "policy.reserved_name": "none is no name of a witness or group",
    "policy.too_long": "the file has {bytes|byte|bytes}, which is too long",
    "policy.too_many": "there are more than {max} lines of {keyword}",
    "policy.undefined_name": "no line before defines {name}",
    "policy.unfinished_line": "the last line does not end in a line feed",
    "policy.unknown_keyword":
      "“{word}” begins no line of a policy: log, witness, group or quorum",
    "policy.witness_twice": "the same witness is named twice: {key}",
    "policy.wrong_items.group": "a group is written: group NAME all|any|NUMBER NAME…",
    "policy.wrong_items.log": "a log is written: log KEY [URL]",
    "policy.wrong_items.quorum": "a quorum is written: quorum NAME|none",
    "policy.wrong_items.witness": "a witness is written: witness NAME KEY [URL]",
    "policy.wrong_kind.group": "a group has no key",
    "policy.wrong_kind.log": "this is a witness's key, not a log's",
    "policy.wrong_kind.quorum": "a quorum has no key",
    "policy.wrong_kind.witness": "this is a log's key, not a witness's (type 0x04)",
    // What kept files say of a log that does not hold.
    "remains.agrees": """
    {path} agrees with the first {size|entry|entries} of this log, as they were signed: the fault is the log's
    """,
    "remains.beyond": """
    {path} reaches further than this log can be read ({entries|entry|entries}): try it on another copy
    """,
    "remains.differs": """
    {path} is sound, signed by the log's key, and of other entries than these: the fault is the log's
    """,
    "remains.nothing": "{path} proves nothing of this log either way: {why}",
    "remains.unreadable": "{path} cannot be compared: nothing of this log can be read",
    // A head that was kept.
    "head.written": "head of {size|entry|entries}, root {root}: {path}",
    "since.altered": "your head was changed since it was signed: the signature does not fit",
    "since.altered.hint": "take the file as you kept it first; nothing is said of the log",
    "since.ancestor": """
    your head ({size|entry|entries}, root {root}) is an ancestor: nothing removed or changed since
    """,
    "since.foreign": "another log: your head is of {expected}, this log is {found}",
    "since.foreign.hint": "check which log and which head you mean",
    "since.forked": """
    FORK: the log's key signed two histories; the first {kept|entry|entries} had root {expected} when you \
    kept your head, and have root {found} in this log
    """,
    "since.forked.hint": """
    keep both files and tell members and witnesses; for a proof that anybody can check: \
    viche log fork-evidence {head} {log}
    """,
    "since.malformed": "{path}: this is no head of a log and no receipt",
    "since.malformed.hint": "keep a head with viche log head --out FILE",
    "since.new": "new since: {count|entry|entries}",
    "since.new.among": "{entries}, among them {among}",
    "since.new.ballot.cast": "{count|ballot|ballots}",
    "since.new.outcome.certified": "{count|decision|decisions}",
    "since.new.proposal.submitted": "{count|proposal|proposals}",
    "since.nothing_new": "nothing new since",
    "since.other_key": """
    another log: your head is of the same name and not signed by this log's key; expected {expected}, found \
    {found}
    """,
    "since.other_key.hint": "compare both keys with the one that the members were given",
    "since.shorter": """
    CUT: this log has {size|entry|entries} and had {kept} when you kept your head: the last {missing} are \
    gone, or this is an old copy
    """,
    "since.shorter.hint": """
    ask for the newest copy; if it stays so, keep your head and this log and show them to members and \
    witnesses
    """,
    "since.unchecked": "libcrypto could not check your head: {found}",
    "since.unchecked.hint": "try again",
    "since.unsound": "your receipt does not hold together, so it says nothing of this log",
    "since.unsound.hint": "take the file as you were given it, or another receipt",
    // What was not checked.
    "unchecked": "not checked: {list}",
    "unchecked.commitments": "personal data, of which the log has only commitments",
    "unchecked.documents": "documents, of which the log has only the SHA-256",
    "unchecked.earlier_copy": "an earlier copy (--since)",
    "unchecked.log_key": "whose log it is (--log-key)",
    "unchecked.older_checkpoints": "the checkpoints before the last, which tiles do not carry",
    "unchecked.sealed_ballots": "what {count|sealed ballot says|sealed ballots say}",
    "unchecked.uncommitted":
      "the last {count|byte|bytes}, which no checkpoint covers: a commit under way, or a copy that broke off",
    "unchecked.witnesses": "witnesses (--policy)",
    // Witnesses.
    "witnessed.by": "{name} ({time})",
    "witnessed.cosigned": "{name}: cosigned {time}",
    "witnessed.group": "group {name}: {count} of {all}, needs {needed}",
    "witnessed.group.unmet": "group {name}: only {count} of {all}, needs {needed}",
    "witnessed.hint": """
    the log holds, but the witnesses may not have seen it so: wait for them, or ask the secretariat
    """,
    "witnessed.invalid": "{name}: a line in its name that it did not sign",
    "witnessed.last": "last checkpoint: cosigned by {count} of {all|witness|witnesses}",
    "witnessed.missing": "{name}: has not cosigned",
    "witnessed.newest": "newest checkpoint that satisfies it: {size|entry|entries}, by {by}",
    "witnessed.newest.bare": "newest checkpoint that satisfies it: {size|entry|entries}",
    "witnessed.none": "no checkpoint of this log satisfies it",
    "witnessed.none.tiles": "tiles carry no older checkpoint that might",
    "witnessed.since": "{count|entry|entries} since: not yet witnessed",
    "witnessed.satisfied": "the policy is satisfied",
    "witnessed.unsatisfied": """
    not witnessed: the last checkpoint ({size|entry|entries}) does not satisfy the policy; {since}
    """,
  ]
}
