// SPDX-License-Identifier: Apache-2.0

extension MessageTables.Explained {
  /// How a vote was counted, in Ukrainian.
  static let ukrainian: [String: String] = [
    // One line for each step, from the ballots to the outcome.
    "working.head": "{item}: {outcome}, за правилом {rule} (§ rules.{rule}, версія {version})",
    "working.head.election":
      "{item}: {outcome}, за {rule} (§ selections.{rule}, версія {version})",
    "working.elected": "обрано, по черзі: {names}",
    "working.elected.nobody": "не обрано нікого",
    "working.head.round":
      "{item}: {outcome}, за правилом {rule}, спроба {round} (§ rules.{rule}, версія {version})",
    "working.head.retry": """
    {item}: {outcome}, за правилом {rule}, повторно через брак кворуму (§ rules.{rule}, \
    версія {version})
    """,
    "working.count": "{word} {count}",
    "working.bases": "{electors|виборець|виборці|виборців}, узяли участь {ballots}",
    "working.bases.cast":
      "{electors|виборець|виборці|виборців}, узяли участь {ballots}, подано голосів {cast}",
    "working.part": "участь {ballots} із {electors}",
    "working.seats": "усього {seats|місце|місця|місць}, зайнятих чи ні",
    "working.weights": "усі числа — суми ваги голосів, за {attribute}",
    "working.recused": "{count|виборець|виборці|виборців} не бере участі, цих голосів не рахують",
    "working.recused.named": """
    {count|виборець|виборці|виборців} не бере участі, цих голосів не рахують; про конфлікт \
    інтересів заявили: {names}
    """,
    "working.proxies":
      "довірили свій голос іншим, якщо не голосували самі: {count|виборець|виборці|виборців}",
    "working.set_aside": "рішенням знято {count|блок|блоки|блоків}; їх рахують як «осторонь»",
    "working.winner": "{option}: {count|схвалення|схвалення|схвалень}, більше ніж у кожного іншого",
    "working.tie": "«за» стільки ж, скільки «проти»: за рівної кількості не ухвалено",
    "working.tie.options":
      "порівну в {options}: по {count|схваленню|схвалення|схвалень}; за рівної кількості не ухвалено",
    "working.no_approval": "нічого не схвалено",
    "working.void.none": "не лишилося нікого, хто міг би голосувати: рішення немає",
    "working.void.one":
      "хтось не бере участі, і лишився один виборець: сам він не вирішує, рішення немає",
    "working.excluded": "бюлетень {ballot}… від {party} не зараховано: {reason}",
    "working.label.quorum": "кворум",
    "working.label.retry": "кворум повторної спроби",
    "working.label.pass": "ухвалення",
    "working.label.bloc": "{label} серед {roll}",
    "working.clause":
      "{label}: {word} {left} із {base}; умова: {need}, тобто {bound} — {met}",
    "working.clause.limit":
      "{label}: {word} {left} із {base}; межа: {need}, тобто {bound} — {met}",
    "working.clause.number": "{label}: {word} {left}; умова: {need} — {met}",
    "working.clause.number.limit": "{label}: {word} {left}; межа: {need} — {met}",
    "working.clause.nobody":
      "{label}: {word} {left} із {base}; частки від нікого досягти не можна — {met}",
    "working.bloc": "{roll}: {bases}; {counts}",
    "working.met": "виконано",
    "working.not_met": "не виконано",
    "tally_word.take_part": "участь",
    "whole.cast": "{whole|поданого голосу|поданих голосів|поданих голосів}",
    "whole.taking_part": "{whole|учасника|учасників|учасників}",
    "whole.electors": "{whole|виборця|виборців|виборців}",
    "whole.seats": "{whole|місця|місць|місць}",
    "excluded.left": "його організація вийшла до закриття",
    "excluded.not_opened":
      "він не відкривається ключами лічильників або запечатаний для іншого бюлетеня",
    "excluded.revoked_key": "його ключ було втрачено або викрадено раніше",
    "excluded.recused": "організація пов'язана з предметом або заявила про конфлікт інтересів",
    "excluded.unknown_choice": "у ньому названо те, чого в цьому голосуванні немає",
    "excluded.not_on_ballot": "у ньому те, чого в цьому бюлетені немає",
    "excluded.reason_missing": "блок без пояснення",
    "excluded.ground_missing": "блок без підстави, яку називає правило",
  ]
}
