# SPDX-License-Identifier: Apache-2.0
"""The form of each statement."""

import re

from .encoding import decode_base64
from .errors import Malformed
from .facts import NAME
from .notes import KEY_NAME, decode_vkey
from .times import DATE, decode_time

PATTERNS = {"name": NAME, "keyname": KEY_NAME,
            "digest": re.compile(r"[0-9a-f]{64}\Z"), "id": re.compile(r"[0-9a-f]{32}\Z"), "date": DATE,
            "fraction": re.compile(r"(0|[1-9][0-9]*)/[1-9][0-9]*\Z")}
# The most bytes that a text may have; the least is one.
LENGTHS = {"text": 4096, "short": 64, "mark": 128, "person": 200, "speaker": 256, "line": 600, "fact": 1024, "label": 512, "long": 40000, "receipt": 20000, "sealed": 8192}
RANGE = re.compile(r"-?[0-9]+\.\.[0-9]+\Z")
WORDS = "yes|no|abstain|consent|stand_aside|block|object"  # of all ballots that have words
LIST_MAX = 5000
# type: its fields, `?` for one that may be absent. `[x]` is a list of different texts or numbers, or of objects, `[x]*` one
# that may repeat them, `{x}` an object of x by name, `x|y` one of these, `a..b` a whole number.
FORMS = {form.split()[0]: form.split()[1:] for form in """
founder party:name name:{label} facts:{fact} relations:{[name]} key:vkey
office role:name key:vkey party?:name
seat seat:name party:name
offset from:time minutes:-900..900
calendar timezone:short offsets:[offset] weekend:[1..7] holidays:[date] until:time
assignment application:name reviewers:[keyname]
rank application:name score:fraction selected:bool reason?:text
teller key:keyname recipient:mark
reason text:label ground?:name
bloc electors:0..1000000000 ballots:0..1000000000 counts:{0..1000000000}
result item:name electors:0..1000000000 ballots:0..1000000000 counts:{0..1000000000} blocs:{bloc} outcome:OUTCOME winner?:name elected?:[name] stages?:[stage]
stage action:first_preferences|surplus|exclusion|exclusion_of_doomed|round|ranking candidates?:[name] votes:{text} non_transferable?:text lost?:text decisions:[[text]*] ties?:[tie]
tie purpose:election|surplus|exclusion tied:[name] chosen:name by:text
term seat:name party:name from:time until:time
exclusion ballot:id reason:text
occasion occasion:name on:time
obligation action:name owner:name due:time text:text
ledger.founded name:{label} rehearsal:bool statutes:object calendar:calendar log_key:vkey founders:[founder] offices:[office] seats:[seat]
office.assigned role:name key:vkey party?:name
key.enrolled key:vkey application?:name party?:name alternate?:true
key.rotated key:keyname to:vkey
key.revoked key:keyname reason:lost|left|compromised from?:time
secretariat.handed_over key:vkey party?:name log_key?:vkey
relation.declared kind:name from:name to:name
call.opened call:name procedure:name opens:time closes:time form?:digest lot_source?:text
call.extended call:name closes:time ground:text
application.submitted call:name application:name channel:web|paper|statement|offline_bundle name:{label} facts:{fact} relations:{[name]} commitments:{digest} received_at?:time sealed_at?:time key?:vkey
application.withdrawn application:name received_at?:time
call.closed call:name counts:{0..1000000}
application.screened application:name disposition:text tests:{true|false|unknown} reasons:[text] related?:name
application.repaired application:name facts:{fact} relations:{[name]} received_at?:time
diligence.found application:name tier:text report?:digest
review.assigned call:name assignments:[assignment]
review.submitted review:name application:name scores:{-1000000..1000000} commitments:{digest} received_at?:time
shortlist.published call:name ranking:[rank] lot?:text
objection.raised objection:name application:name ground:text
objection.answered objection:name answer:text received_at?:time
objection.withdrawn objection:name
proposal.submitted proposal:name matter:name title:{label} texts:{digest} papers:{digest} about?:name statutes?:digest options?:{{label}} valid_until?:time
proposal.seconded proposal:name
proposal.withdrawn proposal:name
amendment.proposed amendment:name proposal:name title:{label} texts:{digest} statutes?:digest
amendment.accepted amendment:name
amendment.withdrawn amendment:name
text.frozen proposal:name texts:{digest}
text.revised proposal:name texts:{digest}
hearing.held proposal:name attended:bool sha256?:digest
vote.opened vote:name matter:name rule:name round:1..1000 items:[name] call?:name opens:time closes:time electorate:[[name]*] weights?:[1..10000]* tellers?:[teller] election?:name candidates?:{[name]}
vote.extended vote:name closes:time ground:text
ballot.cast vote:name on:digest choices?:{choice} sealed?:sealed reasons?:{reason} sealed_at?:time
ballot.revoked vote:name sealed_at?:time
voter.named voter:name parties:[name]
proxy.given vote:name to:name
conflict.declared vote:name item:name
block.tested vote:name item:name party:name verdict:stands|set_aside ground:text
seal.opened vote:name identity:mark
tally.published vote:name results:[result] excluded:[exclusion]
vote.challenged challenge:name vote:name ground:text
challenge.ruled challenge:name verdict:dismissed|annulled ground:text
outcome.certified vote:name outcomes:{OUTCOME} terms?:[term]
election.called election:name matter:name places:{0..1000} nominations_close:time terms_from:time
nomination.made nomination:name election:name seat:name party:name nominee:keyname label:person facts:{fact} statement?:digest
nomination.accepted nomination:name
nomination.withdrawn nomination:name
seat.vacated seat:name party:name ground:text meetings?:[name]
seat.named seat:name party:name until:time
alternate.named seat:name party:name alternate:name
chair.rotated body:name chairs:[name] from:time
chair.declined body:name
meeting.held meeting:name body:name held:time present:[name] sha256?:digest
seat.filled seat:name party:name until:time vote:name stages:[stage]
escalation.requested proposal:name
party.updated party:name facts:{fact} sha256?:digest
party.merged party:name into:name sha256:digest
member.reinstated member:name ground:text
member.resigned member:name
appeal.filed appeal:name application?:name proposal?:name ground:text received_at?:time
appeal.ruled appeal:name verdict:uphold|remit ground:text
representative.appointed application?:name party?:name representative:speaker
document.signed application:name document:name sha256:digest
member.admitted application:name member:name rolls:[name]
statutes.adopted proposal:name statutes:object effective:time
mandate.granted mandate:name proposal?:name vote?:name holder:name alternate?:name kind?:name scope:text until:time occasions:[occasion]
mandate.recused mandate:name occasion:name
mandate.instructed mandate:name proposal:name
mandate.reported mandate:name occasion:name sha256:digest
mandate.ended mandate:name ground:text
lot.announced lot:name title:text among:[short] places:0..1000 sources:[text]* draws:time
lot.drawn lot:name values:[[0..9007199254740991]*] drawn:[short]*
statement.issued statement:name texts:{digest} proposal:name channel:text mandate?:name
statement.disavowed sha256:digest ground:text
agreement.signed agreement:name proposal:name sha256:digest with:[text] parties:[name] mandate?:name until?:time obligations:[obligation]
agreement.ended agreement:name ground:text
action.assigned action:name proposal:name owner:name due:time text:text
action.updated action:name state:accepted|done|dropped note:text
external.recorded decision:name body:text decided:time title:{label} sha256:digest mandate:name
document.registered sha256:digest kind:text language:name title:{label}
complaint.filed complaint:name receipt:receipt ground:text
complaint.answered complaint:name answer:text
act.refused statement:long signatures:[line] reason:text
""".replace("OUTCOME", "carried|lost|inquorate|blocked|void").strip().splitlines()}
# Of these two fields exactly one is there.
EITHER = {"key.enrolled": ("application", "party"), "representative.appointed": ("application", "party"),
          "ballot.cast": ("choices", "sealed"), "appeal.filed": ("application", "proposal"),
          "mandate.granted": ("proposal", "vote")}
