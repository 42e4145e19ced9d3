// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Command {
  /// What the command itself says in English.
  static let english: [String: String] = [
    "application.member": "joined as {member}",
    "application.not_selected": "shortlist: rank {rank}, {score} points, not selected: {reason}",
    "application.private_needed": "personal answers need --private FILE to keep what opens them",
    "application.related": "see also {other}",
    "application.repair_until": "can be repaired until {until}",
    "application.reviews": "reviews: {count} of {of}",
    "application.selected": "shortlist: rank {rank}, {score} points, selected{reason}",
    "application.tier": "diligence: {tier}",
    "call.count.early": "{count|application|applications} too early",
    "call.count.eligible": "{count|application|applications} eligible",
    "call.count.incomplete": "{count|application|applications} incomplete",
    "call.count.ineligible": "{count|application|applications} ineligible",
    "call.count.late": "{count|application|applications} too late",
    "call.count.standing": "{count|application|applications} to be screened",
    "call.count.superseded": "{count|application|applications} superseded",
    "call.count.withdrawn": "{count|application|applications} withdrawn",
    "call.window": "{call}: open from {opens} until {closes}, offline bundles until {grace}",
    "csv.control": "line {line}, column {column}: a control character inside a field",
    "csv.duplicate_column": "the column {name} stands twice",
    "csv.empty": "the file is empty",
    "csv.field_too_long": "line {line}, column {column}: the field is longer than {max} bytes",
    "csv.missing_column": "the column {name} is missing",
    "csv.nearest": "(is {name} meant?)",
    "csv.not_utf8": "line {line}: the text is not UTF-8; save the file as “CSV UTF-8”",
    "csv.ragged": "line {line}: {found|field|fields} where the first row has {expected}",
    "csv.semicolons": "the fields are separated by semicolons; save the file with commas",
    "csv.stray_quote": "line {line}, column {column}: a quotation mark where none can be",
    "csv.too_large": "the file is larger than {max} bytes",
    "csv.too_many_columns": "more than {max} columns",
    "csv.too_many_rows": "more than {max} rows",
    "csv.unclosed_quote": "line {line}: the quotation mark opened here is never closed",
    "csv.unknown_column": "the column {name} is not in the form",
    "csv.unnamed_column": "column {column} has no name",
    "csv.utf16": "the file is UTF-16; save it as “CSV UTF-8”",
    "disposition.early": "too early",
    "disposition.eligible": "eligible",
    "disposition.incomplete": "incomplete",
    "disposition.ineligible": "ineligible",
    "disposition.late": "too late",
    "disposition.superseded": "superseded",
    "disposition.unscreened": "not screened yet",
    "disposition.withdrawn": "withdrawn",
    "dry.nothing": "Nothing was written.",
    "dry.prefix": "would be: ",
    "entries.more": "… and {count|entry more|entries more}",
    "fact.malformed": "a fact is written attribute=text, not '{text}'",
    "file.exists": "{path} is there already and is not replaced",
    "file.exists.hint": "choose another name, or move the file away",
    "file.folder": "{path} is a folder",
    "file.missing": "there is no file {path}",
    "file.no_folder": "there is no folder {path}",
    "file.too_large": "{path} is larger than {max} bytes",
    "file.trouble": "{path}: the system says: {error}",
    "form.malformed": "{path}: the description of column {column} is not understood",
    "form.needed": "--from needs --form, the description of its columns",
    "form.other": "this form is not the one with which the call {call} was opened",
    "founding.done": "Founded {origin} with {founders|founder|founders}: {path}",
    "founding.done_rehearsal": """
    Founded {origin} as a REHEARSAL with {founders|founder|founders}: {path}
    """,
    "founding.malformed": "{path}: the field {field} is missing or not understood",
    "founding.other": "a log begins with ledger.founded, not with {type}",
    "import.beyond_grace": """
    {id} sealed {sealed}, received {received}: after the grace as well (§ {clause})
    """,
    "import.channel": "line {line}: no channel '{found}'; there are {known}",
    "import.done": """
    {count|row|rows} taken in, entries {first}–{last}; what must not be in the log is in \
    {folder}
    """,
    "import.early": "{id} received {received}: before the opening (§ {clause})",
    "import.future": """
    line {line}, {id}: {time} is still to come, and nothing can have been received then
    """,
    "import.grace": "{id} sealed {sealed}, received {received}: inside the grace (§ {clause})",
    "import.late": "{id} received {received}: after the closing (§ {clause})",
    "import.no_name": "line {line}, {id}: the organisation has no name",
    "import.personal": "kept outside the log: {columns}",
    "import.read": "{count|row|rows} read, {organisations|organisation|organisations}.",
    "import.same_name": "{ids}: same name, different codes: kept apart",
    "import.superseded": "{id} → superseded by {other} (same code {code})",
    "import.superseded_names_differ": """
    {id} → superseded by {other} (same code {code}); their names differ: please look
    """,
    "key.bad_name": "'{name}' cannot be a key name: 1 to 255 of A-Z a-z 0-9 . _ / -",
    "key.bad_vkey": "{path}: {why}",
    "key.empty_passphrase": "an empty passphrase protects nothing",
    "key.interrupted": "the question for the passphrase was broken off",
    "key.libcrypto": "libcrypto failed in {function}",
    "key.malformed": "the private key in the file does not decode",
    "key.malformed_vkey": "this is no verifier key: name+hash+base64",
    "key.mismatch": "{path} is not the private half of {vkey}",
    "key.no_terminal": "there is no terminal on which to ask for the passphrase",
    "key.no_terminal.hint": "put the passphrase into a file and name it with --passphrase-file",
    "key.none": "nobody signs this: name a private key with --key",
    "key.none.hint": "--key may stand several times where several people sign",
    "key.not_pem": "the file holds no key in PEM",
    "key.not_private": "the file holds a {label}, not a private key",
    "key.other_algorithm": "the key is {name}; only Ed25519 is used here",
    "key.passphrase_long": "the passphrase is too long",
    "key.passphrase_needed": "the key is encrypted and needs its passphrase",
    "key.passphrases_differ": "the two passphrases differ",
    "key.prompt": "Passphrase for {path}: ",
    "key.revoked": "(revoked)",
    "key.several": "the file holds several PEM blocks, so which one is the key is a guess",
    "key.shown": "key name {name}, public key {hex}",
    "key.too_long": "the file is {bytes|byte|bytes} long; no key file is",
    "key.unknown_type": "the verifier key is of a type that is not used here",
    "key.unusable": "{path}: {why}",
    "key.weak": "this is a weak key, for which anyone can sign",
    "key.wrong_id": "the verifier key's hash does not fit its name and key",
    "key.wrong_passphrase": "the passphrase is wrong",
    "log.hint": "name the log with --log FILE or in VICHE_LOG; viche init founds a new one",
    "log.no_entry": "there is no entry {entry}; the log has {count|entry|entries}",
    "log_key.hint": """
    only whoever holds the log's own key can commit: name it with --log-key, or write the \
    statement with --out and send it
    """,
    "nothing.to_do": "there is nothing that waits for this",
    "now.not_rehearsal": "this ledger takes the system's clock and cannot be told the time",
    "now.not_rehearsal.hint": """
    leave --now out; only a ledger founded as a rehearsal can be told the time
    """,
    "party.keys": "keys",
    "party.rolls": "classes",
    "party.seats": "seats",
    "party.since": "member since",
    "receipt.dropped": """
    the entry {entry} that the log's key signed for is not in this log any more
    """,
    "receipt.foreign": "the receipt is of {expected}, the log is {found}",
    "receipt.forked": """
    at size {size} this log is not the one that the receipt was given for: there are two \
    histories
    """,
    "receipt.hint": """
    keep both files: together they prove what happened; show them to the members and \
    witnesses
    """,
    "receipt.malformed": "{path}: this is no receipt (c2sp.org/tlog-proof@v1)",
    "receipt.not_signed": "the log's key did not sign this receipt",
    "receipt.older": """
    the log has {size|entry|entries}, the receipt was given when it had {receipt}: this \
    is an old or a cut copy
    """,
    "receipt.proves_nothing": "the receipt does not hold together",
    "receipt.written": "receipt: {path}",
    "recovery.finished": "a commit that broke off has been finished: {entries|entry|entries}",
    "recovery.set_aside": """
    what a commit that broke off left ({bytes|byte|bytes}) was moved to {path}; \
    {statements|whole statement|whole statements} in it can be submitted again
    """,
    "review.assigned": """
    {count|application|applications} for {reviewers|reviewer|reviewers}: {least}–{most} \
    each
    """,
    "review.imported": "{count|review|reviews} read, {accepted} accepted",
    "review.not_kept": "the table's assignment breaks a rule; the standard one is taken:",
    "row.missing": "line {line}, {column}: missing",
    "row.not_a_name": """
    line {line}, {column}: '{found}' is not a name of 1 to 64 of A-Z a-z 0-9 . _ -
    """,
    "row.not_a_time": """
    line {line}, {column}: '{found}' is not a time such as 2024-11-30T23:59:59+02:00
    """,
    "row.not_an_integer": "line {line}, {column}: '{found}' is not a whole number",
    "row.repeated": "line {line}, {column}: '{found}' stands twice",
    "row.too_long": "line {line}, {column}: longer than 512 bytes",
    "rows.faulty": "{path}: {count|fault|faults}",
    "rows.faulty.hint": "nothing was taken in; mend the rows and import again",
    "score.malformed": "a score is written criterion=points, not '{text}'",
    "shortlist.not_selected": "–",
    "shortlist.selected": "selected",
    "sign.done": "{name} signed {path}",
    "statement.unsigned": "the statement is not signed yet",
    "statement.written": "signed statement: {path} ({bytes|byte|bytes}); nothing was committed",
    "statutes.faulty": "{path}: {count|fault|faults}",
    "statutes.needed": "a change of the statutes needs the new ones whole, and none are named",
    "statutes.needed.hint": "name them in YAML with --statutes",
    "statutes.not_asked": "under the matter {matter} the statutes are not changed",
    "statutes.not_asked.hint": "leave --statutes out, or propose under the matter 'statutes'",
    "statutes.sound": """
    {policy}, version {version}: sound. {rules|rule|rules}, \
    {procedures|procedure|procedures}.
    """,
    "statutes.warning": "look again:",
    "tail.ignored": """
    after the last checkpoint stand {bytes|byte|bytes} that nobody acknowledged; they are \
    ignored
    """,
    "time.malformed": "'{text}' is not a time such as 2024-12-03T09:00:00+02:00",
    "today.nothing": "nothing is due",
    "today.title": "As of {now}",
    "truth.false": "no",
    "truth.true": "yes",
    "truth.unknown": "unknown",
    "verify.counts": """
    {entries|entry|entries}, {signatures|signature|signatures}, \
    {checkpoints|checkpoint|checkpoints}; {members|member|members}
    """,
    "verify.head": "head: {size|entry|entries}, root {root}, last received {time}",
    "verify.key": "its key: {key}; compare it with the one that you were given",
    "verify.level": """
    bytes, signatures, tree and checkpoints hold; computed again by {versions|version|versions} of the \
    statutes: {changes|change|changes} of the state, {ballots|ballot|ballots}, {counts|count|counts}
    """,
    "verify.progress": "verified {done} of {total|entry|entries}, {percent} %",
    "verify.receipts": "{count|receipt agrees|receipts agree} with this log",
    "verify.rehearsal": "REHEARSAL: this ledger was told the time; nothing in it is binding",
    "yaml.alias": "line {line}, column {column}: an alias; write the value out",
    "yaml.anchor": """
    line {line}, column {column}: an anchor; write the value out where it is needed
    """,
    "yaml.byte_order_mark": "the file begins with a byte order mark; save it without one",
    "yaml.duplicate_key": "line {line}, column {column}: the key {name} stands twice",
    "yaml.key_not_text": "line {line}, column {column}: a key that is not text",
    "yaml.merge_key": "line {line}, column {column}: a merge key; write the fields out",
    "yaml.not_nfc": "line {line}, column {column}: the text is not in Unicode normal form C",
    "yaml.nothing": "line {line}, column {column}: a key or an element without a value",
    "yaml.odd_line_break": "line {line}, column {column}: a line end that is neither LF nor CR LF",
    "yaml.several_documents": "line {line}, column {column}: a second document begins here",
    "yaml.syntax": "line {line}, column {column}: {why}",
    "yaml.tag": "line {line}, column {column}: a tag; everything here is text, a list or an object",
    "yaml.too_deep": "line {line}, column {column}: nested too deeply",
    "yaml.too_large": "the file is larger than {max} bytes",
  ]
}
