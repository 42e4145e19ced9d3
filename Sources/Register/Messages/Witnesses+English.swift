// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Witnesses {
  /// Witnesses, cosignatures and the evidence of a fork, in English.
  static let english: [String: String] = [
    "fault.grown_meanwhile": "entries were committed since this checkpoint was cosigned",
    "fault.hint.grown_meanwhile": "submit the new checkpoint",
    "fault.hint.malformed_memory":
      "put it back from a copy: a witness that forgets may cosign a fork",
    "fault.hint.uncommitted_tail": "whoever holds the log's key commits, or opens the log, first",
    "fault.malformed_memory":
      "{path} is no checkpoint of the log that this witness remembers there",
    "fault.uncommitted_tail": "{bytes|byte|bytes} stand after the last checkpoint, uncommitted",
    "fork.beginning": """
    at {size|entry|entries} the log of {larger} had root {root}: the other is no beginning \
    of it
    """,
    "fork.hint.needs_log": "name the whole log that the larger checkpoint is of",
    "fork.hint.no_key": "name it with --log-key",
    "fork.malformed": "{path} is no evidence of a fork (viche-fork/1)",
    "fork.needs_log": """
    {path} is only a checkpoint of {large|entry|entries}: without them nobody can tell \
    whether those of {small} are their beginning
    """,
    "fork.no_checkpoint": "{path} is no log, checkpoint or receipt",
    "fork.no_key": "whose log it is stands in neither file: the log's key is needed",
    "fork.not_signed": "{path} has no checkpoint that the log's key signed, so it proves nothing",
    "fork.other_origins": "two different logs: {first} and {second}",
    "fork.prefix": "no fork: the log of {small|entry|entries} is the beginning of that of {large}",
    "fork.proved": "forked: the key of {origin} signed two histories",
    "fork.same": "no fork: both are of the same {small|entry|entries}",
    "fork.tree": "  {size|entry|entries} with root {root}",
    "fork.unproven": "this proves no fork: {why}",
    "fork.why.not_signed": "the log's key did not sign both checkpoints",
    "fork.why.nothing": "both checkpoints may be of one history",
    "fork.why.other_key": "the checkpoints are of {origin}, and the key that you name is of {key}",
    "fork.why.same_tree": "both checkpoints state the same tree",
    "fork.written": "evidence: {path}",
    "submit.added":
      "{size|entry|entries}: cosigned by {count} of {total|witness|witnesses}; added to {path}",
    "submit.alarm": "a witness has seen another history of this log",
    "submit.all_met": "all of the witnesses have cosigned",
    "submit.already": "has cosigned already, {time}",
    "submit.bad_file": "{path} is no cosigned checkpoint and no line of a cosignature",
    "submit.cosigned": "cosigned, {time}",
    "submit.failed.bad_request": "missing: it says that it cannot read the request",
    "submit.failed.bad_url": "missing: its URL is none: https://, a host and a path",
    "submit.failed.forgot": """
    missing: it says that it has cosigned only {size|entry|entries}, and the log shows \
    more: it has lost its memory
    """,
    "submit.failed.future": "missing: its cosignature is of {time}, which has not come yet",
    "submit.failed.garbage": "missing: its answer is not that of a witness",
    "submit.failed.inconsistent":
      "REFUSED: this checkpoint does not add to what it has cosigned before",
    "submit.failed.longer":
      "REFUSED: it has cosigned {size|entry|entries} of this log, which has only {head} here",
    "submit.failed.not_its": "missing: what came is not its cosignature of this checkpoint",
    "submit.failed.plain_http":
      "missing: http:// on another machine is not asked without --allow-http",
    "submit.failed.split_view":
      "REFUSED: it has cosigned {size|entry|entries} and does not go on from there",
    "submit.failed.too_long": "missing: it sends without end",
    "submit.failed.unknown_log": "missing: it does not watch this log",
    "submit.failed.web": "missing: {why}",
    "submit.foreign_file": "{path} is of another log",
    "submit.hint.again": "run it again for those that are missing",
    "submit.hint.alarm": """
    publish nothing more; compare with the witness: viche log fork-evidence proves what was \
    signed
    """,
    "submit.hint.older_file": "have the new checkpoint cosigned",
    "submit.hint.other_history": "if the log's key signed it, viche log fork-evidence proves it",
    "submit.no_checkpoint": "the log's last checkpoint cannot be read",
    "submit.not_all": "not all of the witnesses have cosigned; missing: {names}",
    "submit.not_asked": "missing: it has no URL, and no file was brought",
    "submit.nothing_new":
      "{size|entry|entries}: cosigned by {count} of {total|witness|witnesses}; nothing new",
    "submit.older_file": "{path} is of {size|entry|entries}; the log has {head}",
    "submit.other_history":
      "{path} is of {size|entry|entries} of another history: the log here has {head}",
    "submit.plan.already": "{name}: has cosigned {size|entry|entries} already",
    "submit.plan.asked": "{name}: would be asked at {url}, from {old} to {size|entry|entries}",
    "submit.plan.brought": "{name}: a line of it was brought",
    "submit.plan.file": "{name}: has no URL; bring a file of it",
    "submit.quorum_met": "the policy's quorum is met",
    "submit.quorum_not_met": "the policy's quorum is not met; missing: {names}",
    "submit.strangers": "{path} has no line of a witness that was named",
    "witness.adds":
      "it adds {added|entry|entries} to what was cosigned before: {size|entry|entries}",
    "witness.bad_address": "{address} is no address and port, as in 127.0.0.1:8080",
    "witness.cosigned": "cosigned by {name}, {time}",
    "witness.first": "this witness cosigns this log for the first time",
    "witness.forked":
      "forked: this log of {size|entry|entries} does not add to what this witness cosigned before",
    "witness.hint.forked": "viche log fork-evidence {memory} {log} --out fork.evidence",
    "witness.hint.not_its_key": "make one with viche key new NAME --witness --out FILE",
    "witness.hint.shorter":
      "ask for the newest log; if there is none, show the members what you cosigned",
    "witness.listening": "listening on {address}",
    "witness.no_address": "cannot listen on {address}: {why}",
    "witness.no_log": "name the logs that are watched with --log or --policy",
    "witness.not_a_log_key": "one of the keys is a witness's, not a log's",
    "witness.not_its_key": "{path} is the key {name}, which is not a witness's",
    "witness.refused": "not cosigned: {why}",
    "witness.remembers": "{origin}: {size|entry|entries} cosigned so far",
    "witness.remembers_nothing":
      "{origin}: nothing cosigned so far; if that is wrong, stop: this is not its memory",
    "witness.shorter":
      "shorter: this witness has cosigned {last|entry|entries}, and this log has {size}",
    "witness.verified": """
    {origin}: {entries|entry|entries}, {signatures|signature|signatures} verified, every \
    decision computed again
    """,
    "witness.written": "written: {path}; viche witness submit takes it",
  ]
}
