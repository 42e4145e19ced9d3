// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Tiles {
  /// A log as it is published, copied and read in tiles, in English.
  static let english: [String: String] = [
    "operation.make": "make",
    "tiles.bad_url": "{url} is no address of a log: https://, a host and a path",
    "tiles.bundle_form":
      "tampered: entry {entry}, {resource}: the bundle is not exactly its entries",
    "tiles.damaged": "tampered: entry {entry}, {resource}: {finding}",
    "tiles.damaged_checkpoint": "tampered: checkpoint: {finding}",
    "tiles.empty": "its checkpoint has no entries",
    "tiles.entry_hash":
      "tampered: entry {entry}, {resource}: it is not the entry that {tile} has the hash of",
    "tiles.fetched": "read {done} of {total|entry|entries}, {percent} %",
    "tiles.first_key": "the log's key is {key}: compare it with the one that you were given",
    "tiles.forked": """
    forked: the log's key signed two histories: {kept|entry|entries} with root {kept_root} are kept here, \
    {found|entry|entries} with root {found_root} were found
    """,
    "tiles.hint.forked":
      "keep both signed heads, printed above; show them to the members and witnesses",
    "tiles.hint.in_copy": "make a new copy in another folder, and keep this one",
    "tiles.hint.no_checkpoint": "a log that is published has a file checkpoint",
    "tiles.hint.other_log": "name another folder; nothing was written to this one",
    "tiles.hint.shorter":
      "if it stays so, keep both signed heads, printed above, and show them to the members",
    "tiles.hint.web": "try again; viche mirror goes on where it stopped",
    "tiles.in_copy": "the copy itself does not hold: {why}",
    "tiles.mended": "{resource} had been damaged and was written again",
    "tiles.mirrored": """
    {size|entry|entries} in {path}, {new} of them new; {written|file|files} written; the log holds, \
    root {root}
    """,
    "tiles.missing": "incomplete: {resource} is not there, and the checkpoint requires it",
    "tiles.no_checkpoint": "there is no log here: no checkpoint",
    "tiles.no_source": "{path} is no folder with a checkpoint, and no URL",
    "tiles.not_a_log": "not a ledger: {finding}",
    "tiles.not_signed":
      "the log's key did not sign this checkpoint of {size|entry|entries} with root {root}",
    "tiles.other_log": "{path} is not of this log; nothing is overwritten",
    "tiles.plain_http": "{url} is read without TLS from another machine",
    "tiles.plain_http.hint":
      "use https://, or add --allow-http: the log's signatures protect its content",
    "tiles.published": """
    {size|entry|entries} in {path}: {written|file|files} written, {kept} were there; root {root}
    """,
    "tiles.shorter": """
    shorter: {kept|entry|entries} with root {kept_root} are kept here, and only {found|entry|entries} \
    with root {found_root} were found: an old copy, or a log that was cut
    """,
    "tiles.tile_hash": "tampered: {resource} is not the tile that {above} has the hash of",
    "tiles.tile_length":
      "tampered: {resource} has {bytes|byte|bytes} where its hashes have {expected}",
    "tiles.too_long": "{resource} is longer than {max} bytes",
    "tiles.too_many_bytes": "the log is longer than {max} bytes",
    "tiles.too_many_entries": "the log has {count|entry|entries}; no more than {max} are read",
    "tiles.unchecked": "not checked: the checkpoints before the last, which tiles do not carry",
    "tiles.web": "the server did not send {resource}: {why}",
    "web.connection": "{why}",
    "web.redirect": "it points to {url}, which is not in the log's folder",
    "web.status": "it answered {code}",
    "web.timeout": "it did not answer within {seconds|second|seconds}",
  ]
}
