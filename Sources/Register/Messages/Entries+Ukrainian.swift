// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Entries {
  /// One line for each type of statement, and the words in it in Ukrainian.
  static let ukrainian: [String: String] = [
    // A line: number, time, what happened.
    "entry.line": "{index}  {received}  {summary}",
    "entry.ledger.founded":
      "засновано {name}: {count|член|члени|членів}, правила {policy}, версія {version}",
    "entry.ledger.founded.rehearsal":
      "засновано для проби {name}: {count|член|члени|членів}, правила {policy}, версія {version}",
    "entry.office.assigned": "{key} обіймає посаду: {role}",
    "entry.secretariat.handed_over": "секретаріат передано: {key}",
    "entry.secretariat.handed_over.log_key":
      "секретаріат передано: {key}, разом із новим ключем журналу",
    "entry.key.enrolled": "ключ {key} зареєстровано для {holder}",
    "entry.key.enrolled.alternate": "ключ {key} зареєстровано для {holder}, як ключ заступника",
    "entry.key.rotated": "ключ {key} замінено на {to}",
    "entry.key.revoked": "ключ {key} відкликано: {reason}",
    "entry.key.revoked.from": "ключ {key} відкликано від {from}: {reason}",
    "entry.relation.declared": "{actor} оголошує зв'язок {kind}: від {from} до {to}",
    "entry.member.reinstated": "призупинення участі {member} знято достроково: {ground}",
    "entry.member.resigned": "{member} виходить",
    // Calls and applications.
    "entry.call.opened": "оголошено набір {call}: з {opens} до {closes}",
    "entry.call.extended": "набір {call} продовжено до {closes}: {ground}",
    "entry.call.closed": "набір {call} закрито: {total|заява|заяви|заяв}, з них чинних {standing}",
    "entry.application.submitted": "заява {application} у наборі {call}: {name}",
    "entry.application.withdrawn": "заяву {application} відкликано",
    "entry.application.screened": "заява {application}: {disposition}",
    "entry.application.screened.reasons": "заява {application}: {disposition} ({reasons})",
    "entry.application.repaired": "заяву {application} доопрацьовано: {facts}",
    "entry.diligence.found": "для {application} проведено перевірку рівня {tier}",
    "entry.review.assigned": "у наборі {call} розподілено рецензії на {count|заяву|заяви|заяв}",
    "entry.review.submitted": "{actor} рецензує {application}",
    "entry.shortlist.published":
      "опубліковано перелік набору {call}: відібрано {selected} із {count|заяви|заяв|заяв}",
    "entry.objection.raised": "{actor} заперечує проти {application} ({objection})",
    "entry.objection.answered": "на заперечення {objection} відповіли",
    "entry.objection.withdrawn": "заперечення {objection} відкликано",
    "entry.appeal.filed": "{application} подає скаргу ({appeal})",
    "entry.appeal.filed.proposal": "{actor} подає скаргу на {proposal} ({appeal})",
    "entry.appeal.ruled": "рішення щодо скарги {appeal}: {verdict}",
    "entry.representative.appointed": "{holder} призначає представника: {representative}",
    "entry.document.signed": "{application} підписує {document}",
    "entry.member.admitted": "{application} стає членом: {member}",
    "entry.member.admitted.rolls": "{application} стає членом: {member} ({rolls})",
    "entry.act.refused": "відхилено {kind}: {reason}",
    "entry.act.refused.reference": "відхилено {kind} {reference}: {reason}",
    // Proposals.
    "entry.proposal.submitted": "{actor} подає пропозицію {proposal} ({matter}): {title}",
    "entry.proposal.submitted.about":
      "{actor} подає пропозицію {proposal} ({matter}, щодо {about}): {title}",
    "entry.proposal.seconded": "{actor} підтримує внесення {proposal}",
    "entry.proposal.withdrawn": "{actor} відкликає {proposal}",
    "entry.amendment.proposed": "{actor} подає правку {amendment} до {proposal}: {title}",
    "entry.amendment.accepted": "{actor} приймає правку {amendment}",
    "entry.amendment.withdrawn": "{actor} відкликає правку {amendment}",
    "entry.text.frozen": "обговорення {proposal} завершено, текст більше не змінюють",
    "entry.text.revised": "{actor} змінює текст {proposal} між спробами",
    "entry.hearing.held": "слухання щодо {proposal}: організацію вислухано",
    "entry.hearing.held.absent": "слухання щодо {proposal}: організація не з'явилася",
    "entry.escalation.requested": "щодо {proposal} просять запасного правила: {actor}",
    // Votes.
    "entry.vote.opened":
      "призначено голосування {vote}: {items}, за правилом {rule}, до {closes}",
    "entry.vote.opened.round":
      "призначено голосування {vote}: {items}, за правилом {rule}, спроба {round}, до {closes}",
    "entry.vote.opened.call":
      "призначено голосування {vote}: {count|заява|заяви|заяв}, до {closes}",
    "entry.vote.extended": "голосування {vote} продовжено до {closes}: {ground}",
    "entry.ballot.cast": "{actor} голосує в {vote}: {choices}",
    "entry.ballot.cast.sealed": "{actor} подає закритий бюлетень у {vote}",
    "entry.ballot.revoked": "{actor} відкликає свій бюлетень у {vote}",
    "entry.voter.named": "спільний голос організацій {parties} подає {voter}",
    "entry.proxy.given": "{actor} довіряє свій голос у {vote}: {to}",
    "entry.conflict.declared":
      "{actor} заявляє про конфлікт інтересів і не голосує щодо {item} у {vote}",
    "entry.block.tested": "блок {party} щодо {item} у {vote}: {verdict} ({ground})",
    "entry.seal.opened": "{actor} відкриває свою частину закритих бюлетенів {vote}",
    "entry.tally.published": "опубліковано підсумок {vote}: {outcomes}",
    "entry.vote.challenged": "{actor} оскаржує голосування {vote} ({challenge}): {ground}",
    "entry.challenge.ruled": "рішення щодо оскарження {challenge}: {verdict} ({ground})",
    "entry.outcome.certified": "засвідчено результат {vote}: {outcomes}",
    "entry.vote.opened.election":
      "призначено голосування {vote} на виборах {election}: {items}, до {closes}",
    "entry.tally.published.election": "опубліковано підсумок {vote}: {elected}",
    "entry.outcome.certified.election":
      "засвідчено результат {vote}: повноваження на {count|місце|місця|місць} від {from}",
    "entry.elected": "{seat}: {names}",
    "entry.elected.nobody": "{seat}: нікого",
    // Elections and seats.
    "entry.election.called": """
    призначено вибори {election}: {places}; висувати до {closes}, повноваження від {from}
    """,
    "entry.nomination.made": "{actor} висуває {label} від {party} на {seat} ({nomination})",
    "entry.nomination.accepted": "{actor} погоджується: {nomination} балотується",
    "entry.nomination.withdrawn": "{actor} знімає {nomination}",
    "entry.seat.vacated": "{party} складає повноваження, {seat}: {ground}",
    "entry.seat.filled": "звільнене місце {seat} посідає {party} до {until}, за підрахунком {vote}",
    // What was decided.
    "entry.statutes.adopted":
      "за {proposal} правила дістають версію {version}, чинну від {effective}",
    "entry.mandate.granted": "{holder} дістає мандат {mandate} до {until}: {scope}",
    "entry.mandate.reported": "{actor} звітує про {occasion} за мандатом {mandate}",
    "entry.mandate.ended": "мандат {mandate} припинено достроково: {ground}",
    "entry.statement.issued":
      "від імені всіх оприлюднено {statement}, на підставі {proposal}: {channel}",
    "entry.statement.disavowed": "текст {digest}… визнано чужим: {ground}",
    "entry.agreement.signed": "підписано угоду {agreement} на підставі {proposal}: {parties}",
    "entry.agreement.ended": "угоду {agreement} припинено: {ground}",
    "entry.action.assigned": "{owner} має до {due} виконати {action}: {text}",
    "entry.action.updated": "{action} — {state}: {note}",
    "entry.external.recorded":
      "записано рішення іншого органу, {decision}; його ухвалив {body}: {title}",
    "entry.document.registered": "зареєстровано документ ({kind}, {digest}…): {title}",
    "entry.complaint.filed": "{actor} подає звернення {complaint} з квитанцією: {ground}",
    "entry.complaint.answered": "на звернення {complaint} відповіли: {answer}",
    // Who a party, key or holder is.
    "entry.applicant": "заявник {application}",
    "entry.nobody": "хтось",
  ]
}
