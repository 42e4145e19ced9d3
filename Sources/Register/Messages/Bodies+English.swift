// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Bodies {
  /// Chairs, meetings, alternates, members that change, mandates by election and lots in English.
  static let english: [String: String] = [
    // Entries.
    "entry.party.updated": "{party} is known by other facts from now: {facts}",
    "entry.party.merged": "{party} becomes part of {into} and leaves",
    "entry.meeting.held": "{body} met on {held} ({meeting}); present: {present}",
    "entry.seat.vacated.absent":
      "{party} loses its {seat}: it missed {meetings}. The ground: {ground}",
    "entry.seat.named": "{party} is named for a free {seat} until {until}",
    "entry.alternate.named": "{alternate} is the alternate of {party} in its {seat}",
    "entry.chair.rotated":
      "{chairs} {=count|chairs|chair} {body} from {from}",
    "entry.chair.declined": "{actor} does not want to chair {body} in the next turn",
    "entry.mandate.granted.vote":
      "{holder}, elected by {vote}, is given the mandate {mandate} until {until}: {scope}",
    "entry.mandate.granted.alternate": """
    {holder} is given the mandate {mandate} by {proposal} until {until}, with {alternate} as its \
    alternate: {scope}
    """,
    "entry.mandate.granted.vote_alternate": """
    {holder}, elected by {vote}, is given the mandate {mandate} until {until}, with {alternate} as \
    its alternate: {scope}
    """,
    "entry.mandate.recused": "{actor} steps aside at {occasion} under the mandate {mandate}",
    "entry.mandate.instructed": "{proposal} binds whoever acts under the mandate {mandate}",
    "entry.lot.announced": """
    the lot {lot} is announced: {places} of {count|name|names} are drawn from {draws} on, by \
    {sources}: {title}
    """,
    "entry.lot.drawn": "the lot {lot} is drawn: {drawn}",
    // Refusals.
    "refusal.cap_broken": "with {party} in {seat} more would sit than a cap of the body allows",
    "hint.cap_broken": "name somebody else; viche statutes explain says the caps",
    "refusal.no_alternates": "the statutes know no alternate here",
    "refusal.no_alternates.seat": "the statutes give {seat} no alternate",
    "hint.no_alternates": "leave the alternate out",
    "refusal.wrong_meetings": "{party} has not missed so many meetings that it loses its {seat}",
    "refusal.wrong_meetings.expected":
      "the meetings that {party} missed are given as “{found}”; recomputed, “{expected}”",
    "hint.wrong_meetings":
      "viche meeting list says who missed how many in a row, the statutes how many cost the seat",
    "refusal.no_rota": "the statutes have no rota of chairs for {body}",
    "hint.no_rota": "only where the statutes say “rotates” does a chair move on",
    "refusal.wrong_chair": "{found} is not next in {body}, and nobody else is",
    "refusal.wrong_chair.expected": "{found} is not next in {body}; by the rota it is {expected}",
    "hint.wrong_chair": "viche chair show says whose turn it is, and why",
    "refusal.not_elected":
      "{party} has no place by {vote} that still waits for its mandate",
    "hint.not_elected":
      "the vote must be certified and have elected it; one place gives one mandate",
    "refusal.wrong_draw":
      "drawn are given as “{found}”; by RFC 3797 it is “{expected}”",
    "refusal.wrong_draw.count":
      "numbers of {found|source|sources} are given; the lot announced {expected}",
    "hint.wrong_draw": "give each source's numbers, in the order of the announcement",
    "refusal.wrong_window.before": "{found} is too early; it may not be before {expected}",
    "hint.wrong_window.before": "choose a later time, or check the one that is recorded",
    "hint.wrong_places.range": "choose as many as are allowed",
    "hint.not_a_holder.body": "viche seats says who sits on it, and who is an alternate",
    "refusal.not_an_elector.item": "others vote on {key} in {vote}, not whoever signed this",
    "refusal.may_not_propose.signer": "{signer} cannot become part of itself",
    "refusal.wrong_places.range": "{seat} has {found|place|places}; allowed are {expected}",
    "refusal.not_a_holder.body": "{party} does not sit on {seat}, nor for anybody there",
    "refusal.no_vacancy.named": "no place of {seat} is free for which somebody could be named",
    "thing.meeting": "a meeting",
    "thing.lot": "a lot",
    "thing.none.body": "body",
    "thing.none.lot": "lot",
    "refusal.thing_exists.draw": "the lot {name} has been drawn already",
    "refusal.thing_exists.instruction": "{name} binds this mandate already",
    "signer.present": "somebody who was present",
    "signer.electors_of": "the electors of {seat}",
    // What is due.
    "due.rotate":
      "the turn of {chairs} in {body} is over then: record the next chair, {next}",
    "due.rotate.over":
      "the turn of {chairs} in {body} is over: record the next chair, {next}",
    "due.rotate.gone": "{body} has no chair any more: record the next, {next}",
    "due.absent":
      "{party} has missed {meetings}: it may lose its {seat}",
    "due.draw": "draw the lot {lot} by {sources}",
    // Meetings.
    "meeting.came": "came to the last",
    "meeting.lost": "may lose the seat",
    "meeting.missed": "missed {count|meeting|meetings} in a row",
    "meeting.none": "no meeting is recorded",
    "meeting.not_yet": "no meeting in this term",
    "meeting.of": "{body}, by holder:",
    "meeting.present": "present: {present}",
    // Chairs.
    "chair.ahead": "The rota ahead, if nobody leaves, declines or comes:",
    "chair.declined": "{parties} declined the next turn",
    "chair.nobody": "nobody chairs {body} now",
    "chair.now": "{chairs} {=count|chairs|chair} {body} until {until}",
    "chair.now.over": "{chairs} {=count|chairs|chair} {body}; the turn was over {until}",
    "chair.past": "Turns so far:",
    "chair.presumed": "there is nobody who could be chair of {body}",
    "chair.since": "{seat}, last chair from {from}",
    "chair.since.never": "{seat}, never chair before",
    "chair.since.roll": "last chair from {from}",
    "chair.since.roll_never": "never chair before",
    "chair.owed": "a turn from {seat} is due",
    "chair.left": "left the body",
    "chair.unknown": "from {when}: nobody is known yet who will sit on it then",
    "election.other_bodies": "seats in other bodies",
    "election.places_needed": "say with --places how many places {seats} has",
    "election.places_computed": "the places of {seats} are computed; --places is for mandates only",
    "lot.values.sorted": "{number}. {source}: {values}; in order: {sorted}",
    "vote.aside.alternate": "{party} stepped aside from {item}; its alternate is {alternate}",
    "due.member.vote_instead": "vote in {vote} on {items}, in the place of {party}",
    // Seats and members.
    "seats.alternate": "alternate {alternate}",
    "seats.chair": "chair",
    "forecast.call_by": "call for candidates by {when}",
    "forecast.chair": "the chair of {body} moves on to {chairs}",
    "party.alternate_for": "alternate for",
    "party.alternate_of": "{party} ({seat})",
    "party.alternates": "its alternates",
    "party.chairs": "chairs",
    "party.merged_into": "became part of",
    "calendar.chair": "Chair of {body}: {chairs}",
    "calendar.chair_over": "The turn of {chairs} as chair of {body} is over",
    "calendar.mandate_ends": "Mandate ends: {mandate}, {holder}",
    "calendar.report_due": "Report due: {occasion}, {mandate}, {holder}",
    "calendar.lot": "A lot can be drawn: {lot}",
    // Mandates.
    "mandate.from": "from",
    "mandate.from.proposal": "the adopted proposal {id}",
    "mandate.from.vote": "the election by the vote {id}",
    "mandate.alternate": "alternate",
    "mandate.holder": "holder",
    "mandate.instructions": "bound by",
    "mandate.kind": "kind",
    "mandate.kinds": "{party} is elected to {kinds} by {vote}",
    "mandate.kinds.hint": "name one with --kind",
    "mandate.one_holder": "name the adopted proposal and the holder; with --vote the holder alone",
    "mandate.recused": "stepped aside: {parties}",
    "mandate.scope": "allows",
    "mandate.state": "in force",
    "deed.report.excused": "no report: nobody was left who did not step aside",
    // Lots.
    "lot.drawn": "{lot}  drawn {when}: {drawn}",
    "lot.waits": "{lot}  to be drawn from {when}",
    "lot.announced": "announced {when}, before any of its numbers were known",
    "lot.sources": "{number}. {source}",
    "lot.values": "{number}. {source}: {values}",
    "lot.among": "The list, {count|name|names}:",
    "lot.heading.sources": "The numbers come from:",
    "lot.key":
      "The key, each source's numbers in order, a dot after each, a slash after each source:",
    "lot.steps": """
    Each draw: MD5 of a number of two bytes, the key, and the number again; it is read as one whole \
    number and divided by how many are left. What remains is the place, counted from 0, among those \
    left.
    """,
    "lot.column.draw": "draw",
    "lot.column.left": "left",
    "lot.column.md5": "MD5",
    "lot.column.place": "remainder",
    "lot.column.number": "number",
    "lot.column.name": "name",
    "lot.malformed": "“{text}” is not a list of whole numbers: 9,18,26",
    "lot.empty_list": "{path} has no names; it has one on each line",
  ]
}