# Of these two fields not both are there.
NOT_BOTH = {"key.enrolled": ("application", "alternate"), "ballot.cast": ("sealed", "reasons"),
            "appeal.filed": ("proposal", "received_at")}
# Of these two fields both are there, or neither.
TOGETHER = {"result": ("elected", "stages")}


def check_type(value, form):
    """The value, of this form, or Malformed."""
    if form.startswith("["):
        return check_list(value, form)
    if form.startswith("{"):
        if len(check_type(value, "object")) > LIST_MAX:
            raise Malformed("an object of more than %d members" % LIST_MAX)
        return {check_type(n, "name"): check_type(v, form[1:-1]) for n, v in value.items()}
    if RANGE.match(form):
        least, most = map(int, form.split(".."))
        if not least <= check_type(value, "int") <= most:
            raise Malformed("a number that is not from %d to %d" % (least, most))
        return value
    if form in FORMS:
        if len(set(TOGETHER.get(form, ())) & set(check_type(value, "object"))) == 1:
            raise Malformed("fields that go together")
        return check_fields(value, FORMS[form])
    if form == "choice":
        return check_choice(value)
    kind = {"int": int, "bool": bool, "true": bool, "list": list, "object": dict}.get(form, str)
    if type(value) is not kind or (form in PATTERNS and not PATTERNS[form].match(value)) or (
            "|" in form and value not in form.split("|")) or (form == "true" and not value):
        raise Malformed("a field that is not of the form %s: %s" % (form, value))
    if form in LENGTHS and not 1 <= len(value.encode()) <= LENGTHS[form]:
        raise Malformed("a text that is empty or too long")
    if form == "time":
        decode_time(value)
    if form == "vkey":
        decode_vkey(value)
    if form == "sealed":
        decode_base64(value)
    return value


