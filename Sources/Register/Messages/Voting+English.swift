// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Voting {
  /// Proposals, votes, ballots and their counting, as the command tells them in English.
  static let english: [String: String] = [
    "amendment.line": "{amendment}  by {author}: {title}; {status}",
    "amendment.proposal": "proposal",
    "ballot.approve": """
    the ballot of {vote} has options, not words: name those you approve of with --approve ITEM=a,b
    """,
    "ballot.caution": "look again: as things stand, it would be refused: {why}",
    "ballot.empty": "nothing is chosen; the words of {vote} are {known}",
    "ballot.empty.approval": "nothing is chosen; name options of {vote} with --approve ITEM=a,b",
    "ballot.ground_alone": "a ground needs its reason",
    "ballot.no_vote": "say which vote, or name a ballot sheet with --sheet",
    "ballot.one_key": "a ballot is signed with exactly one key: name it with --key",
    "ballot.option": "“{found}” is no option of {item}; it has: {known}",
    "ballot.picks": "the ballot takes {max|name|names} for {item} at most",
    "ballot.twice.ranked": "somebody is ranked twice for {item}",
    "ballot.twice": "{item} is given two different choices",
    "ballot.which": "{vote} asks about {count|item|items}; say which is meant",
    "ballot.which.hint": "such as --yes ITEM, or --rest yes for all that are not named",
    "ballot.word": "“{found}” is not on the ballot of {vote}; it has: {known}",
    "inbox.bad_signature": "the signature of {names} does not fit what is written",
    "inbox.bad_signature.hint": "somebody changed it on its way; ask its author for another copy",
    "inbox.batch": "{done} of {total}",
    "inbox.code": "code: {code}",
    "inbox.garbage": "it does not read as a signed statement",
    "inbox.hint": "what to do: {hint}",
    "inbox.known": "{path}: in the ledger already, entry {entry}",
    "inbox.more": "… and {count|statement more|statements more}",
    "inbox.no_directory": "{path} is no folder",
    "inbox.no_folder": "name a folder of statements, or whose inbox it is with --as or --key",
    "inbox.no_key": """
    refused statements leave no trace in the log without the registrar's key (--key)
    """,
    "inbox.no_trace": "{path}: the refusal could not be recorded: {why}",
    "inbox.not_a_statement": "{path}: no statement, left alone: {why}",
    "inbox.note": "{path}: not taken in by {ledger}",
    "inbox.refused": "{path}: refused: {why}",
    "inbox.refused.again": "{path}: refused again: {why}; on record as entry {entry}",
    "inbox.refused.traced": "{path}: refused: {why}; on record as entry {entry}",
    "inbox.special": "it is no regular file",
    "inbox.sum": """
    {count|file|files}: {committed} committed, {known} known, {refused} refused, {others} no \
    statements
    """,
    "inbox.system": "the system says: {error}",
    "inbox.title": "Asked of {party}, as of {now}",
    "inbox.too_large": "it is larger than {max|byte|bytes}",
    "inbox.trace": "the refusal is on record: entry {entry}",
    "inbox.unreadable": "what it carries within cannot be read",
    "inbox.unsigned": "it is not signed yet",
    "inbox.wrong": "not everything was taken in: {count|file|files}",
    "option.shape": "{option} is written {shape}, not “{text}”",
    "option.twice": "{option} names {name} twice",
    "proposal.about": "about",
    "proposal.absent": "did not come",
    "proposal.adopted": "adopted",
    "proposal.amendment": "amendment",
    "proposal.attended": "was heard",
    "proposal.by": "by",
    "proposal.debate": "debate until",
    "proposal.frozen": "text frozen",
    "proposal.hearing": "hearing",
    "proposal.matter": "matter",
    "proposal.next": "next",
    "proposal.next.escalate": "the fallback of {rule}, once it is asked for",
    "proposal.next.ratify": "a ratification under {rule} before {until}, else it lapses",
    "proposal.next.revise": "a changed text, then a vote under {rule}, round {round}",
    "proposal.next.vote": "a vote under {rule}, round {round}",
    "proposal.no_text": "no text is given: name the file with --text",
    "proposal.no_title": "no title is given: --title-uk, --title-en",
    "proposal.none": "no proposal so far",
    "proposal.option": "option {name}",
    "proposal.paper": "paper {name}",
    "proposal.revised": "text revised",
    "proposal.seconds": "seconded",
    "proposal.seconds.count": "{count} of {needed}",
    "proposal.shown": "{proposal}  {title}  {status}",
    "proposal.status.adopted": "adopted",
    "proposal.status.blocked": "blocked",
    "proposal.status.debated": "in debate",
    "proposal.status.expired": "expired",
    "proposal.status.frozen": "to be voted on",
    "proposal.status.inquorate": "no quorum",
    "proposal.status.lapsed": "lapsed",
    "proposal.status.lost": "lost",
    "proposal.status.submitted": "waits for seconds",
    "proposal.status.void": "void",
    "proposal.status.withdrawn": "withdrawn",
    "proposal.statutes": "new statutes",
    "proposal.submitted": "submitted",
    "proposal.text": "text {language}",
    "proposal.valid": "valid until",
    "proposal.version": """
    look again: these statutes are version {found}; to be adopted they must be version {expected}
    """,
    "proposal.vote": "vote",
    "proposal.vote.line": "{vote}, {rule}, round {round}: {state}",
    "qr.empty": "{path} is empty",
    "qr.failed": "the QR code could not be made: {why}",
    "qr.scale": "--scale is a number from 1 to 32",
    "qr.too_long": "{path} has {bytes|byte|bytes}; a QR code holds {max}",
    "qr.too_long.hint": "send the file itself; ballots and ballot sheets of short votes fit",
    "qr.written": "QR code: {path}, {width} pixels wide",
    "seal.bad_identity": "{path} holds no age identity, or more than one",
    "seal.bad_identity.hint": "it is one line that begins with AGE-SECRET-KEY-1",
    "seal.bad_recipient": "“{text}” is no age recipient (age1…)",
    "seal.failed": "sealing failed: {why}",
    "seal.made": """
    the identity is in {path}: for one vote only; keep a copy, for without it no ballot is counted
    """,
    "sheet.bad_signature": "{name} did not sign the opening that the sheet carries",
    "sheet.bad_whole": "the words of the sheet are not those that {name} signed",
    "sheet.grounds": "a block needs a reason and one of these grounds: {grounds}",
    "sheet.head": "{vote} of {ledger}, open until {closes}",
    "sheet.hint": "vote on nothing in it; ask the registrar for a new sheet, by another way",
    "sheet.impossible": "no sheet can be made of {vote}",
    "sheet.malformed": "{path} is no ballot sheet (viche-ballot-sheet/1)",
    "sheet.malformed.hint": "viche ballot-sheet VOTE --out FILE makes one from the log",
    "sheet.not_whole": """
    look again: only the opening is signed by the registrar; titles, digests and the rule's words \
    are as the sheet's maker wrote them
    """,
    "sheet.other_registrar": """
    the sheet is by {found}, with another key than {expected} as you know it
    """,
    "sheet.other_vote": """
    the sheet is of {vote}; “{found}” is neither that nor a word of its ballot
    """,
    "sheet.registrar": "signed by {key}",
    "sheet.sealed": """
    the ballot is sealed to {tellers}: nobody can read it before the end, everybody can afterwards
    """,
    "sheet.text": "text {language}: {digest}",
    "sheet.words": "you may say: {words}",
    "sheet.written": "ballot sheet: {path} ({bytes|byte|bytes})",
    "submit.refused": "{count|statement was|statements were} not committed",
    "submit.traced": "The refusal is on record: entry {entry}.",
    "tally.annulled": "a ruling has annulled {vote}: it is not counted",
    "tally.bloc": "of which {roll}: {counts}, of {electors|elector|electors}",
    "tally.line": "{item}: {outcome}. {counts}, of {electors|elector|electors} ({vote})",
    "tally.rule": "quorum: {quorum}; majority: {pass} (§ {clause})",
    "vote.aside": "{party} stepped aside from {item}",
    "vote.challenge": "challenge {challenge} by {party}: {ground} ({verdict})",
    "vote.class": "{seat}: {places|place|places}; {names}",
    "vote.matter": "{matter}, {rule}, round {round}:",
    "vote.no_recipient": "ballots are sealed here, and no recipient is given for {tellers}",
    "vote.no_recipient.hint": """
    each teller makes one with viche seal keygen; name it with --teller-recipient KEY=age1…
    """,
    "vote.no_teller": "{name} is no teller; the tellers are {tellers}",
    "vote.not_sealed": "ballots under {rule} are not sealed; leave --teller-recipient out",
    "vote.sealed": "ballots are sealed to {tellers}; {opened} of {count} opened",
    "vote.shown": """
    {vote}: {state}. {opens} – {closes}; {part} of {electors} took part (§ {clause})
    """,
    "vote.silence": """
    Who stays silent counts neither for nor against, and does not help the quorum.
    """,
    "vote.silence.against": """
    Who stays silent helps neither the quorum nor the majority, which is one of all who may vote.
    """,
    "vote.silence.agrees": "Who stays silent agrees.",
    "vote.silence.nothing": "Who stays silent counts neither for nor against.",
    "vote.state.announced": "not open yet",
    "vote.state.annulled": "annulled",
    "vote.state.certified": "certified",
    "vote.state.grace": "closed, ballots sealed in time may still come",
    "vote.state.open": "open",
    "vote.state.over": "to be counted",
    "vote.state.sealed": "waits for its seals to be opened",
    "vote.state.tallied": "counted, not certified yet",
  ]
}
