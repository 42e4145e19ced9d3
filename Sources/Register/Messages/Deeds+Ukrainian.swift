// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Deeds {
  /// Deeds, members, the hand-over and statutes that are tried, in Ukrainian.
  static let ukrainian: [String: String] = [
    "deed.action.accepted": "прийнято до роботи",
    "deed.action.assigned": "доручено",
    "deed.action.done": "виконано",
    "deed.action.dropped": "знято",
    "deed.action.overdue": "ПРОСТРОЧЕНО",
    "deed.agreement.over": "припинено {when}",
    "deed.agreement.signed": "підписано {when}",
    "deed.agreement.until": "до {when}",
    "deed.check.no": "ні, зараз це не позиція членів",
    "deed.check.yes": "так, це текст, за яким стоять члени (запис {entry})",
    "deed.complain.forked": """
    це доводить, що журнал переписано: для записів до квитанції на запис {entry} підписано дві \
    різні історії
    """,
    "deed.complain.forked.hint": """
    збережіть обидва файли й покажіть їх членам і свідкам; --key подає скаргу
    """,
    "deed.complain.kept": "запис є: скаржитися нема на що (запис {entry} із {size})",
    "deed.complain.missing": """
    це доводить, що запис обіцяно, а його немає: запис {entry}, підписано ключем журналу
    """,
    "deed.complain.missing.hint": """
    збережіть обидва файли й покажіть їх членам і свідкам; --key подає скаргу
    """,
    "deed.complain.nothing": "це нічого не доводить:",
    "deed.complain.nothing.hint": "перевірте, чи квитанція й журнал належать одне одному",
    "deed.complain.replaced": """
    це доводить, що ключ журналу підписав запис {entry}, коли його вже замінили: хто його має, той \
    веде поруч другу історію
    """,
    "deed.complain.replaced.hint": """
    збережіть квитанцію й покажіть її членам і свідкам; --key подає скаргу
    """,
    "deed.complain.shorter": """
    у цій копії журналу {size|запис|записи|записів}, і вона закінчується раніше, ніж видано квитанцію \
    на запис {entry}: копія стара або обрізана
    """,
    "deed.complain.shorter.hint": """
    попросіть найновішу копію й повторіть; цю збережіть, якщо її видали за найновішу
    """,
    "deed.complaint.answer": "відповідь",
    "deed.complaint.forked": "квитанція доводить іншу історію",
    "deed.complaint.kept": "запис є",
    "deed.complaint.missing": "квитанція доводить, що запису бракує",
    "deed.complaint.nothing": "квитанція нічого не доводить",
    "deed.complaint.replaced": "квитанція від ключа, який уже замінили",
    "deed.complaint.shorter": "квитанція з довшого журналу",
    "deed.decision.unknown.hint": "перевірте назву; що відкрито, каже viche today",
    "deed.edition.founding": "з нею засновано (запис {entry})",
    "deed.edition.from": "з {when}",
    "deed.edition.in_force": "чинна",
    "deed.edition.past": "минула",
    "deed.edition.proposal": "ухвалено за {proposal} (запис {entry})",
    "deed.edition.to_come": "ще не чинна",
    "deed.entry.leaf": "хеш листка",
    "deed.entry.signer": "підпис",
    "deed.entry.type": "тип",
    "deed.log_keys": "{count|ключ|ключі|ключів} журналу, від першого до останнього:",
    "deed.mandate.ended": "припинено {when}",
    "deed.mandate.over": "закінчився {when}",
    "deed.mandate.until": "до {when}",
    "deed.member.alternate": "(заступник)",
    "deed.member.leaves": "виходить {when}",
    "deed.member.left": "вийшла {when}",
    "deed.member.member": "член",
    "deed.member.no_key": "немає чинного ключа",
    "deed.member.offices": "посади",
    "deed.member.representative": "представник",
    "deed.member.suspended": "призупинено до {until}",
    "deed.none": "немає",
    "deed.report.ahead": "відбудеться {when}",
    "deed.report.due": "звіт до {when}",
    "deed.report.overdue": "ЗВІТ ПРОСТРОЧЕНО з {when}",
    "deed.report.reported": "звіт є",
    "deed.retrial.counts": """
    {compared|рішення|рішення|рішень} прийнято наново за {policy}, версія {version}: {same} так само, \
    {otherwise} інакше
    """,
    "deed.retrial.line": "  запис {entry}, {item}: {why}",
    "deed.retrial.no_fallback": "у питання {matter} немає такого запасного правила",
    "deed.retrial.no_first": "у питання {matter} немає правила",
    "deed.retrial.no_matter": "немає питання {matter}, яке вирішують за правилом",
    "deed.retrial.no_ratify": "питання {matter} не потребує затвердження",
    "deed.retrial.no_retry": "правило питання {matter} не має повторного голосування",
    "deed.retrial.no_screening": "немає процедури {procedure} з перевіркою",
    "deed.retrial.other_ballot": "у правила {rule} інший бюлетень, ніж подавали",
    "deed.retrial.screening": "  запис {entry}, перевірка {item}: {was} → {would}",
    "deed.retrial.undecided": "не можна було вирішити: {count|рішення|рішення|рішень}:",
    "deed.retrial.vote": "  запис {entry}, {item} у {vote}: {was} → {would}",
    "deed.retrial.was": "      було   {counts}",
    "deed.retrial.would": "      було б {counts}",
    "deed.until": "мандат потребує кінця",
    "deed.until.hint": "вкажіть --until або --kind зі статуту, що має строк",
  ]
}