def check_list(value, form):
    """A list; texts and numbers in it are different ones, unless `*` follows."""
    if len(check_type(value, "list")) > LIST_MAX:
        raise Malformed("a list of more than %d" % LIST_MAX)
    items = [check_type(item, form.rstrip("*")[1:-1]) for item in value]
    plain = [item for item in items if not isinstance(item, (list, dict))]
    if not form.endswith("*") and len(set(plain)) != len(plain):
        raise Malformed("a list that names one twice")
    return items


def check_choice(value):
    """A word of some ballot, or a list of different names."""
    return check_type(value, "[name]" if isinstance(value, list) else WORDS)


def check_fields(value, fields):
    forms = dict(field.split(":", 1) for field in fields)
    known = {name.rstrip("?") for name in forms}
    for name in check_type(value, "object"):
        if name not in known:
            raise Malformed("a field that its type does not have: " + name)
    for name, form in forms.items():
        if name.rstrip("?") in value:
            check_type(value[name.rstrip("?")], form)
        elif not name.endswith("?"):
            raise Malformed("a field is missing: " + name)
    return value


def need_between(least, names, most):
    """So many different ones."""
    if len(set(names)) != len(names) or not least <= len(names) <= most:
        raise Malformed("a list of %d to %d different names" % (least, most))


def check_values(values):
    """The numbers of the sources of a lot."""
    if not 1 <= len(values) <= 32 or not all(1 <= len(source) <= 100 and min(source) >= 0 for source in values):
        raise Malformed("1 to 32 lists of 1 to 100 numbers that are not negative")


def check_statement(statement):
    """The statement, with the fields of its type, or Malformed."""
    type_ = check_type(statement, "object").get("type")
    if not isinstance(type_, str) or "." not in type_ or type_ not in FORMS:
        raise Malformed("a statement of a type that this program does not know: %s" % type_)
    check_fields(statement, FORMS[type_] + ["ledger:text", "id:id", "type:text"])
    if len(set(EITHER.get(type_, ("type",))) & set(statement)) != 1 or (
            len(set(NOT_BOTH.get(type_, ())) & set(statement)) == 2):
        raise Malformed("fields that do not go together")
    if statement.get("choices") == {}:
        raise Malformed("a ballot without a choice")
    if type_ == "meeting.held":
        need_between(0, statement["present"], 1000)
    if type_ == "lot.announced":
        need_between(2, statement["among"], 1000)
        need_between(1, range(len(statement["sources"])), 32)
    if type_ == "lot.drawn":
        check_values(statement["values"])
    return statement
