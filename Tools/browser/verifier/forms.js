// SPDX-License-Identifier: Apache-2.0
// The form of each statement.

import { utf8 } from "./bytes.js";
import { decodeBase64 } from "./encoding.js";
import { Malformed } from "./errors.js";
import { NAME } from "./facts.js";
import { KEY_NAME, decodeVkey } from "./notes.js";
import { DATE, decodeTime } from "./times.js";
import { names } from "./values.js";

const PATTERNS = new Map([
  ["name", NAME], ["keyname", KEY_NAME], ["digest", /^[0-9a-f]{64}$/], ["id", /^[0-9a-f]{32}$/], ["date", DATE],
  ["fraction", /^(0|[1-9][0-9]*)\/[1-9][0-9]*$/]]);
// The most bytes that a text may have; the least is one.
const LENGTHS = new Map(Object.entries(
  { text: 4096, short: 64, mark: 128, person: 200, speaker: 256, line: 600, fact: 1024, label: 512, long: 40000,
    receipt: 20000, sealed: 8192 }));
const RANGE = /^(-?[0-9]+)\.\.([0-9]+)$/;
const LIST_MAX = 5000;
// type: its fields, `?` for one that may be absent. `[x]` is a list of different texts or numbers, or of objects,
// `[x]*` one that may repeat them, `{x}` an object of x by name, `x|y` one of these, `a..b` a whole number.
const FORMS = new Map(`
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
`.replaceAll("OUTCOME", "carried|lost|inquorate|blocked|void").trim().split("\n").map((line) => {
  const [type, ...fields] = line.split(" ");
  return [type, fields.map(field)];
}));
// Of these two fields exactly one is there.
const EITHER = new Map([
  ["key.enrolled", ["application", "party"]], ["representative.appointed", ["application", "party"]],
  ["ballot.cast", ["choices", "sealed"]], ["appeal.filed", ["application", "proposal"]],
  ["mandate.granted", ["proposal", "vote"]]]);
// Of these two fields not both are there.
const NOT_BOTH = new Map([
  ["key.enrolled", ["application", "alternate"]], ["ballot.cast", ["sealed", "reasons"]],
  ["appeal.filed", ["proposal", "received_at"]]]);
// Of these two fields both are there, or neither.
const TOGETHER = new Map([["result", ["elected", "stages"]]]);
const WORDS = "yes|no|abstain|consent|stand_aside|block|object"; // of all ballots that have words
const EVERY = ["ledger:text", "id:id", "type:text"].map(field); // the fields of every statement

/** {name, form, optional} of `name?:form`. */
function field(text) {
  const [name, ...form] = text.split(":");
  return { name: name.replace("?", ""), form: form.join(":"), optional: name.endsWith("?") };
}

/** The value, of this form, or Malformed. */
export function checkType(value, form) {
  if (form.startsWith("[")) {
    checkList(value, form);
  } else if (form.startsWith("{")) {
    const inside = names(checkType(value, "object"));
    if (inside.length > LIST_MAX) throw new Malformed(`an object of more than ${LIST_MAX} members`);
    for (const name of inside) {
      checkType(name, "name");
      checkType(value[name], form.slice(1, -1));
    }
  } else if (RANGE.test(form)) {
    const [, least, most] = RANGE.exec(form).map(Number);
    if (checkType(value, "int") < least || value > most) throw new Malformed(`a number that is not from ${least} to ${most}`);
  } else if (FORMS.has(form)) {
    const together = TOGETHER.get(form) ?? [];
    if (together.filter((name) => name in checkType(value, "object")).length === 1) {
      throw new Malformed("fields that go together");
    }
    checkFields(value, FORMS.get(form));
  } else if (form === "choice") {
    checkType(value, Array.isArray(value) ? "[name]" : WORDS);
  } else {
    checkScalar(value, form);
  }
  return value;
}

/** A list; texts and numbers in it are different ones, unless `*` follows. */
function checkList(value, form) {
  if (checkType(value, "list").length > LIST_MAX) throw new Malformed(`a list of more than ${LIST_MAX}`);
  const repeats = form.endsWith("*");
  for (const item of value) checkType(item, form.slice(1, repeats ? -2 : -1));
  const plain = value.filter((item) => typeof item !== "object");
  if (!repeats && new Set(plain).size !== plain.length) throw new Malformed("a list that names one twice");
}

function isOfKind(value, form) {
  if (form === "int") return Number.isSafeInteger(value);
  if (form === "bool") return typeof value === "boolean";
  if (form === "true") return value === true;
  if (form === "list") return Array.isArray(value);
  if (form === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === "string";
}

function checkScalar(value, form) {
  if (!isOfKind(value, form) || (PATTERNS.has(form) && !PATTERNS.get(form).test(value))
    || (form.includes("|") && !form.split("|").includes(value))) {
    throw new Malformed("a field that is not of the form " + form);
  }
  if (LENGTHS.has(form)) {
    const length = utf8(value).length;
    if (length < 1 || length > LENGTHS.get(form)) throw new Malformed("a text that is empty or too long");
  }
  if (form === "time") decodeTime(value);
  if (form === "vkey") decodeVkey(value);
  if (form === "sealed") decodeBase64(value);
}

/** The object, with these fields and no others; fields are as `name?:form`, taken apart. */
function checkFields(value, fields) {
  for (const name of names(checkType(value, "object"))) {
    if (!fields.some((each) => each.name === name)) throw new Malformed("a field that its type does not have: " + name);
  }
  for (const { name, form, optional } of fields) {
    if (name in value) checkType(value[name], form);
    else if (!optional) throw new Malformed("a field is missing: " + name);
  }
  return value;
}

/** What stands in a ballot that was sealed. */
export function checkSealed(value) {
  return checkFields(value, ["choices:{choice}", "id:id", "reasons?:{reason}"].map(field));
}

/** Whether the list has so many different names. */
function checkNames(least, list, most) {
  if (new Set(list).size !== list.length || list.length < least || list.length > most) {
    throw new Malformed(`a list of ${least} to ${most} different names`);
  }
}

/** The lists of meetings and lots. */
function checkLists({ type, present, among, sources, values }) {
  if (type === "meeting.held") checkNames(0, present, 1000);
  if (type === "lot.announced") {
    checkNames(2, among, 1000);
    checkNames(1, [...sources.keys()], 32);
  }
  const isSource = (source) => source.length >= 1 && source.length <= 100 && source.every((number) => number >= 0);
  if (type === "lot.drawn" && !(values.length >= 1 && values.length <= 32 && values.every(isSource))) {
    throw new Malformed("1 to 32 lists of 1 to 100 numbers that are not negative");
  }
}

/** The statement, with the fields of its type, or Malformed. */
export function checkStatement(statement) {
  const { type } = checkType(statement, "object");
  if (typeof type !== "string" || !type.includes(".") || !FORMS.has(type)) {
    throw new Malformed("a statement of a type that this program does not know: " + type);
  }
  checkFields(statement, [...FORMS.get(type), ...EVERY]);
  const present = (fields) => fields.filter((name) => name in statement).length;
  if ((EITHER.has(type) && present(EITHER.get(type)) !== 1) || (NOT_BOTH.has(type) && present(NOT_BOTH.get(type)) === 2)) {
    throw new Malformed("fields that do not go together");
  }
  if ("choices" in statement && !names(statement.choices).length) throw new Malformed("a ballot without a choice");
  checkLists(statement);
  return statement;
}
