// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Elections {
  /// Counts of elections, and files of ballots, as the command tells them in English.
  static let english: [String: String] = [
    "blt.ballot_too_long": "line {line}: the ballot has more than {max} preferences",
    "blt.empty_name": "line {line}: a name is empty",
    "blt.fractional_papers": """
    line {line}: {found} papers; only whole papers are counted, so multiply all by the same number
    """,
    "blt.malformed_option": """
    line {line}: the option [{name}] must close on ] and name every candidate once
    """,
    "blt.name_too_long": "line {line}: the name is longer than {max} bytes",
    "blt.no_candidates": "line {line}: the file says that there are no candidates",
    "blt.no_end_of_ballots": "line {line}: the file ends before the single 0 that ends the ballots",
    "blt.no_seats": "line {line}: the file says that there are no seats",
    "blt.not_a_number.candidates": """
    line {line}: the number of candidates is missing, there is '{found}'; a BLT file begins with it
    """,
    "blt.not_a_number.papers": """
    line {line}: a ballot begins with the number of its papers, not with '{found}'
    """,
    "blt.not_a_number.seats": """
    line {line}: the number of seats is missing, there is '{found}'; it follows that of candidates
    """,
    "blt.not_utf8": "line {line}: the name is not in UTF-8; save the file as UTF-8",
    "blt.papers_with_id": """
    line {line}: a ballot with an id is one paper: (id) 1 and then its preferences
    """,
    "blt.repeated_id": "line {line}: the ballot {id} is there twice",
    "blt.stray_quote": "line {line}: a quotation mark where none can be",
    "blt.too_few_names": """
    after the ballots stand {found|text|texts}, not {expected}: the candidates' names and the title
    """,
    "blt.too_many_ballots": "line {line}: more than {max} ballots",
    "blt.too_many_candidates": "line {line}: more than {max} candidates",
    "blt.too_many_names": """
    line {line}: more names than the {expected|candidate|candidates} of the first line and the title
    """,
    "blt.too_many_papers": "line {line}: more than {max} papers in all",
    "blt.unclosed_comment": "line {line}: the comment opened here is never closed",
    "blt.unclosed_id": "line {line}: the ballot's id is not closed",
    "blt.unclosed_quote": "line {line}: the quotation mark opened here is not closed on its line",
    "blt.unfinished_ballot": "line {line}: the ballot does not end in 0 as others do",
    "blt.unknown_candidate": """
    line {line}: '{found}' is none of the {candidates|candidate|candidates}
    """,
    "blt.unknown_option": """
    line {line}: the option [{name}] would change the count and is not known here; take it out
    """,
    "blt.utf16": "the file is UTF-16; save it as UTF-8",
    "blt.withdrawn_twice": "line {line}: candidate {candidate} is withdrawn twice",
    "con.least_above_most": "line {line}: at least {least} and at most {most} cannot be",
    "con.not_a_number": """
    line {line}: '{found}' stands where a number must: category, group, least, most, candidates
    """,
    "con.repeated_candidate": "line {line}: candidate {candidate} is in the group twice",
    "con.repeated_group": "line {line}: the group {name} is there twice",
    "con.too_few_fields": """
    line {line}: a line has at least four fields: category, group, least, most, then candidates
    """,
    "con.too_many_groups": "line {line}: more than {max} groups",
    "count.bound.at_least": """
    at least {number} of {group} ({elected} elected, {left} left)
    """,
    "count.bound.at_most": "at most {number} of {group} ({elected} elected, {left} left)",
    "count.bound.sitting": "those who sit keep their seats",
    "count.candidate_unknown": "there is no candidate {name}",
    "count.candidate_ambiguous": "several candidates are called {name}; give the number",
    "count.column.points": "points",
    "count.column.votes": "votes",
    "count.decision.doomed": "cannot be elected any more: {names}; {bounds}",
    "count.decision.elected": "elected: {name} ({ground})",
    "count.decision.excluded": "excluded: {name}",
    "count.decision.guarded": "must be elected: {names}; {bounds}",
    "count.elected": "Elected:",
    "count.elected.nobody": "Nobody is elected.",
    "count.elected.stage": "stage {stage}",
    "count.file.hint": "ballots are read from BLT files and from CSV tables of ranks",
    "count.ground.order": "next in order",
    "count.ground.quota": "quota reached",
    "count.ground.remaining": "no more left than seats",
    "count.lot.file_order": """
    The lot was the order of the candidates in the file; --seed or --lot gives another.
    """,
    "count.lot.given": "The lot was the order in {path}.",
    "count.lot.incomplete": "the order lacks {name}",
    "count.lot.repeated": "{name} is there more often than among the candidates",
    "count.lot.seed": "The lot was drawn with SHA-256 from the seed '{seed}'.",
    "count.lot.tie_order": "The lot was the order that the file gives for ties.",
    "count.lowered": "The floor of {group} was lowered by {by}: too few of it stand.",
    "count.method.borda.last": "Borda's points; who is not ranked shares what is left",
    "count.method.borda.modified": "Borda's points; who ranks few gives few",
    "count.method.borda.zero": "Borda's points; who is not ranked gets none",
    "count.method.lot": "the lot alone",
    "count.method.meek": "single transferable vote, Meek's method",
    "count.method.missing": "say how to count with --method: {known}",
    "count.method.most_approved": "most approvals; everyone named on a ballot is approved",
    "count.method.plurality": "most votes; a ballot names up to as many as there are seats",
    "count.method.points": "points by rank: {scale}",
    "count.method.schulze.last": "Schulze; who is not ranked comes last",
    "count.method.schulze.no_comparison": "Schulze; who is not ranked is not compared",
    "count.method.stv": "single transferable vote, Scottish rules",
    "count.method.unknown": "there is no method '{found}'; there are {known}",
    "count.option.unknown": "{option} takes {known}, not '{found}'",
    "count.option.useless": "{option} says nothing to the method {method}",
    "count.order": "Order:",
    "count.order.equal": "{names} (not separated)",
    "count.pairs": "How many papers prefer the candidate of the line to that of the column:",
    "count.pairs.too_wide": "The table of pairs is in --csv and --json.",
    "count.papers": """
    {valid|valid paper|valid papers}, {blank} without a preference, {invalid} not valid
    """,
    "count.paths": "The weakest link of the strongest path from line to column:",
    "count.purpose.election": "election",
    "count.purpose.exclusion": "exclusion",
    "count.purpose.surplus": "the next surplus",
    "count.quota": "Quota: {quota}",
    "count.row.lost": "lost by rounding down",
    "count.row.non_transferable": "not transferable",
    "count.scale": "the scale is whole numbers with commas between them, such as 5,4,3,2,1",
    "count.scale.missing": "say with --scale how many points each rank gives, such as 5,4,3,2,1",
    "count.seats.bad": "the seats are a number from 1 to {max}",
    "count.seats.missing": "a table does not say how many are to be elected: --seats",
    "count.size": "{seats|seat|seats}, {candidates|candidate|candidates}",
    "count.stage.doomed": "papers of those who cannot be elected any more pass on: {names}",
    "count.stage.exclusion": "{name} has the fewest votes and is excluded",
    "count.stage.first": "first preferences",
    "count.stage.ranking": "put in order",
    "count.stage.round":
      "votes and keep factors after {iterations|iteration|iterations}; quota {quota}",
    "count.stage.surplus": "the surplus of {name} passes on",
    "count.stages": "Stages:",
    "count.step.lot": "lot",
    "count.step.stage": "the votes of stage {stage}",
    "count.tie": "{names} are equal for {purpose}; by {step} it is {chosen}",
    "count.to.unknown": "--to takes blt or csv, not '{found}'",
    "count.two_outputs": "choose one of --json, --csv and --to",
    "count.two_lots": "choose one of --seed and --lot",
    "count.uncountable.bad_constraint": """
    the constraint {group} wants more than there are seats
    """,
    "count.uncountable.bad_size": "there can be 1 to {max} seats and candidates",
    "count.uncountable.equal_ranks": """
    ballot {ballot} ranks candidates equally, and {method} counts one after another
    """,
    "count.uncountable.equal_ranks.hint": "schulze, borda and points count equal ranks",
    "count.uncountable.infeasible": "no outcome satisfies together: {groups}",
    "count.uncountable.infeasible.hint": """
    --unmet leave_vacant keeps the seats empty, --unmet release gives them to the others
    """,
    "count.uncountable.too_entangled": """
    the groups of the constraints overlap too much for the possible outcomes to be surveyed
    """,
    "count.unwritable.name": """
    the format cannot hold the name {name}: it has a quotation mark, a control character or is too long
    """,
    "count.unwritable.papers": "{papers} papers are more than the {max} rows of a table",
    "count.unwritable.repeated": "a table cannot have two columns {name}",
    "count.vacant": "{seats|seat stays empty|seats stay empty}: {why}",
    "count.vacant.constraints": "whoever is left would break {groups}",
    "count.vacant.kept_for": "kept for {group}, of which too few stand",
    "count.vacant.no_ballots": "nobody cast a valid ballot",
    "count.vacant.no_candidates": "nobody is left who could be elected",
    "count.withdrawn": "Withdrawn: {names}",
    "ranks.not_a_rank": """
    line {line}, column {column}: '{found}' is no rank; a rank is a whole number from 1, or nothing
    """,
  ]
}
